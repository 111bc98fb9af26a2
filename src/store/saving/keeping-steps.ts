import type { OpenFiles, SavedFiles } from '#pipeline/write-files.ts';
import type { DraftFacts } from './database.ts';
import type { DraftOrigin } from './folder.ts';
import { type Done, doneAfter, type Keeping, namesOf, type Reason } from './keeping.ts';

/** The workspace to be kept, as it was opened, or as it was brought back from what was kept. */
export interface AutosaveStart {
  readonly id: string;
  readonly name: string;
  readonly authority: string;
  readonly origin: DraftOrigin;
  readonly opened: OpenFiles;
  /** The files as they were at the last save to the folder or as a zip, or as they were opened. */
  readonly base: SavedFiles;
  /** What was kept before, of a workspace that was brought back. */
  readonly kept: DraftFacts | null;
}

/** A save to the folder or as a zip. */
export interface Save {
  /** The workspace whose files were saved; what was done since then is not saved. */
  readonly saved: OpenFiles;
  /** The files as they now are where they were saved. */
  readonly base: SavedFiles;
  readonly origin: DraftOrigin;
  /** In words: `Saved to the folder Exampleshire`. */
  readonly reason: string;
}

/** While people work on, a state is put by this often, in milliseconds. */
const PUT_BY_EVERY = 10 * 60 * 1000;
const AUTOSAVED = 'Kept while you worked';

const before = (edits: readonly string[] | undefined): readonly Done[] =>
  (edits ?? []).map((edit) => ({ edit, order: 0, before: null }));

/** What is known of a workspace when keeping it begins. */
export function startKeeping(start: AutosaveStart, at: number): Keeping {
  const { id, name, authority, origin, opened, base, kept } = start;
  const times = { at, savedAt: kept?.savedAt ?? null, counter: kept?.counter ?? 0, versionAt: kept?.versionAt ?? at };
  return {
    facts: { id, name, authority, origin, ...times },
    asOpened: opened,
    now: opened,
    latest: 0,
    lastEdit: '',
    orders: new WeakMap([[opened, 0]]),
    written: null,
    files: new Map(),
    base,
    sinceSave: before(kept?.edits),
    sinceVersion: before(kept?.editsSinceVersion),
  };
}

/** As many names as a person would read; of more, the latest. */
const NAMES_KEPT = 500;

/** The same after something was done. Going back to the state before what was done last takes that off the lists. */
export function withEdit(keeping: Keeping, now: OpenFiles, edit: string): Keeping {
  const latest = keeping.latest + 1;
  const before = keeping.now;
  keeping.orders.set(now, latest);
  const add = (list: readonly Done[]): readonly Done[] =>
    list.at(-1)?.before === now ? list.slice(0, -1) : [...list, { edit, order: latest, before }].slice(-NAMES_KEPT);
  return {
    ...keeping,
    now,
    latest,
    lastEdit: edit,
    sinceSave: add(keeping.sinceSave),
    sinceVersion: add(keeping.sinceVersion),
  };
}

/** What a write is to make of what is known, and the state that it puts by. */
export interface Step {
  readonly keeping: Keeping;
  readonly reason: Reason | null;
}

/** When something is done, and by whom. */
export interface Moment {
  readonly at: number;
  readonly by: string;
}

/** Puts the workspace by as it is. */
export function putByStep(keeping: Keeping, { at, by }: Moment, words: string): Step {
  const reason = { words, by, edits: namesOf(keeping.sinceVersion), isSave: false };
  return { keeping: { ...keeping, sinceVersion: [], facts: { ...keeping.facts, versionAt: at } }, reason };
}

/** What was done since the files were saved. Where something was undone meanwhile, that is what was done. */
function doneSince(keeping: Keeping, saved: OpenFiles): readonly Done[] {
  const since = doneAfter(keeping, keeping.sinceSave, saved);
  if (since.length > 0 || keeping.now === saved || keeping.latest === 0) return since;
  return [{ edit: keeping.lastEdit, order: keeping.latest, before: saved }];
}

/** Makes the files that were saved the base, and puts them by. */
export function savedStep(keeping: Keeping, { at, by }: Moment, { saved, base, origin, reason }: Save): Step {
  const sinceVersion = doneAfter(keeping, keeping.sinceVersion, saved);
  const edits = keeping.sinceVersion.slice(0, keeping.sinceVersion.length - sinceVersion.length);
  const facts = { ...keeping.facts, origin, savedAt: at, versionAt: at };
  return {
    keeping: { ...keeping, facts, base, sinceVersion, sinceSave: doneSince(keeping, saved) },
    reason: { words: reason, by, edits: namesOf(edits), isSave: true },
  };
}

/** Keeps the workspace as it is, and puts it by where that was not done for a while. */
export function keptStep(keeping: Keeping, moment: Moment): Step {
  const isDue = keeping.sinceVersion.length > 0 && moment.at - keeping.facts.versionAt >= PUT_BY_EVERY;
  return isDue ? putByStep(keeping, moment, AUTOSAVED) : { keeping, reason: null };
}
