import { describeSource } from '#analyses/describe.ts';
import { describeThreadPlace, listOf, longDate, questionOf, quoted } from '#diagram/thread/thread-words.ts';
import type { CaseState } from '#machine/case-values.ts';
import type { RecordEntry } from '#machine/recordings.ts';
import { type AnswerValue, isEmpty, textsOf } from '#machine/step-values.ts';
import { isIsoDate } from '#model/dates.ts';
import { nextActionId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { SourceKind } from '#model/words.ts';
import { dayInWords } from './days.ts';
import { stepNames } from './step-names.ts';

/** The case that is told of, and the workspace whose words it is told in. */
export interface Told {
  readonly index: WorkspaceIndex;
  readonly state: CaseState;
  /** The case's own today: days of its year are told without the year. */
  readonly on: string;
}

const BEFORE = 'before the first step';

/** The step in which something was recorded: "Strategy discussion 2"; "before the first step". */
export const nameOfEntryStep = ({ index, state }: Told, { step }: Pick<RecordEntry, 'step'>): string =>
  step === null ? BEFORE : (stepNames(index, state).get(step) ?? step);

/** Whether an entry says anything of its fact: a path that was not taken does not. */
export const saysSomething = ({ source, value }: RecordEntry): boolean =>
  !isEmpty(value) && !(source.kind === 'next-action' && textsOf(value).includes('No'));

/** An answer as it was given, in quotation marks; a day in words. */
export function sayAnswer(value: AnswerValue): string {
  const texts = textsOf(value).filter((text) => text.trim() !== '');
  const isDay = (text: string): boolean => isIsoDate(text) && text.length === 10;
  const words = listOf(texts.map((text) => (isDay(text) ? longDate(text) : text)));
  return texts.every(isDay) ? words : `“${words}”`;
}

/** A recording place and the step it stands in: "“Date enquiry started” on S47 form, Section 47 enquiry". */
export function describeEntryPlace(told: Told, entry: RecordEntry): string {
  const stepType = told.state.steps.find(({ key }) => key === entry.step)?.stepType ?? null;
  return `${describeThreadPlace(told.index, entry.source, stepType)}, ${nameOfEntryStep(told, entry)}`;
}

const MOMENTS: Readonly<Record<string, string>> = {
  incoming: 'came in',
  started: 'started',
  completed: 'was completed',
};

function askedIn(told: Told, entry: RecordEntry): string {
  const question = questionOf(told.index, entry.source);
  const asked = quoted(question ?? { text: '', code: entry.source.question ?? '' });
  return `the answer to ${asked} in ${nameOfEntryStep(told, entry)} was ${sayAnswer(entry.value)}`;
}

function chosenIn(told: Told, entry: RecordEntry): string {
  const label = told.index.nextActions.get(nextActionId(entry.source.ref))?.label || entry.source.ref;
  const was = textsOf(entry.value).includes('No') ? 'was not chosen' : 'was chosen';
  return `the next action “${label}” ${was} in ${nameOfEntryStep(told, entry)}`;
}

function onScreen(told: Told, entry: RecordEntry): string {
  const where = entry.step === null ? BEFORE : `in ${nameOfEntryStep(told, entry)}`;
  return `${describeSource(told.index, entry.source)} said ${sayAnswer(entry.value)} ${where}`;
}

type Because = (told: Told, entry: RecordEntry) => string;

const byItself: Because = ({ index }, { source, value }) =>
  `${describeThreadPlace(index, source, null)} gives ${sayAnswer(value)}`;

const BECAUSE: Readonly<Record<SourceKind, Because>> = {
  question: askedIn,
  'next-action': chosenIn,
  'step-date': (told, { source, value, on, step }) =>
    `${nameOfEntryStep(told, { step })} ${MOMENTS[source.ref] ?? 'has its own date'} on ${dayInWords(textsOf(value)[0] ?? on, told.on)}`,
  'step-path': (told, { value, step }) =>
    `the chain of linked steps that ${nameOfEntryStep(told, { step })} stands in gives ${sayAnswer(value)}`,
  'step-source': (told, { value, step }) =>
    `the source chosen when ${nameOfEntryStep(told, { step })} began was ${sayAnswer(value)}`,
  'person-field': onScreen,
  'register-field': onScreen,
  'legal-status': onScreen,
  'service-user-group': onScreen,
  calculated: byItself,
  generated: byItself,
  outside: byItself,
};

/** What an entry says as the rest of a sentence: "the next action “Child in need plan” was chosen in Section 47 enquiry". */
export const describeBecause: Because = (told, entry) => BECAUSE[entry.source.kind](told, entry);
