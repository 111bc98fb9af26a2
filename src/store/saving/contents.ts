import type { SavedFiles } from '#pipeline/write-files.ts';
import type { Database, FileList, Writing } from './database.ts';
import { incompleteError } from './outcome.ts';

/** Bytes by their hash. */
export type Contents = ReadonlyMap<string, Uint8Array>;

/** Bytes as they are stored: a view of a larger buffer would take the whole of it along. */
export const alone = (bytes: Uint8Array): Uint8Array =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();

/** Stores the bytes of the hashes that are not there yet; what is there is not written again. */
export async function putContents(writing: Writing, hashes: Iterable<string>, bytes: Contents): Promise<void> {
  const contents = writing.objectStore('contents');
  for (const hash of hashes) {
    if ((await contents.getKey(hash)) !== undefined) continue;
    const found = bytes.get(hash);
    if (found === undefined) throw incompleteError();
    await contents.put(alone(found), hash);
  }
}

/** Takes bytes out that no workspace and no saved state holds on to any more. */
export async function dropOrphans(writing: Writing, hashes: Iterable<string>): Promise<void> {
  const drafts = writing.objectStore('drafts').index('hashes');
  const versions = writing.objectStore('versions').index('hashes');
  for (const hash of new Set(hashes)) {
    if ((await drafts.getKey(hash)) !== undefined || (await versions.getKey(hash)) !== undefined) continue;
    await writing.objectStore('contents').delete(hash);
  }
}

/** The files of a list with their bytes. */
export async function readContents(database: Database, list: FileList): Promise<SavedFiles> {
  const files = await Promise.all(
    list.map(async ([path, hash]): Promise<readonly [string, Uint8Array]> => {
      const bytes = await database.get('contents', hash);
      if (bytes === undefined) throw incompleteError();
      return [path, bytes];
    }),
  );
  return new Map(files);
}
