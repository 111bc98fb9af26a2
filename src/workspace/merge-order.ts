/** The keys of a file's rows in its three versions, in their order. */
export interface ThreeOrders {
  readonly base: readonly string[];
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

const sameOrder = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((key, index) => key === other[index]);

/** Keys that only the other version has, by the key they follow there; those at its beginning by null. */
function followers(
  order: readonly string[],
  known: ReadonlySet<string>,
  taken: ReadonlyMap<string, unknown>,
): ReadonlyMap<string | null, readonly string[]> {
  const after = new Map<string | null, string[]>();
  let last: string | null = null;
  for (const key of order) {
    if (known.has(key)) last = key;
    else if (taken.has(key)) after.set(last, [...(after.get(last) ?? []), key]);
  }
  return after;
}

/**
 * The rows that were taken, in the order of mine, or of theirs where mine kept that of the base. Rows that only the
 * other version has follow the row they follow there, behind what was added at the same place.
 */
export function weaveRows<Row>({ base, mine, theirs }: ThreeOrders, taken: ReadonlyMap<string, Row>): readonly Row[] {
  const [order, other] = sameOrder(mine, base) ? [theirs, mine] : [mine, theirs];
  const known = new Set(order);
  const others = new Set(other);
  const after = followers(other, known, taken);
  const keys: string[] = [];
  let waiting = after.get(null) ?? [];
  for (const key of order) {
    if (others.has(key)) {
      keys.push(...waiting);
      waiting = [];
    }
    keys.push(key);
    waiting = [...waiting, ...(after.get(key) ?? [])];
  }
  return [...keys, ...waiting].flatMap((key) => {
    const row = taken.get(key);
    return row === undefined ? [] : [row];
  });
}
