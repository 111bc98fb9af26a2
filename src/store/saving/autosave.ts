import type { OpenFiles } from '#pipeline/write-files.ts';
import { type KeeperPorts, startKeeper } from './keeper.ts';
import { type AutosaveStart, keptStep, putByStep, type Save, savedStep } from './keeping-steps.ts';
import type { Outcome } from './outcome.ts';
import type { StartTimer } from './timer.ts';

/** Keeps one workspace in the browser while it is worked on. Writes come one after another, never two at once. */
export interface Autosave {
  /** The names of what was done since the last save, the latest last. */
  readonly unsaved: () => readonly string[];
  /** Something was done. It is kept within a second. */
  readonly edited: (now: OpenFiles, edit: string) => void;
  /** A save succeeded: its files are the base from now on, and a saved state. */
  readonly saved: (save: Save) => Promise<Outcome<null>>;
  /** Puts the workspace by as it is, as before a restore. */
  readonly putBy: (reason: string) => Promise<Outcome<null>>;
  /** Keeps the workspace now, whether anything was done or not, so that it is found again. */
  readonly keep: () => Promise<Outcome<null>>;
  /** Keeps what is waiting, now. */
  readonly flush: () => Promise<void>;
  /** The page is being left: keeps what is waiting at once, as far as the browser lets it. */
  readonly leave: () => void;
  /** Keeps what is waiting and ends; what is done after that is not kept. */
  readonly stop: () => Promise<void>;
  /** Ends at once and writes nothing more: the workspace is another's now. */
  readonly abandon: () => void;
}

/** An edit waits this long for others, in milliseconds. */
const WAIT = 600;

export interface AutosavePorts extends KeeperPorts {
  readonly startTimer: StartTimer;
}

/** Runs jobs one after another, in the order in which they came, whatever becomes of each. */
function inTurns(): <Value>(job: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const turn = last.then(job);
    last = turn.catch(() => null);
    return turn;
  };
}

/** Begins to keep a workspace. Nothing is written before the first edit, or before it is asked to. */
export function startAutosave(ports: AutosavePorts, start: AutosaveStart): Autosave {
  const keeper = startKeeper(ports, start);
  const inTurn = inTurns();
  let stopTimer: (() => void) | null = null;
  let isStopped = false;

  async function flush(): Promise<void> {
    stopTimer?.();
    stopTimer = null;
    await inTurn(async () => (keeper.isKept() ? null : keeper.perform(keptStep)));
  }

  return {
    edited: (now, edit) => {
      if (isStopped) return;
      keeper.edited(now, edit);
      stopTimer ??= ports.startTimer(() => void flush(), WAIT);
    },
    saved: (save) => inTurn(() => keeper.perform((keeping, moment) => savedStep(keeping, moment, save))),
    putBy: (reason) => inTurn(() => keeper.perform((keeping, moment) => putByStep(keeping, moment, reason))),
    keep: () => inTurn(() => keeper.perform(keptStep)),
    flush,
    unsaved: keeper.unsaved,
    leave: () => {
      if (isStopped) return;
      keeper.performNow();
      void flush();
    },
    stop: () => {
      isStopped = true;
      return flush();
    },
    abandon: () => {
      isStopped = true;
      stopTimer?.();
      stopTimer = null;
    },
  };
}
