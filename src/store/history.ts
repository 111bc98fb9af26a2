import type { Done, History } from './app-state.ts';

/** So many edits can be undone. */
export const MOST_DONE = 200;

/** The history with one more edit; what was undone before it can no longer be redone. */
export const done = ({ past }: History, edit: Done): History => ({
  past: [...past, edit].slice(-MOST_DONE),
  future: [],
});

/** A step through the history, and the edit that it went over. */
interface HistoryStep {
  readonly done: Done;
  readonly history: History;
}

export function undone({ past, future }: History): HistoryStep | null {
  const last = past.at(-1);
  return last === undefined ? null : { done: last, history: { past: past.slice(0, -1), future: [last, ...future] } };
}

export function redone({ past, future }: History): HistoryStep | null {
  const [next, ...later] = future;
  return next === undefined ? null : { done: next, history: { past: [...past, next], future: later } };
}
