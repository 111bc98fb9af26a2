import type { RecordEntry } from '#machine/recordings.ts';
import { answerKey, screenKey } from '#machine/step-values.ts';
import { groupBy } from '#model/index-workspace.ts';
import { dayInWords } from './days.ts';
import { describeEntryPlace, nameOfEntryStep, sayAnswer, saysSomething, type Told } from './entry-words.ts';
import { instanceName } from './instance-names.ts';
import { type CasePlace, placeOfEntry } from './lit.ts';

/** One line of a child's record as the screen shows it. */
export interface RecordLine {
  /** Unique in the record. */
  readonly key: string;
  readonly fact: string;
  readonly value: string;
  /** The recording place and the step it stands in. */
  readonly where: string;
  /** "6 July"; "held" days have their day too. */
  readonly when: string;
  /** "Recorded before: 29 June, “Date of referral”, Contact"; empty where it is the first. */
  readonly again: string;
  /** The brother or sister it is about, or which row of a table; empty: the child, the first row. */
  readonly about: string;
  /** The return asks for the fact, and does not read it here. */
  readonly isUnread: boolean;
  readonly place: CasePlace;
  /** Key of the step; null: held before the first. */
  readonly step: string | null;
  /** The key of its group. */
  readonly instance: string;
  readonly on: string;
}

/** Lines that belong together, under a heading. */
export interface RecordGroup {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly RecordLine[];
}

/** How the record is put in order. */
export const RECORD_ORDERS = ['scope', 'time'] as const;
export type RecordOrder = (typeof RECORD_ORDERS)[number];

/** The same fact, about the same instance, child and row. */
const sameKey = ({ fact, instance, copy, ofSibling }: RecordEntry): string =>
  [fact, instance, copy ?? 0, ofSibling === true].join('\u0000');

function describeAbout({ state }: Told, { copy, ofSibling }: RecordEntry): string {
  if (copy === undefined) return '';
  return ofSibling === true ? `about ${state.input.siblings?.[copy - 1] ?? `child ${copy + 1}`}` : `row ${copy + 1}`;
}

/** Whether the form or the screen filled it in by itself from what was known. */
function isPulled({ state }: Told, { step: key, source, copy }: RecordEntry): boolean {
  const step = state.steps.find((one) => one.key === key);
  const { kind, form, question, ref } = source;
  const answer =
    form !== null && question !== null
      ? step?.answers[answerKey(form, question, copy)]
      : step?.screens[screenKey(kind, ref)];
  return answer?.pulled !== undefined;
}

function describeAgain(told: Told, entry: RecordEntry, before: readonly RecordEntry[]): string {
  const fact = told.index.facts.get(entry.fact);
  const place = placeOfEntry(entry);
  const [first] = before.filter((other) => placeOfEntry(other) !== place);
  if (first === undefined || fact === undefined || fact.kind === 'judgement' || fact.scope === 'step') return '';
  return `Recorded before: ${dayInWords(first.on, told.on)}, ${describeEntryPlace(told, first)}`;
}

function toLine(told: Told, entry: RecordEntry, at: number, before: readonly RecordEntry[]): RecordLine {
  const { index, on } = told;
  const pulled = isPulled(told, entry);
  return {
    key: String(at),
    fact: index.facts.get(entry.fact)?.name || entry.fact,
    value: sayAnswer(entry.value),
    where: `${describeEntryPlace(told, entry)}${pulled ? ', pulled forward' : ''}`,
    when: dayInWords(entry.on, on),
    again: pulled ? '' : describeAgain(told, entry, before),
    about: describeAbout(told, entry),
    isUnread: entry.source.use !== 'feeds' && index.itemsOfFact.has(entry.fact),
    place: placeOfEntry(entry),
    step: entry.step,
    instance: entry.instance,
    on: entry.on,
  };
}

/** Every entry of the record that says something, in the order in which it was recorded. */
export function recordLines(told: Told): readonly RecordLine[] {
  const { record } = told.state;
  const said = new Map<string, RecordEntry[]>();
  const inTime = record.filter(saysSomething).toSorted((a, b) => a.on.localeCompare(b.on));
  return inTime.map((entry, at) => {
    const key = sameKey(entry);
    const before = said.get(key) ?? [];
    const line = toLine(told, entry, at, before);
    said.set(key, [...before, entry]);
    return line;
  });
}

const words = (line: RecordLine): string =>
  [line.fact, line.value, line.where, line.about, line.when].join(' ').toLowerCase();

/** The lines in which every word stands. */
export function linesWith(lines: readonly RecordLine[], filter: string): readonly RecordLine[] {
  const wanted = filter
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  return wanted.length === 0 ? lines : lines.filter((line) => wanted.every((word) => words(line).includes(word)));
}

/** Groups by the instance of each fact's scope, in the order in which they came to be. */
function byInstance(told: Told, lines: readonly RecordLine[]): readonly RecordGroup[] {
  return [...groupBy(lines, ({ instance }) => instance)].map(([instance, own]) => ({
    key: instance,
    title: instanceName(told.index, told.state, instance),
    lines: own,
  }));
}

/** Groups by the day and step, the latest first. */
function byTime(told: Told, lines: readonly RecordLine[]): readonly RecordGroup[] {
  const groups = groupBy(lines, ({ on, step }) => `${on} ${step ?? ''}`);
  return [...groups].toReversed().map(([key, own]) => {
    const [first] = own;
    const title = first === undefined ? '' : `${first.when}, ${nameOfEntryStep(told, { step: first.step })}`;
    return { key, title, lines: own };
  });
}

/** The record of a case under headings: by what its facts belong to, or by time. */
export const recordGroups = (told: Told, lines: readonly RecordLine[], order: RecordOrder): readonly RecordGroup[] =>
  order === 'time' ? byTime(told, lines) : byInstance(told, lines);
