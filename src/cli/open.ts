import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Problem } from '#model/finding.ts';
import type { Workspace } from '#model/workspace.ts';
import { type OpenedWorkspace, openWorkspace, openZip } from '#pipeline/open-workspace.ts';
import { SHIPPED_FOLDER } from './package-root.ts';
import { readFolder } from './read-folder.ts';
import type { Failure, Shell } from './shell.ts';

const MANIFEST = 'workflows/workspace.json';
const MAX_ZIP_BYTES = 400_000_000;
/** From here on reading takes a second or more, which nobody should spend wondering. */
const LONG_READING_BYTES = 4_000_000;

/** A workspace that could be opened, with everything in its files that could not be understood. */
export interface Opened {
  readonly workspace: Workspace;
  readonly problems: readonly Problem[];
  readonly fileCount: number;
  /** All of it, with the files that stand behind it. */
  readonly opened: OpenedWorkspace;
}

type Files = ReadonlyMap<string, Uint8Array>;

function sayWhenLong(shell: Shell, given: string, bytes: number): void {
  if (bytes > LONG_READING_BYTES) shell.say(`Reading ${given}: ${Math.round(bytes / 1_000_000)} MB …`);
}

const noWorkspace = (given: string): Failure => ({
  failure:
    `There is no ${MANIFEST} in ${given}, so it is not a workspace. ` +
    'Name the folder that has workflows/ in it, or start one with: throughline new FOLDER',
});

async function openFolder(shell: Shell, path: string, given: string, shipped: Files): Promise<Opened | Failure> {
  const { files, problems } = await readFolder(path);
  const manifestProblem = problems.find((problem) => problem.file === MANIFEST || problem.file === 'workflows');
  if (manifestProblem !== undefined) return { failure: `${given}/${manifestProblem.file}: ${manifestProblem.message}` };
  if (!files.has(MANIFEST)) return noWorkspace(given);
  sayWhenLong(
    shell,
    given,
    [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0),
  );
  const opened = openWorkspace(files, shipped);
  // What could not be read is not missing as well.
  const unread = new Set(problems.map((problem) => problem.file));
  const others = opened.problems.filter((problem) => !unread.has(problem.file));
  return { workspace: opened.value, problems: [...problems, ...others], fileCount: files.size, opened };
}

async function openZipAt(shell: Shell, path: string, given: string, shipped: Files): Promise<Opened | Failure> {
  const bytes = await readFile(path);
  // Tables pack to about a tenth.
  sayWhenLong(shell, given, bytes.length * 10);
  const opened = openZip(bytes, shipped);
  const { value, problems, files } = opened;
  const [first] = problems;
  if (files.size === 0 && first !== undefined) return { failure: `${given}: ${first.message}` };
  if (!files.has(MANIFEST)) return noWorkspace(given);
  return { workspace: value, problems, fileCount: files.size, opened };
}

function describeRefusal(error: unknown, given: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no folder or zip at ${given}.`;
  if (code === 'EACCES' || code === 'EPERM') return `You have no right to open ${given}.`;
  return `${given} could not be opened: ${error instanceof Error ? error.message : String(error)}`;
}

/** Opens the workspace at a folder or zip, with the returns the product ships. */
export async function openAt(shell: Shell, given: string): Promise<Opened | Failure> {
  const path = resolve(shell.folder, given);
  const about = await stat(path).catch((error: unknown) => ({ failure: describeRefusal(error, given) }));
  if ('failure' in about) return about;
  if (!about.isDirectory() && !about.isFile()) return { failure: `${given} is neither a folder nor a file.` };
  if (!about.isDirectory() && about.size > MAX_ZIP_BYTES) return { failure: `${given} is larger than 400 MB.` };
  const shipped = await readFolder(SHIPPED_FOLDER, ['mappings/returns']);
  try {
    const open = about.isDirectory() ? openFolder : openZipAt;
    return await open(shell, path, given, shipped.files);
  } catch (error) {
    // Only what the system refuses is the input's fault; any other error is ours, and is said to be so.
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return { failure: describeRefusal(error, given) };
  }
}
