import type { Problem } from '#model/finding.ts';
import type { OpeningNews, WorkspaceInput } from '#pipeline/background.ts';
import { type OpenedWorkspace, openWorkspace, openZip } from '#pipeline/open-workspace.ts';

const noWorkspace = (name: string): Problem => ({
  severity: 'error',
  file: name,
  row: 0,
  column: '',
  message:
    'No workspace was found in it. A workspace is a folder, or a zip of one, with the folders “workflows” and “mappings” in it.',
});

type Read = Extract<OpeningNews, { kind: 'refused' | 'opened' }>;

/** Files that hold no part of a workspace are refused, so that what was open can stay open; anything else opens. */
function accept(name: string, read: OpenedWorkspace): Read {
  if (read.files.size === 0) {
    const about = read.problems.filter((problem) => !problem.file.includes('/'));
    return { kind: 'refused', problems: about.length > 0 ? about : [noWorkspace(name)] };
  }
  return { kind: 'opened', opened: read };
}

async function newFiles(today: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const { starterFiles } = await import('./starter-files.ts');
  return starterFiles(today);
}

/** Reads what somebody asked to open. The texts of the build are fetched at the first call. */
export async function readInput(input: WorkspaceInput): Promise<Read> {
  const { exampleFiles, shippedFiles } = await import('./example-files.ts');
  const shipped = shippedFiles();
  if (input.kind === 'example') return accept('the worked example', openWorkspace(exampleFiles(), shipped));
  if (input.kind === 'zip') return accept(input.name, openZip(input.bytes, shipped));
  const files = input.kind === 'new' ? await newFiles(input.today) : input.files;
  return accept(input.name ?? 'the worked example', openWorkspace(files, shipped));
}
