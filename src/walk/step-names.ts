import { nameOfStep } from '#diagram/describe-step.ts';
import type { CaseState } from '#machine/case-values.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';

const made = new WeakMap<CaseState['steps'], ReadonlyMap<string, string>>();

/** The steps of a case by key, each by its type's name; with a number where the case has several of the type. */
export function stepNames(index: WorkspaceIndex, { steps }: Pick<CaseState, 'steps'>): ReadonlyMap<string, string> {
  const known = made.get(steps);
  if (known !== undefined) return known;
  const total = new Map<string, number>();
  for (const { stepType } of steps) total.set(stepType, (total.get(stepType) ?? 0) + 1);
  const sofar = new Map<string, number>();
  const names = new Map(
    steps.map(({ key, stepType }) => {
      const number = (sofar.get(stepType) ?? 0) + 1;
      sofar.set(stepType, number);
      const name = nameOfStep(index, stepType);
      return [key, total.get(stepType) === 1 ? name : `${name} ${number}`];
    }),
  );
  made.set(steps, names);
  return names;
}
