import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Problem } from '#model/finding.ts';

/** The files of a workspace by their path in it, such as `workflows/forms.csv`, and what could not be read. */
export interface FolderFiles {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly problems: readonly Problem[];
}

/** Nothing else in a workspace's folder is ever looked at. */
const PARTS = ['workflows', 'mappings'] as const;
const MAX_FILE_BYTES = 100_000_000;
const MAX_ALL_BYTES = 400_000_000;
const MAX_DEPTH = 6;

/** The walk through one folder: what was found so far, filled as it goes. */
interface Walk {
  readonly root: string;
  readonly files: Map<string, Uint8Array>;
  readonly problems: Problem[];
  bytes: number;
}

const isWanted = (name: string): boolean => !/^[.~]/u.test(name) && /\.(?:csv|json)$/iu.test(name);

function notRead(walk: Walk, file: string, why: string): void {
  walk.problems.push({ severity: 'error', file, row: 0, column: '', message: `This was not read: ${why}` });
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EACCES' || code === 'EPERM') return 'you have no right to open it.';
  if (code === 'ENOENT') return 'it is a link to something that is not there, or has just been removed.';
  if (code === 'ELOOP') return 'it is a link that leads back to itself.';
  return error instanceof Error ? `${error.message}.` : 'the computer does not say why.';
}

async function readOne(walk: Walk, file: string): Promise<void> {
  const path = await realpath(join(walk.root, file));
  if (!path.startsWith(walk.root + sep)) return notRead(walk, file, 'it is a link to a place outside the workspace.');
  const about = await stat(path);
  if (!about.isFile()) return notRead(walk, file, 'it is not a plain file.');
  if (about.size > MAX_FILE_BYTES) return notRead(walk, file, 'it is larger than 100 MB.');
  if (walk.bytes + about.size > MAX_ALL_BYTES) return notRead(walk, file, 'the workspace is larger than 400 MB.');
  walk.bytes += about.size;
  walk.files.set(file, await readFile(path));
}

async function readEntry(walk: Walk, entry: Dirent, folder: string, depth: number): Promise<void> {
  const path = `${folder}/${entry.name}`;
  if (entry.isDirectory() && isWanted(entry.name))
    return notRead(walk, path, 'it is a folder. Move it away, and put the file of this name there.');
  if (entry.isDirectory() && !entry.name.startsWith('.')) return readPart(walk, path, depth + 1);
  if (!isWanted(entry.name)) return;
  try {
    await readOne(walk, path);
  } catch (error) {
    notRead(walk, path, reasonOf(error));
  }
}

async function readPart(walk: Walk, folder: string, depth: number): Promise<void> {
  if (depth > MAX_DEPTH) return notRead(walk, folder, 'it lies too deep.');
  let entries: readonly Dirent[];
  try {
    const path = await realpath(join(walk.root, folder));
    if (!path.startsWith(walk.root + sep))
      return notRead(walk, folder, 'it is a link to a place outside the workspace.');
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isAbsent || depth > 0) notRead(walk, folder, reasonOf(error));
    return;
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    await readEntry(walk, entry, folder, depth);
  }
}

/**
 * Reads the workspace files of a folder that exists. Folders reached by a link are left alone, and so are files
 * linked from outside: a workspace is what lies in its own folder.
 */
export async function readFolder(folder: string, parts: readonly string[] = PARTS): Promise<FolderFiles> {
  const walk: Walk = { root: await realpath(folder), files: new Map(), problems: [], bytes: 0 };
  for (const part of parts) await readPart(walk, part, 0);
  return { files: walk.files, problems: walk.problems };
}
