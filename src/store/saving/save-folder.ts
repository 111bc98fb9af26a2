import { type DiskChange, sameBytes } from '#pipeline/compare-files.ts';
import type { SavedFiles } from '#pipeline/write-files.ts';
import type { FileWriting, Folder } from './folder.ts';
import { type FolderFailure, toFolderFailure } from './folder-failure.ts';
import { allowFolder } from './pick-folder.ts';
import { changesOnDisk, folderOf } from './read-folder.ts';

/** What came of saving. `base` are the files as they now stand on disk, as far as they were written. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly written: readonly string[]; readonly base: SavedFiles }
  /** Somebody else changed these files meanwhile. Nothing was written. */
  | { readonly kind: 'changed-on-disk'; readonly changes: readonly DiskChange[] }
  /** Files written before it failed stand on disk in full; the one named and those after it as they were. */
  | {
      readonly kind: 'failed';
      readonly failure: FolderFailure;
      readonly written: readonly string[];
      readonly base: SavedFiles;
    };

/** What is to be saved: all files as they are now, and as they were when they were last read or written there. */
export interface FolderSave {
  readonly files: SavedFiles;
  readonly base: SavedFiles;
}

async function abandon(writing: FileWriting): Promise<void> {
  try {
    await writing.abort();
  } catch {
    return;
  }
}

/** Writes a file whole or not at all: the browser puts it in place when it is closed. */
async function writeFile(root: Folder, path: string, bytes: Uint8Array): Promise<void> {
  const { folder, name } = await folderOf(root, path, true);
  const file = await folder.getFileHandle(name, { create: true });
  const writing = await file.createWritable();
  try {
    await writing.write(new Uint8Array(bytes));
    await writing.close();
  } catch (error) {
    await abandon(writing);
    throw error;
  }
}

type Write = readonly [path: string, bytes: Uint8Array];

async function writeFiles(folder: Folder, writes: readonly Write[], before: SavedFiles): Promise<SaveOutcome> {
  const base = new Map(before);
  const written: string[] = [];
  for (const [path, bytes] of writes) {
    try {
      await writeFile(folder, path, bytes);
    } catch (error) {
      return { kind: 'failed', failure: toFolderFailure(error, path), written, base };
    }
    base.set(path, bytes);
    written.push(path);
  }
  return { kind: 'saved', written, base };
}

/** The files that are not as they were, in the order of their paths. */
function writesOf(files: SavedFiles, base: SavedFiles): readonly Write[] {
  const changed = [...files].filter(([path, bytes]) => {
    const was = base.get(path);
    return was === undefined || !sameBytes(was, bytes);
  });
  return changed.toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/**
 * Saves a workspace to its folder: the changed files only, and none where somebody else changed one of them meanwhile.
 * No file is ever deleted. Call it from a click, as the browser may ask the person for permission.
 */
export async function saveToFolder(folder: Folder, { files, base }: FolderSave): Promise<SaveOutcome> {
  const allowed = await allowFolder(folder);
  if (allowed.kind === 'failed') return { kind: 'failed', failure: allowed.failure, written: [], base };
  const writes = writesOf(files, base);
  const found = await changesOnDisk(
    folder,
    base,
    writes.map(([path]) => path),
  );
  if (found.kind === 'failed') return { kind: 'failed', failure: found.failure, written: [], base };
  // A file on disk that already is as it should be needs neither a question nor a write.
  const standing = new Map(
    found.value.flatMap(({ file, disk }): readonly Write[] => {
      const wanted = files.get(file);
      return disk !== null && wanted !== undefined && sameBytes(disk, wanted) ? [[file, disk]] : [];
    }),
  );
  const changes = found.value.filter(({ file }) => !standing.has(file));
  if (changes.length > 0) return { kind: 'changed-on-disk', changes };
  return writeFiles(
    folder,
    writes.filter(([path]) => !standing.has(path)),
    new Map([...base, ...standing]),
  );
}
