import { isWithin } from '#model/scopes.ts';
import { SCOPES, type Scope } from '#model/words.ts';

/** True where one instance of `outer` may hold several of `inner`; a `step` lies below every other scope. */
export const isNarrower = (inner: Scope, outer: Scope): boolean =>
  inner !== outer && outer !== 'step' && (inner === 'step' || isWithin(inner, outer));

const depthOf = (scope: Scope): number => SCOPES.filter((outer) => isWithin(scope, outer)).length;

/** The narrowest scope that holds both. */
export function scopeOfBoth(a: Scope, b: Scope): Scope {
  if (a === b || isNarrower(b, a)) return a;
  if (isNarrower(a, b)) return b;
  const both = SCOPES.filter((outer) => isWithin(a, outer) && isWithin(b, outer));
  return both.toSorted((one, other) => depthOf(other) - depthOf(one))[0] ?? 'child';
}

/** The scope of what holds values of both side by side: the narrower where one holds the other, else what holds both. */
export const scopeSideBySide = (a: Scope, b: Scope): Scope =>
  isNarrower(a, b) ? a : isNarrower(b, a) ? b : scopeOfBoth(a, b);
