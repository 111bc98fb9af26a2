/** A set of words that looks for one like it. `group` must be equal for two to be compared at all. */
export interface Similar<Value> {
  readonly value: Value;
  readonly words: ReadonlySet<string>;
  /** The words by which it may be found; two that share none of them are not compared. */
  readonly keys: readonly string[];
  readonly group: string;
}

/** What was found: for each one the nearest before it, or null; and how many comparisons that took. */
export interface Nearest<Value> {
  readonly partners: readonly (Similar<Value> | null)[];
  readonly compared: number;
}

/** How many earlier ones each is compared with at most, those that share its rarest words first. */
export const MOST_COMPARED = 40;

function frequencies(all: readonly Similar<unknown>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { keys } of all) for (const word of keys) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Those of one group, by each of their words. */
type Earlier<Value> = Map<string, Similar<Value>[]>;

/** Earlier ones that share a word, by the rarest word first and then as they stand, up to the limit. */
function candidates<Value>(rarestFirst: readonly string[], earlier: Earlier<Value>): Iterable<Similar<Value>> {
  const found = new Set<Similar<Value>>();
  for (const word of rarestFirst) {
    for (const other of earlier.get(word) ?? []) {
      found.add(other);
      if (found.size === MOST_COMPARED) return found;
    }
  }
  return found;
}

function nearestOf<Value>(
  among: Iterable<Similar<Value>>,
  likeness: (other: Similar<Value>) => number,
): { readonly partner: Similar<Value> | null; readonly compared: number } {
  let partner: Similar<Value> | null = null;
  let best = 0;
  let compared = 0;
  for (const other of among) {
    compared += 1;
    const like = likeness(other);
    if (like > best) [partner, best] = [other, like];
  }
  return { partner, compared };
}

/**
 * For each one, the nearest of those before it: `likeness` is 0 where the two do not fit. The work grows with the
 * number of ones, not of pairs: none is compared with more than `MOST_COMPARED` others.
 */
export function findNearestEarlier<Value>(
  all: readonly Similar<Value>[],
  likeness: (one: Similar<Value>, other: Similar<Value>) => number,
): Nearest<Value> {
  const counts = frequencies(all);
  const groups = new Map<string, Earlier<Value>>();
  const partners: (Similar<Value> | null)[] = [];
  let compared = 0;
  for (const one of all) {
    const earlier = groups.get(one.group) ?? new Map<string, Similar<Value>[]>();
    groups.set(one.group, earlier);
    const rarestFirst = one.keys.toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1));
    const found = nearestOf(candidates(rarestFirst, earlier), (other) => likeness(one, other));
    partners.push(found.partner);
    compared += found.compared;
    for (const word of rarestFirst) {
      const known = earlier.get(word);
      if (known === undefined) earlier.set(word, [one]);
      else known.push(one);
    }
  }
  return { partners, compared };
}
