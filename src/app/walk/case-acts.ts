import { useCallback, useEffect, useRef, useState } from 'react';
import type { WalkEvent } from '#cases/played-case.ts';
import { openSteps } from '#machine/case-values.ts';
import { STEP_HEADING } from '#views/walk-case/step-head.tsx';
import { stepNames } from '#walk/step-names.ts';
import type { WalkNow } from './walk-now.ts';

/** Something done in the case after which another step is looked at. */
interface Act {
  readonly events: readonly WalkEvent[];
  /** "Referral completed." */
  readonly says: string;
  /** Where to look then; null: at what came in, else at what is open. */
  readonly goTo: string | null;
  /** The id of what the keyboard is taken to, where it is not the step's heading. */
  readonly focus?: string;
}

interface Pending extends Act {
  readonly before: ReadonlySet<string>;
}

export interface CaseActs {
  /** Does it, as far as the case allows. */
  readonly act: (act: Act) => void;
  /** What a screen reader is told. */
  readonly said: string;
}

/** Does things that change which steps there are, then says what came in and takes the keyboard to the next work. */
export function useCaseActs(walk: WalkNow): CaseActs {
  const { moment, step, choose, ask } = walk;
  const { index } = walk.rules;
  const [said, say] = useState('');
  const pending = useRef<Pending | null>(null);
  const wanted = useRef<{ readonly step: string | null; readonly focus: string } | null>(null);
  const now = useRef(moment.state);
  useEffect(() => {
    now.current = moment.state;
    const done = pending.current;
    if (done === null) return;
    pending.current = null;
    const names = stepNames(index, moment.state);
    const came = moment.state.steps.filter(({ key }) => !done.before.has(key));
    const next = done.goTo ?? came[0]?.key ?? openSteps(moment.state)[0]?.key ?? null;
    const arrivals = came.map(({ key }) => `${names.get(key) ?? key} came in.`);
    const isOver = openSteps(moment.state).length === 0;
    say([done.says, ...arrivals, ...(isOver ? ['Nothing is open.'] : [])].join(' '));
    wanted.current = { step: next, focus: done.focus ?? STEP_HEADING };
    if (next !== null) choose(next);
  }, [moment, index, choose]);
  useEffect(() => {
    const to = wanted.current;
    if (to === null || (to.step !== null && to.step !== step?.key)) return;
    wanted.current = null;
    document.getElementById(to.focus)?.focus();
  });
  const act = useCallback(
    (wish: Act) => {
      const before = new Set(now.current.steps.map(({ key }) => key));
      // All were done before the first was refused: what a person sees is told by the notice of the refusal.
      if (wish.events.every((event) => ask(event).length === 0)) pending.current = { ...wish, before };
    },
    [ask],
  );
  return { act, said };
}
