import type { Scope } from './words.ts';

/** What each scope lies directly below. `child` has none, and `step` stands outside the tree. */
const PARENT: Readonly<Record<Scope, Scope | null>> = {
  child: null,
  referral: 'child',
  assessment: 'referral',
  'section-47': 'referral',
  'initial-conference': 'section-47',
  'cin-plan': 'referral',
  'cin-review': 'cin-plan',
  'protection-plan': 'referral',
  review: 'protection-plan',
  'core-group': 'protection-plan',
  visit: 'referral',
  'pre-proceedings': 'referral',
  step: null,
};

/** True when an instance of `inner` belongs to an instance of `outer`, or both are the same scope. */
export function isWithin(inner: Scope, outer: Scope): boolean {
  for (let scope: Scope | null = inner; scope !== null; scope = PARENT[scope]) if (scope === outer) return true;
  return false;
}
