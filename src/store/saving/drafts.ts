import type { SavedFiles } from '#pipeline/write-files.ts';
import { alone, type Contents, dropOrphans, putContents, readContents } from './contents.ts';
import {
  type Database,
  type DraftFacts,
  type DraftRecord,
  openStorage,
  STORES,
  type VersionFacts,
  type Writing,
  writeAtOnce,
} from './database.ts';
import type { Outcome } from './outcome.ts';
import { dropOldestVersion, dropVersionsOf, type PutBy, putVersion } from './versions.ts';

/** A workspace as it is kept in the browser, in full. */
export interface Draft {
  readonly facts: DraftFacts;
  readonly files: SavedFiles;
  /** The files as they were at the last save to the folder or as a zip. */
  readonly base: SavedFiles;
}

/** A saved state in a list: `number` names it. */
export interface VersionSummary extends VersionFacts {
  readonly number: number;
}

/** What is written at once: a workspace, the bytes its files may need, and a saved state to be put by with it. */
export interface DraftWrite {
  readonly record: DraftRecord;
  readonly bytes: Contents;
  readonly putBy: PutBy | null;
}

/** The workspaces that the browser keeps, and their saved states. */
export interface Drafts {
  /** All of it or nothing; when there is no room, the oldest saved states make some. */
  readonly write: (draft: DraftWrite) => Promise<Outcome<null>>;
  /** The same for a page that cannot wait: it goes through, or what was there before stays. Saved states are not put by. */
  readonly writeNow: (draft: DraftWrite) => void;
  /** The one kept last comes first. */
  readonly list: () => Promise<Outcome<readonly DraftFacts[]>>;
  readonly read: (id: string) => Promise<Outcome<Draft | null>>;
  /** Takes a workspace out with its saved states and its cases. */
  readonly remove: (id: string) => Promise<Outcome<null>>;
  /** The saved states of a workspace, the newest first. */
  readonly versions: (id: string) => Promise<Outcome<readonly VersionSummary[]>>;
  readonly readVersion: (number: number) => Promise<Outcome<SavedFiles | null>>;
}

/** What the browser offers for keeping things; null where it does not. */
export interface StoragePorts {
  readonly indexedDb: IDBFactory | null;
  /** Asks the browser not to clear the storage of itself. */
  readonly persist: (() => Promise<boolean>) | null;
}

async function putDraft(writing: Writing, { record, bytes, putBy }: DraftWrite): Promise<null> {
  const drafts = writing.objectStore('drafts');
  const before = await drafts.get(record.id);
  await putContents(writing, new Set([...record.hashes, ...(putBy?.version.hashes ?? [])]), bytes);
  await drafts.put(record);
  if (putBy !== null) await putVersion(writing, putBy);
  await dropOrphans(writing, before?.hashes ?? []);
  return null;
}

async function dropCasesOf(writing: Writing, workspace: string): Promise<void> {
  const cases = writing.objectStore('cases');
  for (const id of await cases.index('workspace').getAllKeys(workspace)) await cases.delete(id);
}

async function removeDraft(writing: Writing, id: string): Promise<null> {
  const drafts = writing.objectStore('drafts');
  const before = await drafts.get(id);
  await drafts.delete(id);
  await dropVersionsOf(writing, id);
  // The example is there whether anything of it is kept or not, and so are its cases.
  if (before?.origin.kind !== 'example') await dropCasesOf(writing, id);
  await dropOrphans(writing, before?.hashes ?? []);
  return null;
}

/** What the storage is known to hold of a workspace since it was last written from here. */
interface Stored {
  readonly id: string;
  readonly hashes: ReadonlySet<string>;
}

/**
 * Asks for everything at once and ends it there and then. The record goes on holding on to what it held before, so
 * that the next write finds what nobody needs any more.
 */
function putNow(database: Database, { record, bytes }: DraftWrite, stored: Stored | null): void {
  const before = stored?.id === record.id ? stored.hashes : new Set<string>();
  const writing = database.transaction(STORES, 'readwrite');
  const puts: Promise<unknown>[] = [writing.done];
  for (const hash of record.hashes) {
    const found = before.has(hash) ? undefined : bytes.get(hash);
    if (found !== undefined) puts.push(writing.objectStore('contents').put(alone(found), hash));
  }
  puts.push(writing.objectStore('drafts').put({ ...record, hashes: [...new Set([...record.hashes, ...before])] }));
  writing.commit();
  // Nobody is there any more to be told.
  Promise.all(puts).catch(() => null);
}

type Change = <Value>(work: (writing: Writing) => Promise<Value>) => Promise<Outcome<Value>>;

/** Writes a workspace; where there is no room, the oldest saved states go, one after another. */
async function writeDraft(change: Change, draft: DraftWrite): Promise<Outcome<null>> {
  for (;;) {
    const outcome = await change((writing) => putDraft(writing, draft));
    if (outcome.kind === 'done' || outcome.failure.kind !== 'full') return outcome;
    const dropped = await change(dropOldestVersion);
    if (dropped.kind === 'failed' || !dropped.value) return outcome;
  }
}

async function readDraft(database: Database, id: string): Promise<Draft | null> {
  const facts = await database.get('drafts', id);
  if (facts === undefined) return null;
  const { files, base } = facts;
  return { facts, files: await readContents(database, files), base: await readContents(database, base) };
}

async function listVersions(database: Database, id: string): Promise<readonly VersionSummary[]> {
  const numbers = await database.getAllKeysFromIndex('versions', 'draft', id);
  const found = await Promise.all(numbers.map((number) => database.get('versions', number)));
  const summaries = numbers.flatMap((number, at): readonly VersionSummary[] => {
    const version = found[at];
    return version === undefined ? [] : [{ ...version, number }];
  });
  return summaries.toReversed();
}

async function readVersion(database: Database, number: number): Promise<SavedFiles | null> {
  const version = await database.get('versions', number);
  return version === undefined ? null : readContents(database, version.files);
}

/** Opens what the browser keeps. Nothing is asked of it before the first call. */
export function openDrafts({ indexedDb, persist }: StoragePorts): Drafts {
  const storage = openStorage(indexedDb);
  const change: Change = (work) => storage.use((database) => writeAtOnce(database, work));
  let askToPersist = persist;
  let stored: Stored | null = null;

  return {
    write: async (draft) => {
      const outcome = await writeDraft(change, draft);
      if (outcome.kind === 'failed') return outcome;
      stored = { id: draft.record.id, hashes: new Set(draft.record.hashes) };
      askToPersist?.().catch(() => false);
      askToPersist = null;
      return outcome;
    },
    writeNow: (draft) => {
      const database = storage.now();
      if (database !== null) putNow(database, draft, stored);
    },
    list: () => storage.use(async (database) => (await database.getAll('drafts')).toSorted((a, b) => b.at - a.at)),
    read: (id) => storage.use((database) => readDraft(database, id)),
    remove: (id) => change((writing) => removeDraft(writing, id)),
    versions: (id) => storage.use((database) => listVersions(database, id)),
    readVersion: (number) => storage.use((database) => readVersion(database, number)),
  };
}
