import type { RecordEntry } from '#machine/recordings.ts';
import { textsOf } from '#machine/step-values.ts';
import { factId } from '#model/ids.ts';
import type { Scope } from '#model/words.ts';
import { type CaseReading, instanceRound } from '#returns/case-reading.ts';
import type { Feed } from '#returns/child-return.ts';
import { feedingSources } from '#returns/return-rules.ts';

/** What comes of working a fact out, said in a whole sentence with the values. */
export type WorkedOut =
  | { readonly kind: 'value'; readonly value: string; readonly fed: readonly Feed[]; readonly says: string }
  /** Nothing has to stand there. */
  | { readonly kind: 'unneeded'; readonly says: string }
  /** The names of the facts that are not on the record. */
  | { readonly kind: 'lacking'; readonly from: readonly string[] };

/** How one fact is worked out for an instance of its scope. */
export interface WorkOut {
  readonly fact: string;
  readonly workOut: (reading: CaseReading, at: Instance) => WorkedOut;
}

export interface Instance {
  readonly scope: Scope;
  readonly instance: string;
}

/** What the record says of a fact. */
export interface Said {
  readonly entry: RecordEntry;
  readonly texts: readonly string[];
}

/**
 * What the record says of a fact where an instance stands: by the order of the places that the return reads (blank last),
 * then what was said last. A fact of which the return reads no place is taken from any.
 */
export function saidOf(reading: CaseReading, key: string, at: Instance): Said | null {
  const fact = reading.rules.index.facts.get(factId(key));
  if (fact === undefined) return null;
  const entries = reading.entriesOf(fact.id, instanceRound(reading, fact.scope, at));
  const isRead = feedingSources(reading.rules.index, fact.id).length > 0;
  const order = ({ source }: RecordEntry): number => reading.rules.precedence(source, null).order;
  const [entry] = entries
    .filter(({ source }) => !isRead || source.use === 'feeds')
    .toReversed()
    .toSorted((a, b) => (order(a) === order(b) ? b.on.localeCompare(a.on) : order(a) - order(b)));
  return entry === undefined ? null : { entry, texts: textsOf(entry.value).filter((text) => text.trim() !== '') };
}

export const fedBy = (...said: readonly (Said | null)[]): readonly Feed[] =>
  said.flatMap((one) => (one === null ? [] : [{ entry: one.entry, code: null }]));

/** The name of a fact; its key where the workspace has no such fact. */
export const nameOfFact = ({ rules }: CaseReading, key: string): string =>
  rules.index.facts.get(factId(key))?.name || key;
