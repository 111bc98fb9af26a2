import { useCallback, useMemo, useState } from 'react';
import type { CaseInput } from '#machine/case-values.ts';
import type { StepDefinition } from '#machine/step-definition.ts';
import { hasRule } from '#model/choices.ts';
import type { NextActionId } from '#model/ids.ts';
import type { NextActionGroup, NextActionView } from '#walk/next-actions-view.ts';
import { type ChosenBySteps, keepChosen, keptChosen } from './kept-chosen.ts';

const NONE: readonly string[] = [];

/** The next actions chosen for a step that is not completed yet; those of other steps are kept too. */
export interface ChosenNext {
  /** With those that are always made. */
  readonly chosen: readonly NextActionId[];
  readonly chooseOne: (group: NextActionGroup, action: NextActionView | null) => void;
  readonly toggle: (action: NextActionView) => void;
}

interface Kept {
  /** What the case begins with: another case has steps of the same keys. */
  readonly input: CaseInput;
  readonly bySteps: ChosenBySteps;
}

const keptOf = (input: CaseInput): Kept => ({ input, bySteps: keptChosen(input) });

export function useChosenNext(input: CaseInput, step: string, definition: StepDefinition): ChosenNext {
  const [kept, keep] = useState<Kept>(() => keptOf(input));
  if (kept.input !== input) keep(keptOf(input));
  const own = kept.bySteps[step] ?? NONE;
  const set = useCallback(
    (change: (now: readonly string[]) => readonly string[]) => {
      const bySteps = { ...kept.bySteps, [step]: change(kept.bySteps[step] ?? NONE) };
      keep({ input, bySteps });
      keepChosen(input, bySteps);
    },
    [kept, input, step],
  );
  const chosen = useMemo(() => {
    const wanted = definition.nextActions.filter((action) => hasRule(action, 'always') || own.includes(action.id));
    return wanted.map(({ id }) => id);
  }, [definition, own]);
  return {
    chosen,
    chooseOne: (group, action) =>
      set((now) => {
        const others = now.filter((id) => group.actions.every((one) => one.id !== id));
        return action === null ? others : [...others, action.id];
      }),
    toggle: ({ id }) => set((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id])),
  };
}
