import { useMemo } from 'react';
import { playedTo } from '#cases/played-case.ts';
import type { CaseState } from '#machine/case-values.ts';
import { returnOfMoment, type WalkRules } from '#pipeline/walk-case.ts';
import { type ChildReturn, RETURN_OPTIONS, type ReturnOptions } from '#returns/child-return.ts';
import type { Told } from '#walk/entry-words.ts';
import { changedLines, type LineChange, type ReturnView, returnView } from '#walk/return-view.ts';
import type { WalkNow } from './walk-now.ts';

/** What the case sends as it stands, and what of it the last thing that happened has changed. */
export interface ReturnNow {
  readonly told: Told;
  readonly options: ReturnOptions;
  readonly child: ChildReturn;
  readonly view: ReturnView;
  readonly changes: ReadonlyMap<string, LineChange>;
}

interface Made {
  readonly rules: WalkRules;
  readonly flags: ReturnOptions['flags'];
  readonly on: string;
  readonly child: ChildReturn;
  readonly view: ReturnView;
}

// What is before the last event was after the one before it: most of what is asked for has just been made.
const made = new WeakMap<CaseState, Made>();

function returnAt(rules: WalkRules, state: CaseState, on: string, options: ReturnOptions): Made {
  const known = made.get(state);
  if (known?.rules === rules && known.flags === options.flags && known.on === on) return known;
  const child = returnOfMoment(rules, state, options);
  const view = returnView({ index: rules.index, state, on }, child);
  const now = { rules, flags: options.flags, on, child, view };
  made.set(state, now);
  return now;
}

export function useReturnNow({ rules, moment, played, on }: WalkNow, flags: ReturnOptions['flags']): ReturnNow {
  return useMemo(() => {
    const { state } = moment;
    // The file says of itself that it was made on the case's own today.
    const options = { ...RETURN_OPTIONS, flags, madeAt: `${on}T00:00:00` };
    const { child, view } = returnAt(rules, state, on, options);
    const before = played.at === 0 ? null : rules.player.momentOf(playedTo(played, played.at - 1)).state;
    const was = before === null || before === state ? null : returnAt(rules, before, on, options).view;
    return { told: { index: rules.index, state, on }, options, child, view, changes: changedLines(was, view) };
  }, [rules, moment, played, on, flags]);
}
