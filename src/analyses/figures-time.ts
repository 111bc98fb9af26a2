import type { Calibration, FieldTime, FigureNote, Range, TimeModel } from '#model/figures.ts';
import type { FormId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Question } from '#model/workspace.ts';
import { describeForm, describeQuestion, listInWords } from './describe.ts';
import { type AnswerSeconds, NO_TIME, plus, times } from './seconds.ts';
import { SECONDS_TABLE, TYPICAL_WORDS } from './seconds-table.ts';
import type { ActivityModel } from './time.ts';
import { ASSUMED } from './time-answers.ts';
import { rounded, roundedRange } from './time-split.ts';
import type { VisitCounts } from './visits.ts';

/** The time of one question over all the steps that carry its form. */
export interface FieldView {
  readonly question: Question;
  readonly answer: AnswerSeconds;
  readonly answers: Range;
  readonly answersFrom: 'usage' | 'rules';
  /** How often it was shown each time its form was filled in; null where usage does not say. */
  readonly shown: number | null;
  /** Seconds each time the form is filled in. */
  readonly seconds: Range;
  /** Seconds in a year; null where no visits are known. */
  readonly perYear: Range | null;
}

/** Each step's share of the fillings of a form; equal shares where no visits are known. */
function weightsOf(activities: readonly ActivityModel[], perYear: VisitCounts): readonly number[] {
  const filled = activities.map(({ step, used }) => (perYear[step] ?? 0) * used);
  const all = filled.reduce((sum, count) => sum + count, 0);
  return filled.map((count) => (all > 0 ? count / all : 1 / activities.length));
}

/** A mean over the steps of a form, each step weighed by its share. */
function meanOf(weights: readonly number[], ranges: readonly (Range | undefined)[]): Range {
  return weights.reduce((sum, weight, n) => plus(sum, times(ranges[n] ?? NO_TIME, weight)), NO_TIME);
}

/** The same field as each step sees it, put together. */
function overSteps(activities: readonly ActivityModel[], weights: readonly number[], at: number): Mean {
  const fields = activities.map(({ form }) => form.fields[at]);
  return {
    answers: meanOf(
      weights,
      fields.map((field) => field?.answers.answers),
    ),
    seconds: meanOf(
      weights,
      fields.map((field) => field?.seconds),
    ),
  };
}

type Mean = Pick<FieldView, 'answers' | 'seconds'>;

/** The fields of one form, in the order of the form: averages over its steps by how often they fill it in. */
export function fieldsOf(activities: readonly ActivityModel[], perYear: VisitCounts): readonly FieldView[] {
  const first = activities[0];
  if (first === undefined) return [];
  const isSame = activities.every(({ form }) => form === first.form);
  const weights = isSame ? [] : weightsOf(activities, perYear);
  const isKnown = activities.some(({ step }) => (perYear[step] ?? null) !== null);
  const filled = activities.reduce((sum, { step, used }) => sum + (perYear[step] ?? 0) * used, 0);
  return first.form.fields.map((field, at) => {
    const mean = isSame ? null : overSteps(activities, weights, at);
    const seconds = mean?.seconds ?? field.seconds;
    return {
      question: field.question,
      answer: field.answer,
      answers: mean?.answers ?? field.answers.answers,
      answersFrom: field.answers.from,
      shown: field.answers.shown,
      seconds,
      perYear: isKnown ? times(seconds, filled) : null,
    };
  });
}

const asMeasured = (answer: AnswerSeconds): Range =>
  answer.basis === 'calibrated' ? answer.seconds : answer.byDefault;

/** “Calibrated, n = …” for a form: what the measured rows that apply to it change. */
export function calibrationOf(fields: readonly FieldView[]): Calibration | null {
  const measured = fields.filter(({ answer }) => answer.basis === 'calibrated');
  const counts = measured.flatMap(({ answer }) => answer.measured ?? []);
  const sum = (of: readonly FieldView[], seconds: (answer: AnswerSeconds) => Range): number =>
    of.reduce((total, { answer, answers }) => total + seconds(answer).usual * answers.usual, 0);
  const byDefault = sum(fields, (answer) => answer.byDefault);
  const all = sum(fields, (answer) => answer.seconds);
  if (counts.length === 0 || byDefault === 0 || all === 0) return null;
  return {
    factor: rounded(sum(fields, asMeasured) / byDefault, 4),
    measured: Math.min(...counts),
    share: rounded(sum(measured, (answer) => answer.seconds) / all, 4),
  };
}

const HOUR = 3600;

function fieldTime(field: FieldView): FieldTime {
  return {
    form: field.question.form,
    question: field.question.code,
    seconds: roundedRange(field.answer.seconds, 1),
    basis: field.answer.basis,
    measured: field.answer.measured,
    answers: roundedRange(field.answers, 4),
    answersFrom: field.answersFrom,
    hoursPerYear: field.perYear === null ? null : roundedRange(times(field.perYear, 1 / HOUR), 2),
  };
}

/** How the time was modelled, and the time of every field. */
export function timeModel(index: WorkspaceIndex, fieldsOfForm: ReadonlyMap<FormId, readonly FieldView[]>): TimeModel {
  const fields = new Map([...fieldsOfForm.values()].flat().map((field) => [field.question, field]));
  return {
    says: 'Modelled entry time, not measured in social care, and not the time of assessing or thinking: always a range.',
    table: SECONDS_TABLE,
    assumed: { typicalWords: TYPICAL_WORDS, ...ASSUMED },
    fields: index.workspace.questions.flatMap((question) => {
      const field = fields.get(question);
      return field === undefined ? [] : [fieldTime(field)];
    }),
  };
}

const isOnce = ({ perChild, collection }: Question): boolean => !perChild && collection === '';

/** Questions that usage shows more often than their form was filled in, though they stand in no table and are not asked per child. */
export function shownTooOften(
  index: WorkspaceIndex,
  fieldsOfForm: ReadonlyMap<FormId, readonly FieldView[]>,
): readonly FigureNote[] {
  return [...fieldsOfForm].flatMap(([form, fields]): readonly FigureNote[] => {
    const often = fields.filter(({ question, shown }) => isOnce(question) && (shown ?? 0) > 1.1);
    if (often.length === 0) return [];
    const most = Math.max(...often.map(({ shown }) => shown ?? 0));
    return [
      {
        kind: 'shown-more-than-filled',
        message: `${describeForm(index, form)}: ${listInWords(often.map(({ question }) => describeQuestion(question)))} ${often.length === 1 ? 'was' : 'were'} shown up to ${rounded(most, 1)} times for each time the form was filled in: say whether ${often.length === 1 ? 'it is' : 'they are'} asked for each child or in a repeating table, or look at where the counts come from.`,
        places: often.map(({ question }) => ({ form: question.form, question: question.code })),
      },
    ];
  });
}
