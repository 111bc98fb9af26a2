import { type DBSchema, type IDBPDatabase, type IDBPTransaction, wrap } from 'idb';
import type { PlayedCase } from '#cases/played-case.ts';
import { invariant } from '#model/assert.ts';
import type { DraftOrigin } from './folder.ts';
import { done, failed, type Outcome, type StorageFailure, toStorageFailure } from './outcome.ts';

/** Files by path, each named by the hash of its bytes. */
export type FileList = readonly (readonly [path: string, hash: string])[];

/** What is said of a workspace that is kept. */
export interface DraftFacts {
  readonly id: string;
  readonly name: string;
  readonly authority: string;
  readonly origin: DraftOrigin;
  /** When it was last kept here, in milliseconds. */
  readonly at: number;
  /** When it was last saved to its folder or as a zip; null where it has not been since it was opened. */
  readonly savedAt: number | null;
  /** How many times it was kept: it only grows. */
  readonly counter: number;
  /** The names of what was done since the last save, the latest last. */
  readonly edits: readonly string[];
  /** The same since the last state that was put by, and when that was. */
  readonly editsSinceVersion: readonly string[];
  readonly versionAt: number;
}

interface Held {
  readonly files: FileList;
  /** The hashes of all files that the record holds on to, each once. */
  readonly hashes: readonly string[];
}

export interface DraftRecord extends DraftFacts, Held {
  /** The files as they were at the last save. */
  readonly base: FileList;
}

/** What is said of a saved state. */
export interface VersionFacts {
  readonly draft: string;
  readonly at: number;
  readonly by: string;
  /** Why it was put by, in words. */
  readonly reason: string;
  /** The names of what was done since the state before. */
  readonly edits: readonly string[];
}

/** A saved state. Its number is given by the storage, in the order in which states are put by. */
export interface VersionRecord extends VersionFacts, Held {}

/** A case that is kept for a workspace. */
export interface CaseRecord {
  readonly id: string;
  /** The id of the workspace that it is a case of. */
  readonly workspace: string;
  /** `walked`: the one on the screen, kept by itself; `named`: one that a person keeps under a name. */
  readonly kind: 'walked' | 'named';
  /** When it was last kept, in milliseconds. */
  readonly at: number;
  readonly played: PlayedCase;
  /** The name of the scripted case that it was opened from, and still is as that says; empty where it is none. */
  readonly script: string;
  /** The named case that the walked one was opened from or last saved as; empty where there is none. */
  readonly savedAs: string;
  /** Whether the walked case has been saved nowhere since it was last changed. */
  readonly isUnsaved: boolean;
}

interface Schema extends DBSchema {
  drafts: { key: string; value: DraftRecord; indexes: { hashes: string } };
  versions: { key: number; value: VersionRecord; indexes: { hashes: string; draft: string } };
  contents: { key: string; value: Uint8Array };
  cases: { key: string; value: CaseRecord; indexes: { workspace: string } };
}

export const STORES = ['drafts', 'versions', 'contents', 'cases'] as const;
export type Database = IDBPDatabase<Schema>;
export type Writing = IDBPTransaction<Schema, typeof STORES, 'readwrite'>;

const NAME = 'throughline';
const FORMAT = 2;

function layWorkspaces(database: IDBDatabase): void {
  database.createObjectStore('drafts', { keyPath: 'id' }).createIndex('hashes', 'hashes', { multiEntry: true });
  const versions = database.createObjectStore('versions', { autoIncrement: true });
  versions.createIndex('hashes', 'hashes', { multiEntry: true });
  versions.createIndex('draft', 'draft');
  database.createObjectStore('contents');
}

/** Lays what storage of an earlier format lacks; what is there stays as it is. */
function lay(database: IDBDatabase, format: number): void {
  if (format < 1) layWorkspaces(database);
  if (format < 2) database.createObjectStore('cases', { keyPath: 'id' }).createIndex('workspace', 'workspace');
}

function open(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(NAME, FORMAT);
    request.addEventListener('upgradeneeded', ({ oldVersion }) => lay(request.result, oldVersion));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The storage did not open.')));
  });
}

/** Stands for a check of the layout, which only this file makes. */
const isLaid = (database: IDBPDatabase): database is IDBPDatabase & Database =>
  STORES.every((store) => database.objectStoreNames.contains(store));

async function connect(factory: IDBFactory, forget: () => void): Promise<Database> {
  const plain = await open(factory);
  plain.addEventListener('close', forget);
  plain.addEventListener('versionchange', () => {
    plain.close();
    forget();
  });
  const database = wrap(plain);
  invariant(isLaid(database), 'The storage is not laid out as it should be.');
  return database;
}

/** The storage of the browser, opened when it is first needed, and again when the browser closed it. */
export interface KeptStorage {
  readonly use: <Value>(work: (database: Database) => Promise<Value>) => Promise<Outcome<Value>>;
  /** The storage for a page that cannot wait; null where it is not open. */
  readonly now: () => Database | null;
}

const NOT_THERE: StorageFailure = { kind: 'unavailable', reason: 'The browser has no storage for this page.' };

/** Opens the storage; null where the browser has none. */
export function openStorage(factory: IDBFactory | null): KeptStorage {
  let opened: Promise<Database> | null = null;
  let ready: Database | null = null;
  const forget = (): void => {
    opened = null;
    ready = null;
  };
  return {
    now: () => ready,
    use: async (work) => {
      if (factory === null) return failed(NOT_THERE);
      try {
        opened ??= connect(factory, forget);
        ready = await opened;
        return done(await work(ready));
      } catch (error) {
        const failure = toStorageFailure(error);
        if (failure.kind !== 'full') forget();
        return failed(failure);
      }
    },
  };
}

/** Does several things to the storage, all or none of them. */
export async function writeAtOnce<Value>(
  database: Database,
  work: (writing: Writing) => Promise<Value>,
): Promise<Value> {
  const writing = database.transaction(STORES, 'readwrite');
  const ended = writing.done.then(
    () => null,
    (error: unknown) => ({ error }),
  );
  try {
    const value = await work(writing);
    const stopped = await ended;
    if (stopped !== null) throw stopped.error;
    return value;
  } catch (error) {
    if (writing.error === null) abort(writing);
    await ended;
    throw writing.error ?? error;
  }
}

/** What has ended already cannot be aborted, and need not be. */
function abort(writing: Writing): void {
  try {
    writing.abort();
  } catch {
    return;
  }
}
