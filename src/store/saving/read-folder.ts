import { type DiskChange, sameBytes } from '#pipeline/compare-files.ts';
import type { SavedFiles } from '#pipeline/write-files.ts';
import type { Folder, FolderFile } from './folder.ts';
import { type FolderFailure, toFolderFailure } from './folder-failure.ts';
import { done, errorName, failed, type Outcome } from './outcome.ts';

const ROOMS: readonly string[] = ['workflows', 'mappings'];

const belongs = (name: string): boolean => /\.(?:csv|json)$/iu.test(name);

async function bytesOf(file: FolderFile): Promise<Uint8Array> {
  const read = await file.getFile();
  return new Uint8Array(await read.arrayBuffer());
}

async function foldersIn(folder: Folder): Promise<readonly Folder[]> {
  const found: Folder[] = [];
  for await (const [, entry] of folder.entries()) if (entry.kind === 'directory') found.push(entry);
  return found;
}

const isWorkspace = (folders: readonly Folder[]): boolean => folders.some(({ name }) => ROOMS.includes(name));

/** The folder in which the workspace stands: the one that was picked, or the only one inside it that holds one. */
export async function findRoot(picked: Folder): Promise<Outcome<Folder, FolderFailure>> {
  try {
    const inside = await foldersIn(picked);
    if (isWorkspace(inside)) return done(picked);
    const holding: Folder[] = [];
    for (const folder of inside) if (isWorkspace(await foldersIn(folder))) holding.push(folder);
    const [only] = holding;
    return done(only !== undefined && holding.length === 1 ? only : picked);
  } catch (error) {
    return failed(toFolderFailure(error, ''));
  }
}

type Found = readonly [path: string, file: FolderFile];

async function filesIn(folder: Folder, path: string): Promise<readonly Found[]> {
  const found: Found[] = [];
  for await (const [name, entry] of folder.entries()) {
    if (entry.kind === 'directory') found.push(...(await filesIn(entry, `${path}${name}/`)));
    else if (belongs(name)) found.push([`${path}${name}`, entry]);
  }
  return found;
}

/** Reads the files of the workspace in a folder; pictures and documents beside them are not looked at. */
export async function readFolder(folder: Folder): Promise<Outcome<SavedFiles, FolderFailure>> {
  let reading = '';
  try {
    const rooms = (await foldersIn(folder)).filter(({ name }) => ROOMS.includes(name));
    const files = new Map<string, Uint8Array>();
    for (const room of rooms) {
      for (const [path, file] of await filesIn(room, `${room.name}/`)) {
        reading = path;
        files.set(path, await bytesOf(file));
      }
    }
    return done(files);
  } catch (error) {
    return failed(toFolderFailure(error, reading));
  }
}

/** The folder in which a path of the workspace stands, and its name there. */
export async function folderOf(
  root: Folder,
  path: string,
  create: boolean,
): Promise<{ readonly folder: Folder; readonly name: string }> {
  const parts = path.split('/');
  let folder = root;
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create });
  return { folder, name: parts.at(-1) ?? '' };
}

/** A file as it is on disk; null where there is none. */
async function diskBytes(root: Folder, path: string): Promise<Uint8Array | null> {
  try {
    const { folder, name } = await folderOf(root, path, false);
    return await bytesOf(await folder.getFileHandle(name));
  } catch (error) {
    if (errorName(error) === 'NotFoundError') return null;
    throw error;
  }
}

/** Throws where the folder itself is not there, which one missing file does not say. */
async function touch(folder: Folder): Promise<void> {
  for await (const _ of folder.entries()) return;
}

const sameOrAbsent = (one: Uint8Array | null, other: Uint8Array | null): boolean =>
  one === null || other === null ? one === other : sameBytes(one, other);

/** Which of some files somebody else changed on disk since their base was read or written. */
export async function changesOnDisk(
  folder: Folder,
  base: SavedFiles,
  paths: Iterable<string>,
): Promise<Outcome<readonly DiskChange[], FolderFailure>> {
  let reading = '';
  const changes: DiskChange[] = [];
  try {
    await touch(folder);
    for (const file of paths) {
      reading = file;
      const change = { file, base: base.get(file) ?? null, disk: await diskBytes(folder, file) };
      if (!sameOrAbsent(change.base, change.disk)) changes.push(change);
    }
    return done(changes);
  } catch (error) {
    return failed(toFolderFailure(error, reading));
  }
}
