/** Two lists held against each other by key. Every value of either stands in exactly one of the three. */
export interface Compared<Value> {
  readonly added: readonly Value[];
  readonly removed: readonly Value[];
  readonly kept: readonly { readonly from: Value; readonly to: Value }[];
}

/** Holds two lists against each other; values of one key count once, the first of them. */
export function compareLists<Value>(
  from: readonly Value[],
  to: readonly Value[],
  keyOf: (value: Value) => string,
): Compared<Value> {
  const byKey = (values: readonly Value[]): ReadonlyMap<string, Value> =>
    new Map(values.toReversed().map((value) => [keyOf(value), value]));
  const before = byKey(from);
  const after = byKey(to);
  const firsts = (values: readonly Value[], of: ReadonlyMap<string, Value>): readonly Value[] =>
    values.filter((value) => of.get(keyOf(value)) === value);
  return {
    added: firsts(to, after).filter((value) => !before.has(keyOf(value))),
    removed: firsts(from, before).filter((value) => !after.has(keyOf(value))),
    kept: firsts(from, before).flatMap((value) => {
      const now = after.get(keyOf(value));
      return now === undefined ? [] : [{ from: value, to: now }];
    }),
  };
}

/** One thing that is said of something, in the old year and in the new. */
export interface MemberChange {
  /** What is changed, in words: "CBDS number". */
  readonly member: string;
  readonly from: string;
  readonly to: string;
}

/** A member in words, and how its value reads. */
export type Member<Value> = readonly [name: string, words: (value: Value) => string];

/** The members that read differently. */
export const changesOf = <Value>(members: readonly Member<Value>[], from: Value, to: Value): readonly MemberChange[] =>
  members
    .map(([member, words]) => ({ member, from: words(from), to: words(to) }))
    .filter((change) => change.from !== change.to);
