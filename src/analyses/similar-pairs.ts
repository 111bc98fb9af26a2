/** A set of words that looks for others like it. `group` must be equal for two to be compared at all. */
export interface Similar<Value> {
  readonly value: Value;
  readonly words: ReadonlySet<string>;
  readonly group: string;
}

/** How often each word occurs, so that rare words can be looked up first. */
function frequencies(all: readonly Similar<unknown>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of all) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The rarest words, enough of them that any set with the least overlap shares at least one (prefix filtering). */
function rarest(words: ReadonlySet<string>, counts: ReadonlyMap<string, number>, least: number): readonly string[] {
  const sorted = [...words].toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1));
  return sorted.slice(0, words.size - Math.ceil(least * words.size) + 1);
}

/** An index over sets of words: for each one given, those in it that may overlap by the least share wanted, each once. */
export function similarIndex<Value>(
  all: readonly Similar<Value>[],
  least: number,
): (wanted: Similar<unknown>) => readonly Similar<Value>[] {
  const counts = frequencies(all);
  const byWord = new Map<string, Similar<Value>[]>();
  for (const one of all) {
    for (const word of rarest(one.words, counts, least)) {
      const key = `${one.group}|${word}`;
      const known = byWord.get(key);
      if (known === undefined) byWord.set(key, [one]);
      else known.push(one);
    }
  }
  return (wanted) => {
    const found = new Set<Similar<Value>>();
    for (const word of rarest(wanted.words, counts, least)) {
      for (const one of byWord.get(`${wanted.group}|${word}`) ?? []) {
        if (one.words.size >= least * wanted.words.size && wanted.words.size >= least * one.words.size) found.add(one);
      }
    }
    return [...found];
  };
}
