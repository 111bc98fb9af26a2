import { findingId } from '#analyses/describe.ts';
import type { CaseState } from '#machine/case-values.ts';
import { instanceOf } from '#machine/instances.ts';
import type { RecordEntry } from '#machine/recordings.ts';
import { type Answer, answerKey, isEmpty, type StepState, textsOf } from '#machine/step-values.ts';
import type { FactId } from '#model/ids.ts';
import { groupBy, questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Fact, Question } from '#model/workspace.ts';
import { dayInWords } from './days.ts';
import { placeOfEntry, questionPlace } from './lit.ts';
import { stepNames } from './step-names.ts';

type RecordByFact = ReadonlyMap<FactId, readonly RecordEntry[]>;

const records = new WeakMap<CaseState['record'], RecordByFact>();

function byFact(record: CaseState['record']): RecordByFact {
  const known = records.get(record) ?? groupBy(record, ({ fact }) => fact);
  records.set(record, known);
  return known;
}

/** Facts that a question records, of those that ought to be recorded once: no judgement, nothing of one step alone. */
function factsAsked(index: WorkspaceIndex, step: StepState, { form, code }: Question): readonly Fact[] {
  const sources = index.sourcesOfQuestion.get(questionKey(form, code)) ?? [];
  const counted = sources.filter(
    ({ use, status, stepType }) =>
      use !== 'supports' && status !== 'ignored' && (stepType ?? step.stepType) === step.stepType,
  );
  return [...new Set(counted.map(({ fact }) => fact))].flatMap((id) => {
    const fact = index.facts.get(id);
    return fact === undefined || fact.kind === 'judgement' || fact.scope === 'step' ? [] : [fact];
  });
}

/** Whether a person has decided that what a question records is no duplicate of what stands in another place. */
function isNoDuplicate(index: WorkspaceIndex, step: StepState, { form, code }: Question, entry: RecordEntry): boolean {
  const { fact, source } = entry;
  const isOnForm = entry.step === step.key && source.form === form && source.question !== null;
  const ids = isOnForm
    ? [code, source.question ?? code].map((question) => findingId('duplicate/on-form', fact, form, question))
    : [
        findingId(
          entry.step === step.key ? 'duplicate/in-step' : 'duplicate/on-route',
          fact,
          step.stepType,
          form,
          code,
        ),
      ];
  return index.reviews.size > 0 && ids.some((id) => index.reviews.get(id)?.decision === 'not-a-duplicate');
}

/** A path that was not taken, or a source that nobody chose, says nothing of a fact. */
const saysSomething = ({ source, value }: RecordEntry): boolean =>
  !isEmpty(value) && !(source.kind === 'next-action' && textsOf(value).includes('No'));

/** A question, and which row or child of it, from 0. */
export interface AskedQuestion {
  readonly question: Question;
  readonly copy: number;
}

/**
 * Entries of the record that say, in another place, what a question of a step asks: the same fact in the same instance
 * of its scope, about the same child, in the same row where there are rows.
 */
export function knownElsewhere(
  index: WorkspaceIndex,
  state: CaseState,
  step: StepState,
  { question, copy }: AskedQuestion,
): readonly RecordEntry[] {
  const here = questionPlace(step.key, question.form, question.code, copy);
  const ofSibling = question.perChild && copy > 0;
  return factsAsked(index, step, question).flatMap((fact) => {
    const instance = instanceOf(fact.scope, step.key, step.opened);
    return (byFact(state.record).get(fact.id) ?? []).filter(
      (entry) =>
        entry.instance === instance &&
        (entry.copy ?? 0) === copy &&
        (entry.ofSibling === true) === ofSibling &&
        saysSomething(entry) &&
        placeOfEntry(entry) !== here &&
        !isNoDuplicate(index, step, question, entry),
    );
  });
}

const SCREENS: Readonly<Record<string, string>> = {
  'person-field': 'the person record',
  'register-field': 'the register',
  'legal-status': 'the legal status screen',
  'service-user-group': 'the service user group',
};

interface Told {
  readonly index: WorkspaceIndex;
  readonly state: CaseState;
  readonly step: StepState;
}

const MADE_BY: Readonly<Record<string, string>> = {
  'step-date': 'Mosaic’s date of',
  'step-source': 'the source chosen for',
  'next-action': 'a next action of',
  'step-path': 'the chain of steps with',
};

function describeWhere({ index, state, step }: Told, entry: RecordEntry): string {
  const { kind, form } = entry.source;
  const isHere = entry.step === step.key;
  const name = entry.step === null ? '' : (stepNames(index, state).get(entry.step) ?? entry.step);
  const screen = SCREENS[kind];
  if (screen !== undefined) return entry.step === null || isHere ? screen : `${screen} in ${name}`;
  const madeBy = MADE_BY[kind];
  if (madeBy !== undefined) return `${madeBy} ${isHere ? 'this step' : name}`;
  if (!isHere) return name;
  return form === null ? 'this step' : (index.forms.get(form)?.title ?? form);
}

/** Step dates and next actions that stand on the record only when the step has been completed. */
const madeAtTheEnd = ({ source: { kind, ref } }: RecordEntry): boolean =>
  kind === 'next-action' || (kind === 'step-date' && ref === 'completed');

/** Whether an entry stood there when a question was answered. */
function wasThere({ state, step }: Told, entry: RecordEntry, own: string, answer: Answer): boolean {
  if (entry.on !== answer.on) return entry.on < answer.on;
  if (entry.step !== step.key) {
    const order = state.steps.map(({ key }) => key);
    return entry.step === null || order.indexOf(entry.step) < order.indexOf(step.key);
  }
  const { form, question } = entry.source;
  if (form === null || question === null) return !madeAtTheEnd(entry);
  // Answers are kept in the order in which they were last given.
  const given = Object.keys(step.answers);
  return given.indexOf(answerKey(form, question, entry.copy)) < given.indexOf(own);
}

const TIMES = ['', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

const describeTimes = (before: number): string => {
  const time = TIMES[before];
  return time === undefined ? `one more time, after ${before}` : `a ${time} time`;
};

const MOST_NAMED = 3;

function describeEntries(told: Told, entries: readonly RecordEntry[], on: string): string {
  const words = entries.map((entry) => `${dayInWords(entry.on, on)}, ${describeWhere(told, entry)}`);
  const distinct = [...new Set(words)];
  const more = distinct.length - MOST_NAMED;
  return [...distinct.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])].join('; ');
}

/** What is known of the answer to a question before anybody gives it. */
export interface AlreadyKnown {
  /** "Already known: 6 July, Strategy discussion. Being recorded a second time."; empty where nothing was known. */
  readonly says: string;
  /** How many entries there were before. */
  readonly times: number;
}

export const NOT_KNOWN: AlreadyKnown = { says: '', times: 0 };

/** What a question asks again, in words: the entries made before it was answered, and those made since. */
export function alreadyKnown(
  index: WorkspaceIndex,
  state: CaseState,
  step: StepState,
  asked: AskedQuestion,
): AlreadyKnown {
  const entries = knownElsewhere(index, state, step, asked);
  if (entries.length === 0) return NOT_KNOWN;
  const told: Told = { index, state, step };
  const own = answerKey(asked.question.form, asked.question.code, asked.copy);
  const answer = step.answers[own];
  const before = answer === undefined ? entries : entries.filter((entry) => wasThere(told, entry, own, answer));
  const since = entries.filter((entry) => !before.includes(entry));
  const on = state.steps.at(-1)?.incoming ?? '';
  const asks = answer === undefined ? 'Asked' : 'Recorded';
  return {
    says: [
      ...(before.length === 0
        ? []
        : [`Already known: ${describeEntries(told, before, on)}. ${asks} here ${describeTimes(before.length)}.`]),
      ...(since.length === 0 ? [] : [`Recorded again since: ${describeEntries(told, since, on)}.`]),
    ].join(' '),
    times: before.length,
  };
}
