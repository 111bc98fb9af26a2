import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openWorkspace } from '#pipeline/open-workspace.ts';
import { starterManifest } from '#pipeline/starter-manifest.ts';
import { type Opened, openAt } from './open.ts';
import { SHIPPED_FOLDER } from './package-root.ts';
import { readFolder } from './read-folder.ts';
import type { Failure, Shell } from './shell.ts';

const MANIFEST = 'workflows/workspace.json';

/** True for a place where a new workspace may be made: nothing is there, or an empty folder. */
export async function isFree(shell: Shell, workspace: string): Promise<boolean> {
  try {
    return (await readdir(resolve(shell.folder, workspace))).length === 0;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}

/** The workspace as it is; where none is yet, one that holds nothing. */
export async function openOrStart(shell: Shell, workspace: string): Promise<Opened | Failure> {
  if (!(await isFree(shell, workspace))) return openAt(shell, workspace);
  const shipped = await readFolder(SHIPPED_FOLDER, ['mappings/returns']);
  const manifest = new TextEncoder().encode(starterManifest(shell.today));
  const opened = openWorkspace(new Map([[MANIFEST, manifest]]), shipped.files);
  return { workspace: opened.value, problems: opened.problems, fileCount: 1, opened };
}

/** Makes the folder of a new workspace with its first file; null where that went well. */
export async function makeWorkspace(shell: Shell, workspace: string): Promise<Failure | null> {
  const folder = resolve(shell.folder, workspace);
  try {
    await mkdir(join(folder, 'workflows'), { recursive: true });
    await writeFile(join(folder, ...MANIFEST.split('/')), starterManifest(shell.today), { flag: 'wx' });
    return null;
  } catch (error) {
    return { failure: `${workspace} could not be made: ${error instanceof Error ? error.message : String(error)}` };
  }
}
