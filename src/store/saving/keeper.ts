import type { OpenFiles } from '#pipeline/write-files.ts';
import type { Drafts } from './drafts.ts';
import type { HashBytes } from './hash-bytes.ts';
import { type Done, type Keeping, namesOf, toWrite, writtenOut } from './keeping.ts';
import { type AutosaveStart, type Moment, type Step, startKeeping, withEdit } from './keeping-steps.ts';
import { failed, type Outcome, type StorageFailure, toStorageFailure } from './outcome.ts';

/** How it stands with keeping: everything is kept, something was edited and is kept in a moment, or it cannot be. */
export type KeepingState =
  | { readonly kind: 'kept'; readonly at: number }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly failure: StorageFailure };

export interface KeeperPorts {
  readonly drafts: Drafts;
  readonly hash: HashBytes;
  /** Now, in milliseconds. */
  readonly clock: () => number;
  /** Who is at work: their display name. */
  readonly by: () => string;
  readonly tell: (state: KeepingState) => void;
}

/** Writes what is known to the storage. The bytes are hashed first, off the main thread. */
async function write({ drafts, hash }: KeeperPorts, { keeping, reason }: Step): Promise<Outcome<null>> {
  try {
    for (const bytes of [...keeping.files.values(), ...keeping.base.values()]) await hash.soon(bytes);
    return await drafts.write(toWrite(keeping, hash, reason));
  } catch (error) {
    return failed(toStorageFailure(error));
  }
}

type Lists = Pick<Keeping, 'sinceSave' | 'sinceVersion'>;

/** What is known after a write, together with what was done, or undone, while it went on. */
function afterWrite(begun: Keeping, written: Keeping, latest: Keeping): Keeping {
  const joined = (list: keyof Lists): readonly Done[] => {
    if (written[list] === begun[list]) return latest[list];
    return [...written[list], ...latest[list].filter(({ order }) => order > begun.latest)];
  };
  return {
    ...written,
    now: latest.now,
    latest: latest.latest,
    sinceSave: joined('sinceSave'),
    sinceVersion: joined('sinceVersion'),
  };
}

/** What is known of a workspace, and how it is written. It is for the caller to let one write end before the next. */
export interface Keeper {
  readonly isKept: () => boolean;
  /** The names of what was done since the last save, the latest last. */
  readonly unsaved: () => readonly string[];
  readonly edited: (now: OpenFiles, edit: string) => void;
  /** Writes without waiting for anything, as far as that goes: the page may be gone in a moment. */
  readonly performNow: () => void;
  readonly perform: (makeStep: (keeping: Keeping, moment: Moment) => Step) => Promise<Outcome<null>>;
}

/** Begins to keep a workspace. As it was opened it counts as kept: nobody would miss it. */
export function startKeeper(ports: KeeperPorts, start: AutosaveStart): Keeper {
  const { clock, by, tell, drafts, hash } = ports;
  let keeping = startKeeping(start, clock());
  let kept = start.opened;

  const stamped = (next: Keeping, at: number): Keeping =>
    writtenOut({ ...next, facts: { ...next.facts, at, counter: next.facts.counter + 1 } });

  return {
    isKept: () => keeping.now === kept,
    unsaved: () => namesOf(keeping.sinceSave),
    edited: (now, edit) => {
      keeping = withEdit(keeping, now, edit);
      tell({ kind: 'waiting' });
    },
    performNow: () => {
      if (keeping.now !== kept) drafts.writeNow(toWrite(stamped(keeping, clock()), hash, null));
    },
    perform: async (makeStep) => {
      const begun = keeping;
      const at = clock();
      const { keeping: next, reason } = makeStep(begun, { at, by: by() });
      const ready = stamped(next, at);
      const outcome = await write(ports, { keeping: ready, reason });
      const isDone = outcome.kind === 'done';
      // What was saved elsewhere is saved, even if it could not be noted here.
      if (isDone || reason?.isSave === true) keeping = afterWrite(begun, ready, keeping);
      if (isDone) kept = ready.now;
      if (!isDone) tell({ kind: 'failed', failure: outcome.failure });
      else tell(keeping.now === kept ? { kind: 'kept', at } : { kind: 'waiting' });
      return outcome;
    },
  };
}
