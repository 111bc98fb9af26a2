import type { RecordEntry } from '#machine/recordings.ts';
import { assertNever } from '#model/assert.ts';
import type { Item } from '#model/data-return.ts';
import { type FactId, factId } from '#model/ids.ts';
import type { Source } from '#model/workspace.ts';
import type { CaseReading, Resolved } from './case-reading.ts';
import type { Feed, Lack } from './child-return.ts';
import { entryGives, type Given } from './item-value.ts';
import { feedingSources, isHeld } from './return-rules.ts';
import { workedOut } from './worked-out/worked-out.ts';

/** The code that stands for several, in a set that has one. */
const MULTIPLE = 'MUL';

const NO_VALUE: Resolved = { value: null, fed: [], lack: null, workedOut: '', unneeded: '' };
const sent = (value: string, fed: readonly Feed[]): Resolved => ({ ...NO_VALUE, value, fed });
const lacking = (lack: Lack): Resolved => ({ ...NO_VALUE, lack });

/** An entry with what it gives the item. */
interface Saying {
  readonly entry: RecordEntry;
  readonly gives: readonly Given[];
  readonly place: string;
}

function lackOf(entry: RecordEntry, gives: readonly Given[]): Resolved | null {
  for (const given of gives) {
    if (given.kind === 'no-code')
      return { ...lacking({ kind: 'no-code', entry, list: given.list, code: given.code }), fed: [] };
    if (given.kind === 'not-in-format') return lacking({ kind: 'not-in-format', entry, wanted: given.wanted });
  }
  return null;
}

const feedsOf = (entry: RecordEntry, gives: readonly Given[], value?: string): readonly Feed[] =>
  gives.flatMap((given) =>
    given.kind === 'value' && (value === undefined || given.value === value) ? [{ entry, code: given.code }] : [],
  );

const valuesOf = (gives: readonly Given[]): readonly string[] => [
  ...new Set(gives.flatMap((given) => (given.kind === 'value' ? [given.value] : []))),
];

/** Entries that feed and say something: by the order of their places (blank last), then the latest first. */
export function sayings(reading: CaseReading, item: Item, entries: readonly RecordEntry[]): readonly Saying[] {
  const { rules } = reading;
  const said = entries.flatMap((entry, at) => {
    if (entry.source.use !== 'feeds') return [];
    const gives = entryGives(rules, item, entry);
    return gives.length === 0 ? [] : [{ entry, gives, at, ...rules.precedence(entry.source, item) }];
  });
  const byPlace = (a: { order: number }, b: { order: number }): number => (a.order === b.order ? 0 : a.order - b.order);
  return said
    .toSorted((a, b) => byPlace(a, b) || b.entry.on.localeCompare(a.entry.on) || b.at - a.at)
    .map(({ entry, gives, key }) => ({ entry, gives, place: key }));
}

/** One value: what the first place says; several codes at once are the code for several, where the set has one. */
function oneValue({ rules }: CaseReading, item: Item, { entry, gives }: Saying): Resolved {
  const lack = lackOf(entry, gives);
  if (lack !== null) return lack;
  const [value = '', ...others] = valuesOf(gives);
  if (others.length === 0) return sent(value, feedsOf(entry, gives).slice(0, 1));
  const set = item.codeSet === null ? undefined : rules.codes.get(item.codeSet);
  return set?.has(MULTIPLE)
    ? sent(MULTIPLE, feedsOf(entry, gives))
    : lacking({ kind: 'not-in-format', entry, wanted: 'one value' });
}

/** Several values: all that the first place says in the step in which it was last written, each value once. */
function manyValues(said: readonly Saying[], first: Saying): readonly Resolved[] {
  const together = said.filter(({ place, entry }) => place === first.place && entry.step === first.entry.step);
  const inOrder = together.toReversed().toSorted((a, b) => (a.entry.source.order ?? 0) - (b.entry.source.order ?? 0));
  const values = [...new Set(inOrder.flatMap(({ gives }) => valuesOf(gives)))];
  const fed = (value: string): readonly Feed[] =>
    inOrder.flatMap(({ entry, gives }) => feedsOf(entry, gives, value).slice(0, 1));
  const lacks = inOrder.flatMap(({ entry, gives }) => lackOf(entry, gives) ?? []);
  return [...values.map((value) => sent(value, fed(value))), ...lacks];
}

const MADE = new Set(['calculated', 'generated', 'outside']);

interface There {
  readonly steps: ReadonlySet<string>;
  readonly forms: ReadonlySet<string>;
}

const there = new WeakMap<CaseReading, There>();

/** The step types that the case has come to, and the forms that stand on them. */
function thereIn(reading: CaseReading): There {
  const { rules, members } = reading;
  const known = there.get(reading);
  if (known !== undefined) return known;
  const steps = new Set(members.flatMap(({ step }) => (step === null ? [] : [step.stepType])));
  const forms = new Set([...steps].flatMap((step) => rules.index.formsOfStep.get(step) ?? []).map(({ form }) => form));
  there.set(reading, { steps, forms });
  return { steps, forms };
}

/** Sources whose step or form was there in this case stand first. */
function thoseThereFirst(reading: CaseReading, sources: readonly Source[]): readonly Source[] {
  const { steps, forms } = thereIn(reading);
  const isThere = (source: Source): boolean =>
    isHeld(source) ||
    (source.stepType === null ? source.form !== null && forms.has(source.form) : steps.has(source.stepType));
  return [...sources.filter(isThere), ...sources.filter((source) => !isThere(source))];
}

/** The names of the facts that calculated sources say it is worked out from. */
const inputsOf = ({ rules }: CaseReading, sources: readonly Source[]): readonly string[] =>
  sources
    .filter(({ kind }) => kind === 'calculated')
    .flatMap(({ ref }) => ref.split(';'))
    .map((fact) => fact.trim())
    .filter((fact) => fact !== '')
    .map((fact) => rules.index.facts.get(factId(fact))?.name || fact);

/** Why nothing says a fact. */
function nothingSays(reading: CaseReading, sources: readonly Source[]): Lack {
  const recorded = sources.filter(({ kind }) => !MADE.has(kind));
  if (sources.length === 0) return { kind: 'no-source' };
  if (sources.every(({ kind }) => kind === 'outside')) return { kind: 'outside', sources };
  return recorded.length === 0
    ? { kind: 'cannot-be-worked-out', from: inputsOf(reading, sources) }
    : { kind: 'not-recorded', sources: thoseThereFirst(reading, recorded) };
}

function withoutEntry(reading: CaseReading, fact: FactId, instance: string): Resolved {
  const sources = feedingSources(reading.rules.index, fact);
  if (!sources.some(({ kind }) => kind === 'calculated')) return lacking(nothingSays(reading, sources));
  const worked = workedOut(reading, fact, instance);
  if (worked === null) return lacking(nothingSays(reading, sources));
  switch (worked.kind) {
    case 'value':
      return { ...sent(worked.value, worked.fed), workedOut: worked.says };
    case 'unneeded':
      return { ...NO_VALUE, lack: nothingSays(reading, sources), unneeded: worked.says };
    case 'lacking':
      return lacking({ kind: 'cannot-be-worked-out', from: worked.from });
    default:
      return assertNever(worked);
  }
}

/** What stands in an item for one instance of its fact: one value or one lack, or several where it may stand many times. */
export function resolveItem(reading: CaseReading, item: Item, instance: string): readonly Resolved[] {
  if (item.fact === null) return [lacking({ kind: 'no-source' })];
  const said = sayings(reading, item, reading.entriesOf(item.fact, instance));
  const [first] = said;
  if (first === undefined) return [withoutEntry(reading, item.fact, instance)];
  return item.max === 1 ? [oneValue(reading, item, first)] : manyValues(said, first);
}
