import { answerSeconds, defaultSeconds, NO_TIME, plus, type Timings, times, timingsOf } from '#analyses/seconds.ts';
import { count } from '#diagram/describe-step.ts';
import { betweenEnds } from '#diagram/overlays/figures-in-words.ts';
import type { CaseState } from '#machine/case-values.ts';
import type { RecordEntry } from '#machine/recordings.ts';
import { type ShownQuestion, shownQuestions } from '#machine/shown.ts';
import type { StepDefinition } from '#machine/step-definition.ts';
import { type Answer, isEmpty, type StepState, textsOf } from '#machine/step-values.ts';
import { isIsoDate } from '#model/dates.ts';
import type { Range } from '#model/figures.ts';
import type { StepTypeId } from '#model/ids.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Question } from '#model/workspace.ts';
import { knownElsewhere } from './already-known.ts';
import { saysSomething } from './entry-words.ts';
import { type CasePlace, placeOfEntry, questionPlace } from './lit.ts';

/*
 * What a case costs to record, so far.
 *
 * An entry is an answer that a person typed or chose: on a form, each row and each child counting by itself, and on a
 * screen outside forms. What the form or the screen filled in by itself is none, unless somebody typed over it. Entries of
 * a cancelled step were made all the same.
 *
 * An entry was typed again when what it says was known without it. For each fact that ought to be recorded once, and each
 * instance of its scope: where any place that nobody types into has it too (Mosaic's own dates, next actions, the source of
 * a step, what was held, or pulled forward before), each of its entries; else all but the first. What is pulled forward
 * from an entry does not make that one a second. An entry counts once, however many facts it says. Facts that are judgements or belong to one step alone, and pairs that a person has called no
 * duplicate, do not count.
 *
 * Seconds are those of `analyses/time.md`: modelled, not measured in social care. Long texts count the words that were
 * really typed. What was pulled forward costs a look; each step that was started costs its opening, saving and finishing.
 */

/** What a case costs to record, so far. */
export interface CaseTotals {
  readonly entries: number;
  /** The entries that were typed again though what they say was known. */
  readonly again: readonly CasePlace[];
  readonly seconds: Range;
}

type Definitions = ReadonlyMap<StepTypeId, StepDefinition>;

/** An entry of a person: on a form (`question`), or on a screen outside forms. */
interface Typed {
  readonly step: StepState;
  readonly place: CasePlace;
  readonly shown: ShownQuestion | null;
  readonly answer: Answer;
}

const isTyped = (question: Question, answer: Answer): boolean =>
  question.entry !== 'system' && answer.pulled === undefined;

interface StepWork {
  readonly typed: readonly Typed[];
  /** What the step's forms and screens filled in by themselves, each place with its day. */
  readonly filled: readonly (readonly [CasePlace, string])[];
  readonly seconds: Range;
}

const timings = new WeakMap<WorkspaceIndex['workspace'], Timings>();

function timingsFor(index: WorkspaceIndex): Timings {
  const known = timings.get(index.workspace) ?? timingsOf(index);
  timings.set(index.workspace, known);
  return known;
}

const wordsIn = (answer: Answer): number =>
  textsOf(answer.value)
    .join(' ')
    .split(/\s+/u)
    .filter((word) => word !== '').length;

/** Seconds of an answer as it came about: typed, or filled in by the form and looked at. */
function secondsOf(index: WorkspaceIndex, question: Question, answer: Answer): Range {
  const typed = isTyped(question, answer);
  const entry = typed ? 'typed' : question.entry === 'typed' ? 'pulled-editable' : question.entry;
  const typicalWords = typed ? wordsIn(answer) : question.typicalWords;
  return answerSeconds(index, timingsFor(index), { ...question, entry, typicalWords }).seconds;
}

/** A screen's field is a date, a few ticks, or chosen from a list. */
function secondsOnScreen({ value }: Answer): Range {
  const texts = textsOf(value);
  if (texts.length > 1) return defaultSeconds('several');
  return defaultSeconds(isIsoDate(texts[0] ?? '') ? 'date' : 'choice');
}

const worked = new WeakMap<StepState, { readonly index: WorkspaceIndex; readonly work: StepWork }>();

function workOn(index: WorkspaceIndex, definition: StepDefinition | undefined, step: StepState): StepWork {
  const known = worked.get(step);
  if (known?.index === index) return known.work;
  const work = workIn(index, definition, step);
  worked.set(step, { index, work });
  return work;
}

function workIn(index: WorkspaceIndex, definition: StepDefinition | undefined, step: StepState): StepWork {
  const typed: Typed[] = [];
  const filled: (readonly [CasePlace, string])[] = [];
  let seconds = step.started === null ? NO_TIME : defaultSeconds('step');
  for (const shown of definition === undefined ? [] : shownQuestions(definition, step)) {
    const { question, copy, answer } = shown;
    if (answer === null) continue;
    seconds = plus(seconds, secondsOf(index, question, answer));
    const place = questionPlace(step.key, question.form, question.code, copy);
    if (isTyped(question, answer)) typed.push({ step, place, shown, answer });
    else filled.push([place, answer.on]);
  }
  for (const [key, answer] of Object.entries(step.screens)) {
    const place = `${step.key} ${key}`;
    if (answer.pulled !== undefined) filled.push([place, answer.on]);
    if (answer.pulled !== undefined || isEmpty(answer.value)) continue;
    seconds = plus(seconds, secondsOnScreen(answer));
    typed.push({ step, place, shown: null, answer });
  }
  return { typed, filled, seconds };
}

type Places = ReadonlyMap<CasePlace, readonly RecordEntry[]>;

/** Entries elsewhere of what a screen outside forms says. */
function elsewhereOfScreen(
  index: WorkspaceIndex,
  { record }: CaseState,
  own: readonly RecordEntry[],
): readonly RecordEntry[] {
  const here = new Set(own);
  return own.flatMap(({ fact: id, instance }) => {
    const fact = index.facts.get(id);
    if (fact === undefined || fact.kind === 'judgement' || fact.scope === 'step') return [];
    return record.filter(
      (entry) =>
        entry.fact === id &&
        entry.instance === instance &&
        entry.copy === undefined &&
        !here.has(entry) &&
        saysSomething(entry),
    );
  });
}

interface Recorded {
  readonly index: WorkspaceIndex;
  readonly state: CaseState;
  readonly atPlace: Places;
  /** Places that people typed into, by when. */
  readonly order: ReadonlyMap<CasePlace, number>;
  /** Places that filled themselves in, each with its day and the number of its step. */
  readonly filled: ReadonlyMap<CasePlace, When>;
}

interface When {
  readonly on: string;
  readonly step: number;
}

const isBefore = (one: When, other: When): boolean =>
  one.on === other.on ? one.step <= other.step : one.on < other.on;

function elsewhere({ index, state, atPlace }: Recorded, { step, shown, place }: Typed): readonly RecordEntry[] {
  if (shown === null) return elsewhereOfScreen(index, state, atPlace.get(place) ?? []);
  return knownElsewhere(index, state, step, shown);
}

/** Whether another place has what an entry says, and either nobody typed it there or it was typed there before. */
function isAgain(record: Recorded, typed: Typed): boolean {
  const own = record.order.get(typed.place) ?? 0;
  const when = { on: typed.answer.on, step: record.state.steps.indexOf(typed.step) };
  return elsewhere(record, typed).some((entry) => {
    const place = placeOfEntry(entry);
    const other = record.order.get(place);
    if (other !== undefined) return other < own;
    const filled = record.filled.get(place);
    return filled === undefined || isBefore(filled, when);
  });
}

const byDay = (one: Typed, other: Typed): number => one.answer.on.localeCompare(other.answer.on);

/** The totals of a case as it stands. */
export function caseTotals(index: WorkspaceIndex, definitions: Definitions, state: CaseState): CaseTotals {
  const works = state.steps.map((step) => workOn(index, definitions.get(step.stepType), step));
  const typed = works.flatMap((work) => work.typed);
  const record: Recorded = {
    index,
    state,
    atPlace: groupBy(state.record, placeOfEntry),
    order: new Map(typed.toSorted(byDay).map(({ place }, at) => [place, at])),
    filled: new Map(works.flatMap(({ filled }, step) => filled.map(([place, on]) => [place, { on, step }]))),
  };
  return {
    entries: typed.length,
    again: typed
      .filter(({ step }) => step.status !== 'cancelled')
      .filter((one) => isAgain(record, one))
      .map(({ place }) => place),
    seconds: works.reduce((sum, { seconds }) => plus(sum, seconds), NO_TIME),
  };
}

/** A figure and what it counts. */
export interface TotalInWords {
  readonly figure: string;
  readonly words: string;
}

/** From so many minutes on, hours are told. */
const MANY_MINUTES = 180;

/** Seconds as people tell them, by the longest of them: minutes, or hours with a decimal. */
function inUnits(seconds: Range): { readonly unit: 'minute' | 'hour'; readonly range: Range } {
  const minutes = times(seconds, 1 / 60);
  if (minutes.high < MANY_MINUTES) return { unit: 'minute', range: minutes };
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  const { low, usual, high } = times(seconds, 1 / 3600);
  return { unit: 'hour', range: { low: tenth(low), usual: tenth(usual), high: tenth(high) } };
}

function describeSeconds(seconds: Range): string {
  const { unit, range } = inUnits(seconds);
  return unit === 'minute' ? `${betweenEnds(range)} min` : `${range.low}–${range.high} hours`;
}

/** "71" "entries typed", "11" "typed again that were known", "9–31 min" "of entry". */
export const describeTotals = ({ entries, again, seconds }: CaseTotals): readonly TotalInWords[] => [
  { figure: entries.toLocaleString('en-GB'), words: entries === 1 ? 'entry typed' : 'entries typed' },
  { figure: again.length.toLocaleString('en-GB'), words: 'typed again that were known' },
  { figure: describeSeconds(seconds), words: 'of entry' },
];

/** What stands behind the time: "Usually 17 minutes. Modelled, not measured in social care." */
export function describeUsual({ seconds }: CaseTotals): string {
  const { unit, range } = inUnits(seconds);
  const usual = unit === 'minute' ? count(Math.round(range.usual), 'minute') : `${range.usual} hours`;
  return `Usually ${usual}. Modelled, not measured in social care.`;
}
