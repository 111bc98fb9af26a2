import { isWithin } from '#model/scopes.ts';
import { SCOPES, type Scope } from '#model/words.ts';
import type { Fact, StepType } from '#model/workspace.ts';
import type { StepState } from './step-values.ts';

/** Whether a fact known before is forgotten when a step of this type starts: another instance begins, which needs its own. */
export const isDropped = (fact: Fact, stepType: StepType): boolean =>
  fact.scope === 'step' || stepType.opens.some((scope) => isWithin(fact.scope, scope));

/** The instances that a step stands in: those of the step before it, and its own for what it opens. */
export function openedBy(stepType: StepType, key: string, before: StepState['opened']): StepState['opened'] {
  const own = SCOPES.filter((scope) => stepType.opens.some((opened) => isWithin(scope, opened)));
  return { ...before, ...Object.fromEntries(own.map((scope) => [scope, key])) };
}

/** The name of the instance of a scope in which a step stands, such as `review/REVIEW-3`; the scope alone where no step opened one. */
export function instanceOf(scope: Scope, key: string, opened: StepState['opened']): string {
  const opener = scope === 'step' ? key : opened[scope];
  return opener === undefined ? scope : `${scope}/${opener}`;
}
