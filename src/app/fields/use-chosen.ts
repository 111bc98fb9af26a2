import { useState } from 'react';
import type { QuestionRow } from '#diagram/fields/question-row.ts';
import type { AppStore } from '#store/create-store.ts';
import { withOwn } from '#store/view.ts';
import type { GridChange } from '#views/grid/grid-column.ts';

export interface Choosing {
  readonly chosen: ReadonlySet<string>;
  readonly choose: (keys: Iterable<string>) => void;
}

/** Which questions are ticked; the first tick shows what can be done with them. */
export function useChosen(store: AppStore): Choosing {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  function choose(keys: Iterable<string>): void {
    const next = new Set(keys);
    setChosen(next);
    if (next.size > 0 && chosen.size === 0) store.goTo(withOwn(store.getState().view, { panel: 'chosen' }), 'replace');
  }
  return { chosen, choose };
}

/** Ticks are no change of the workspace; everything else in a gesture is one. */
export function ticksAfter(
  chosen: ReadonlySet<string>,
  changes: readonly GridChange<QuestionRow>[],
): ReadonlySet<string> {
  const next = new Set(chosen);
  for (const { row, value } of changes) {
    if (value === 'Y') next.add(row.key);
    else next.delete(row.key);
  }
  return next;
}
