import { changedFiles, filePaths, type OpenFiles, type SavedFiles } from '#pipeline/write-files.ts';
import type { Contents } from './contents.ts';
import type { DraftFacts, FileList, VersionRecord } from './database.ts';
import type { DraftWrite } from './drafts.ts';
import type { HashBytes } from './hash-bytes.ts';

/** Something that was done: the first has the order 1, what was done before the page was opened 0. */
export interface Done {
  readonly edit: string;
  readonly order: number;
  /** The state that it was done to, which undoing it brings back; null where that is no longer known. */
  readonly before: OpenFiles | null;
}

/** What is known of a workspace while it is kept. */
export interface Keeping {
  readonly facts: Omit<DraftFacts, 'edits' | 'editsSinceVersion'>;
  readonly asOpened: OpenFiles;
  readonly now: OpenFiles;
  /** The order of what was done last. */
  readonly latest: number;
  /** The name of what was done last; empty before anything was. */
  readonly lastEdit: string;
  /** The order of what led to a state, for as long as anybody holds on to that. */
  readonly orders: WeakMap<OpenFiles, number>;
  /** The state of which `files` are the bytes; null before they were first written out. */
  readonly written: OpenFiles | null;
  readonly files: SavedFiles;
  readonly base: SavedFiles;
  readonly sinceSave: readonly Done[];
  readonly sinceVersion: readonly Done[];
}

/** Why a state is put by with what is kept: a person saved, or something else that has a name; null: it is not. */
export interface Reason {
  readonly words: string;
  readonly by: string;
  /** What was done since the state before. */
  readonly edits: readonly string[];
  readonly isSave: boolean;
}

/** The names of what was done, the latest last. */
export const namesOf = (list: readonly Done[]): readonly string[] => list.map(({ edit }) => edit);

/** What was done after a state: everything if that is not known. */
export function doneAfter({ orders }: Keeping, list: readonly Done[], state: OpenFiles): readonly Done[] {
  const last = orders.get(state) ?? -1;
  return list.filter(({ order }) => order > last);
}

/** The same, with the bytes of the files as they are now. */
export function writtenOut(keeping: Keeping): Keeping {
  const { asOpened, now, written, files } = keeping;
  if (written === now) return keeping;
  const changed = changedFiles(asOpened, written, now);
  const all = filePaths(now).flatMap((path): readonly (readonly [string, Uint8Array])[] => {
    const bytes = changed.get(path) ?? files.get(path);
    return bytes === undefined ? [] : [[path, bytes]];
  });
  return { ...keeping, written: now, files: new Map(all) };
}

interface Hashed {
  readonly list: FileList;
  readonly bytes: Contents;
}

function hashed(files: SavedFiles, hash: HashBytes): Hashed {
  const named = [...files].map(([path, bytes]) => ({ path, bytes, name: hash.now(bytes) }));
  const list = named.map(({ path, name }): readonly [string, string] => [path, name]);
  return {
    list: list.toSorted(([one], [other]) => (one < other ? -1 : 1)),
    bytes: new Map(named.map(({ name, bytes }) => [name, bytes])),
  };
}

const hashesIn = (...lists: readonly FileList[]): readonly string[] => [
  ...new Set(lists.flat().map(([, hash]) => hash)),
];

/** What is to be written of a workspace whose bytes are known. A save puts by what was saved, not what came after it. */
export function toWrite(keeping: Keeping, hash: HashBytes, reason: Reason | null): DraftWrite {
  const { facts, files, base, sinceSave, sinceVersion } = keeping;
  const [now, then] = [hashed(files, hash), hashed(base, hash)];
  const held = { files: now.list, hashes: hashesIn(now.list, then.list) };
  const edits = { edits: namesOf(sinceSave), editsSinceVersion: namesOf(sinceVersion) };
  const record = { ...facts, ...edits, ...held, base: then.list };
  const bytes = new Map([...now.bytes, ...then.bytes]);
  if (reason === null) return { record, bytes, putBy: null };
  const list = reason.isSave ? then.list : now.list;
  const version: VersionRecord = {
    draft: facts.id,
    at: facts.at,
    by: reason.by,
    reason: reason.words,
    edits: reason.edits,
    files: list,
    hashes: hashesIn(list),
  };
  return { record, bytes, putBy: { version, isSave: reason.isSave } };
}
