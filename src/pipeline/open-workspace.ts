import type { Problem } from '#model/finding.ts';
import type { WorkspaceFiles } from '#workspace/files.ts';
import { type ReadWorkspace, readWorkspace } from '#workspace/read-workspace.ts';
import { unpackZip } from '#workspace/unpack-zip.ts';

/** A workspace that is open: its meaning, what could not be understood, and the files that are written back. */
export type OpenedWorkspace = ReadWorkspace;

/** Opens a workspace from the files of its folder. `shipped` are the returns and facts that the product brings. */
export const openWorkspace = (files: WorkspaceFiles, shipped: WorkspaceFiles): OpenedWorkspace =>
  readWorkspace(files, shipped);

/** Opens a workspace from a zip of its folder. A file that is no zip at all gives one problem and an empty workspace. */
export function openZip(bytes: Uint8Array, shipped: WorkspaceFiles): OpenedWorkspace {
  const { files, problems } = unpackZip(bytes);
  const opened = readWorkspace(files, shipped);
  const unreadable = files.size === 0 && problems.length > 0;
  // What was not unpacked is not missing as well.
  const refused = new Set(problems.map((problem) => problem.file));
  const others = opened.problems.filter((problem) => files.has(problem.file) || !refused.has(problem.file));
  const all: readonly Problem[] = unreadable ? problems : [...problems, ...others];
  return { ...opened, problems: all };
}
