import { dropOrphans } from './contents.ts';
import type { FileList, VersionRecord, Writing } from './database.ts';

/** How many saved states of one workspace are kept. */
export const VERSIONS_KEPT = 20;

const sameFiles = (one: FileList, other: FileList): boolean =>
  one.length === other.length && one.every(([path, hash], at) => other[at]?.[0] === path && other[at]?.[1] === hash);

interface Numbered {
  readonly number: number;
  readonly version: VersionRecord;
}

async function newestOf(writing: Writing, draft: string): Promise<Numbered | null> {
  const cursor = await writing.objectStore('versions').index('draft').openCursor(draft, 'prev');
  return cursor === null ? null : { number: cursor.primaryKey, version: cursor.value };
}

async function dropBeyond(writing: Writing, draft: string): Promise<void> {
  const versions = writing.objectStore('versions');
  const numbers = await versions.index('draft').getAllKeys(draft);
  for (const number of numbers.slice(0, Math.max(0, numbers.length - VERSIONS_KEPT)))
    await dropVersion(writing, number);
}

async function dropVersion(writing: Writing, number: number): Promise<void> {
  const versions = writing.objectStore('versions');
  const version = await versions.get(number);
  await versions.delete(number);
  await dropOrphans(writing, version?.hashes ?? []);
}

/** A saved state to be put by. One that a person saved names a state of the same files that is there already. */
export interface PutBy {
  readonly version: VersionRecord;
  readonly isSave: boolean;
}

/** Puts a saved state by, and takes the oldest out where there are too many. The same files are not put by twice. */
export async function putVersion(writing: Writing, { version, isSave }: PutBy): Promise<void> {
  const versions = writing.objectStore('versions');
  const newest = await newestOf(writing, version.draft);
  if (newest === null || !sameFiles(newest.version.files, version.files)) {
    await versions.add(version);
    await dropBeyond(writing, version.draft);
    return;
  }
  if (!isSave) return;
  const edits = [...newest.version.edits, ...version.edits];
  await versions.put({ ...newest.version, ...version, edits }, newest.number);
}

/** Takes the oldest saved state out, whosesoever it is; false where there is none. */
export async function dropOldestVersion(writing: Writing): Promise<boolean> {
  const cursor = await writing.objectStore('versions').openKeyCursor();
  if (cursor === null) return false;
  await dropVersion(writing, cursor.primaryKey);
  return true;
}

/** Takes all saved states of a workspace out. */
export async function dropVersionsOf(writing: Writing, draft: string): Promise<void> {
  for (const number of await writing.objectStore('versions').index('draft').getAllKeys(draft))
    await dropVersion(writing, number);
}
