import { questionKey } from '#model/index-workspace.ts';
import type { Fact, Question } from '#model/workspace.ts';
import { type AnalysisInput, whilePlacesStand } from './analysis-input.ts';
import { isTyped, type RecordingPlace } from './recording-places.ts';

/** A typed question about a fact that ought to be recorded once, in one step. */
export interface TypedEntry {
  readonly fact: Fact;
  readonly question: Question;
  readonly step: number;
  readonly sure: boolean;
}

/** Facts that may rightly be recorded again: judgements, and what is true of one piece of work only. */
const mayRepeat = (fact: Fact): boolean => fact.kind === 'judgement' || fact.scope === 'step';

const entryKey = (entry: TypedEntry): string =>
  [entry.fact.id, entry.step, questionKey(entry.question.form, entry.question.code)].join('|');

/** Every typed entry of the workspace that could be a duplicate: one per fact, step, form and question. */
export function typedEntries(input: AnalysisInput): readonly TypedEntry[] {
  const known = entriesOf.get(input) ?? findTypedEntries(input);
  entriesOf.set(input, known);
  return known;
}

const entriesOf = new WeakMap<AnalysisInput, readonly TypedEntry[]>();

/** The entries of one fact, each by the first of its places. */
type EntriesOfFact = ReadonlyMap<RecordingPlace, TypedEntry>;

const entriesOfFact = whilePlacesStand<EntriesOfFact>();

function findEntriesOf(fact: Fact | undefined, places: readonly RecordingPlace[]): EntriesOfFact {
  const entries = new Map<string, readonly [RecordingPlace, TypedEntry]>();
  if (fact === undefined || mayRepeat(fact)) return new Map();
  for (const place of places) {
    if (!isTyped(place) || place.question === null || place.step === null) continue;
    const entry = { fact, question: place.question, step: place.step, sure: place.sure };
    const key = entryKey(entry);
    const [first, known] = entries.get(key) ?? [place, null];
    if (known === null || (entry.sure && !known.sure)) entries.set(key, [first, entry]);
  }
  return new Map(entries.values());
}

function findTypedEntries({ index, places, placesOfFact }: AnalysisInput): readonly TypedEntry[] {
  const byFact = new Map(
    [...placesOfFact].map(([fact, own]) => [
      fact,
      entriesOfFact(own, () => findEntriesOf(index.facts.get(fact), own.all)),
    ]),
  );
  return places.flatMap((place) => byFact.get(place.source.fact)?.get(place) ?? []);
}

/** Keeps what was found on an entry and the places of its fact: an entry is the same value only while all of those are. */
export function perEntry<Value>(): (entry: TypedEntry, work: () => readonly Value[]) => readonly Value[] {
  const known = new WeakMap<TypedEntry, readonly Value[]>();
  return (entry, work) => {
    const found = known.get(entry) ?? work();
    known.set(entry, found);
    return found;
  };
}
