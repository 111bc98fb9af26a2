import { useCallback, useMemo, useState } from 'react';
import type { CaseInput } from '#machine/case-values.ts';
import type { StepDefinition } from '#machine/step-definition.ts';
import { hasRule } from '#model/choices.ts';
import type { NextActionId } from '#model/ids.ts';
import type { NextActionGroup, NextActionView } from '#walk/next-actions-view.ts';

const NONE: readonly NextActionId[] = [];

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
  readonly bySteps: Readonly<Record<string, readonly NextActionId[]>>;
}

export function useChosenNext(input: CaseInput, step: string, definition: StepDefinition): ChosenNext {
  const [kept, keep] = useState<Kept>({ input, bySteps: {} });
  const own = (kept.input === input ? kept.bySteps[step] : undefined) ?? NONE;
  const set = useCallback(
    (change: (now: readonly NextActionId[]) => readonly NextActionId[]) =>
      keep((now) => {
        const bySteps = now.input === input ? now.bySteps : {};
        return { input, bySteps: { ...bySteps, [step]: change(bySteps[step] ?? NONE) } };
      }),
    [input, step],
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
