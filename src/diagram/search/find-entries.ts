import { normalise } from './normalise.ts';
import { FOUND_KINDS, type FoundKind, type SearchEntry } from './search-entry.ts';

/** So many results are shown at most. */
export const MOST_SHOWN = 50;

export interface FoundGroup {
  readonly kind: FoundKind;
  /** How many were found, shown or not. */
  readonly count: number;
  /** Best first. */
  readonly entries: readonly SearchEntry[];
}

export interface FoundEntries {
  /** The group with the best result first; groups equally good in the order of the kinds. */
  readonly groups: readonly FoundGroup[];
  readonly count: number;
}

/** How well an entry fits: 0 is its name or code, 1 begins one, 2 begins words, 3 is in there; null is not at all. */
type Fit = 0 | 1 | 2 | 3;
const FITS: readonly Fit[] = [0, 1, 2, 3];

/** The query, and its words with the space that stands before a word and without. */
interface Query {
  readonly whole: string;
  readonly words: readonly { readonly begins: string; readonly holds: string }[];
}

function toQuery(text: string): Query {
  const whole = normalise(text);
  const words = whole.split(' ').filter((word) => word !== '');
  return { whole, words: words.map((word) => ({ begins: ` ${word}`, holds: word })) };
}

function fitOf({ exact, text }: SearchEntry, { whole, words }: Query): Fit | null {
  if (!words.every(({ holds }) => text.includes(holds))) return null;
  if (exact.includes(whole)) return 0;
  if (exact.some((name) => name.startsWith(whole))) return 1;
  return words.every(({ begins }) => text.includes(begins)) ? 2 : 3;
}

/** What fits equally well: as many as may be shown, and how many there are. */
interface Bucket {
  readonly entries: SearchEntry[];
  count: number;
}

type Buckets = readonly Bucket[];

const newBuckets = (): Buckets => FITS.map(() => ({ entries: [], count: 0 }));

function put(bucket: Bucket | undefined, entry: SearchEntry): void {
  if (bucket === undefined) return;
  bucket.count += 1;
  if (bucket.count <= MOST_SHOWN) bucket.entries.push(entry);
}

interface Ranked {
  readonly kind: FoundKind;
  readonly best: number;
  readonly count: number;
  readonly entries: readonly SearchEntry[];
}

const toRanked = (kind: FoundKind, buckets: Buckets): Ranked => ({
  kind,
  best: buckets.findIndex(({ count }) => count > 0),
  count: buckets.reduce((sum, { count }) => sum + count, 0),
  entries: buckets.flatMap(({ entries }) => entries).slice(0, MOST_SHOWN),
});

/** A few of each group first; what room is left goes to the groups in turn, the best first. */
function shareOut(ranked: readonly Ranked[]): readonly FoundGroup[] {
  const fair = Math.floor(MOST_SHOWN / Math.max(1, ranked.length));
  let left = MOST_SHOWN - ranked.reduce((sum, { entries }) => sum + Math.min(fair, entries.length), 0);
  return ranked.map(({ kind, count, entries }) => {
    const extra = Math.min(left, Math.max(0, entries.length - fair));
    left -= extra;
    return { kind, count, entries: entries.slice(0, fair + extra) };
  });
}

/** What fits every word of a query: names and codes that are it first, then what begins with it, then words, then the rest. */
export function findEntries(lists: readonly (readonly SearchEntry[])[], text: string): FoundEntries {
  const query = toQuery(text);
  if (query.words.length === 0) return { groups: [], count: 0 };
  const byKind = new Map<FoundKind, Buckets>(FOUND_KINDS.map((kind) => [kind, newBuckets()]));
  for (const list of lists) {
    for (const entry of list) {
      const fit = fitOf(entry, query);
      if (fit !== null) put(byKind.get(entry.found.kind)?.[fit], entry);
    }
  }
  const ranked = [...byKind]
    .map(([kind, buckets]) => toRanked(kind, buckets))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => a.best - b.best);
  return { groups: shareOut(ranked), count: ranked.reduce((sum, { count }) => sum + count, 0) };
}
