import { listOf, quoted } from '#diagram/thread/thread-words.ts';
import type { CaseState } from '#machine/case-values.ts';
import type { ShownQuestion } from '#machine/shown.ts';
import { type Answer, type AnswerValue, answerKey, type StepState, textsOf } from '#machine/step-values.ts';
import type { FormId, QuestionCode } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Entry, QuestionType, SourceKind } from '#model/words.ts';
import type { Clause, Question } from '#model/workspace.ts';
import { type AlreadyKnown, alreadyKnown, NOT_KNOWN } from './already-known.ts';
import { dayInWords } from './days.ts';
import { type FeedsView, feedsView } from './feeds.ts';
import { type CasePlace, questionPlace } from './lit.ts';
import { stepNames } from './step-names.ts';

/** What a field of the screen sends its answer to. */
export type FieldTarget =
  | { readonly kind: 'question'; readonly form: FormId; readonly question: QuestionCode; readonly copy: number }
  | { readonly kind: 'screen'; readonly screen: SourceKind; readonly ref: string };

/** One field as a practitioner sees it, and what stands beside it. */
export interface FieldView {
  readonly target: FieldTarget;
  readonly place: CasePlace;
  readonly text: string;
  readonly type: QuestionType;
  /** What may be chosen; null where the answer is written. */
  readonly options: readonly string[] | null;
  readonly required: boolean;
  /** Empty: not answered. */
  readonly value: AnswerValue;
  readonly entry: Entry;
  /** True where the form filled it in and nobody may type over it. */
  readonly isLocked: boolean;
  /** "Pulled forward from Strategy discussion, 6 July"; empty where it was not. */
  readonly mark: string;
  /** What to know before answering; empty: nothing. */
  readonly hint: string;
  /** "shown because “Is an interpreter needed?” is Yes"; empty where it always shows. */
  readonly because: string;
  readonly feeds: FeedsView;
  readonly known: AlreadyKnown;
}

/** The case, and the step of it whose form is looked at on a day. */
export interface Looked {
  readonly index: WorkspaceIndex;
  readonly state: CaseState;
  readonly step: StepState;
  readonly on: string;
}

const YES_NO: readonly string[] = ['Yes', 'No'];
const madeOptions = new WeakMap<WorkspaceIndex['answersOfLookup'], Map<string, readonly string[]>>();

function optionsOf({ answersOfLookup }: WorkspaceIndex, { type, lookup }: Question): readonly string[] | null {
  if (type === 'yes-no') return YES_NO;
  if (lookup === null || (type !== 'choice' && type !== 'multi-choice')) return null;
  const made = madeOptions.get(answersOfLookup) ?? new Map<string, readonly string[]>();
  madeOptions.set(answersOfLookup, made);
  const options = made.get(lookup) ?? (answersOfLookup.get(lookup) ?? []).map(({ answer }) => answer);
  made.set(lookup, options);
  return options;
}

/** Where an answer that the form filled in came from. */
export function describePulled({ index, state, on }: Looked, answer: Answer | null): string {
  const { pulled } = answer ?? {};
  if (pulled === undefined) return '';
  const from = pulled.step === null ? 'the person record' : (stepNames(index, state).get(pulled.step) ?? pulled.step);
  return `Pulled forward from ${from}, ${dayInWords(pulled.on, on)}`;
}

function describeOrigin(index: WorkspaceIndex, { pulledFrom }: Question): string {
  if (pulledFrom === null) return 'an earlier step';
  if (pulledFrom.kind === 'person') return 'the person record';
  const from = index.questions.get(questionKey(pulledFrom.form, pulledFrom.question));
  const form = index.forms.get(pulledFrom.form)?.title || pulledFrom.form;
  return `${quoted(from ?? { text: '', code: pulledFrom.question })} on ${form}`;
}

const HINT_OF_TYPE: Readonly<Partial<Record<QuestionType, string>>> = {
  file: 'The name of a file. Nothing is uploaded.',
  'sign-off': 'Who signs it off: a post, not a real name.',
  person: 'A made-up name or a post.',
};

function hintFor(index: WorkspaceIndex, question: Question, answer: Answer | null): string {
  if (question.entry === 'system') return 'Mosaic fills this in. Choose here what it would say.';
  if (answer === null && question.entry !== 'typed')
    return `There was nothing to pull forward from ${describeOrigin(index, question)}.`;
  return HINT_OF_TYPE[question.type] ?? '';
}

function describeClause({ index, step }: Looked, { question, copy }: ShownQuestion, clause: Clause): string {
  const controlling = index.questions.get(questionKey(question.form, clause.question));
  const name = quoted(controlling ?? { text: '', code: clause.question });
  if (clause.kind === 'answered') return `${name} is answered`;
  const own = step.answers[answerKey(question.form, clause.question, copy)];
  const answer = own ?? step.answers[answerKey(question.form, clause.question)];
  const given = textsOf(answer?.value ?? '').filter((text) => clause.answers.includes(text));
  return `${name} is ${listOf(given.length === 0 ? clause.answers : given)}`;
}

function describeCondition(looked: Looked, shown: ShownQuestion): string {
  const clauses = shown.question.shownIf.map((clause) => describeClause(looked, shown, clause));
  return clauses.length === 0 ? '' : `shown because ${listOf(clauses)}`;
}

/** A question on the screen as a field. */
export function questionField(looked: Looked, shown: ShownQuestion): FieldView {
  const { index, state, step } = looked;
  const { question, copy, answer, required } = shown;
  const { form, code, type, entry } = question;
  const value = answer?.value ?? '';
  const mark = describePulled(looked, answer);
  const isAsked = mark === '' && entry !== 'system';
  return {
    target: { kind: 'question', form, question: code, copy },
    place: questionPlace(step.key, form, code, copy),
    text: question.text || code,
    type,
    options: optionsOf(index, question),
    required,
    value,
    entry,
    isLocked: entry === 'pulled-locked' && mark !== '',
    mark,
    hint: hintFor(index, question, answer),
    because: describeCondition(looked, shown),
    feeds: feedsView(index, step.stepType, index.sourcesOfQuestion.get(questionKey(form, code)) ?? [], value),
    known: isAsked ? alreadyKnown(index, state, step, shown) : NOT_KNOWN,
  };
}
