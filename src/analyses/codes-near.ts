/** How alike two wordings must be for one to be proposed for the other, 0 to 1. Ours: low enough for an added word. */
const LEAST_ALIKE = 0.6;

/** How many pairs of wordings are compared for one list before the rest goes without a proposal. */
const MOST_COMPARED = 100_000;

const FILLERS = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'in', 'of', 'or', 'other', 'the', 'to']);

interface Lettered<Value> {
  readonly value: Value;
  readonly letters: ReadonlyMap<string, number>;
  readonly size: number;
}

/** The pairs of letters that stand side by side in the words that carry meaning. */
function letterPairs(text: string): ReadonlyMap<string, number> {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const telling = words.filter((word) => word !== '' && !FILLERS.has(word));
  const pairs = new Map<string, number>();
  for (const word of telling.length === 0 ? words : telling) {
    const padded = ` ${word} `;
    for (let at = 0; at + 1 < padded.length; at += 1) {
      const pair = padded.slice(at, at + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}

function lettered<Value>(value: Value, text: string): Lettered<Value> {
  const letters = letterPairs(text);
  return { value, letters, size: [...letters.values()].reduce((sum, times) => sum + times, 0) };
}

/** The share of letter pairs that two wordings have in common, 0 to 1 (Dice). */
function alike(a: Lettered<unknown>, b: Lettered<unknown>): number {
  const [small, large] = a.letters.size <= b.letters.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [pair, times] of small.letters) shared += Math.min(times, large.letters.get(pair) ?? 0);
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** A search among wordings for the one that a text probably was; the first of equals, undefined where none is near. */
export function nearestWording<Value>(
  values: readonly Value[],
  wording: (value: Value) => string,
): (text: string) => Value | undefined {
  const candidates = values.map((value) => lettered(value, wording(value)));
  let left = MOST_COMPARED;
  return (text) => {
    left -= candidates.length;
    if (candidates.length === 0 || left < 0) return undefined;
    const wanted = lettered(text, text);
    const scored = candidates.map((candidate) => ({ value: candidate.value, score: alike(wanted, candidate) }));
    const best = scored.reduce((most, next) => (next.score > most.score ? next : most));
    return best.score >= LEAST_ALIKE ? best.value : undefined;
  };
}
