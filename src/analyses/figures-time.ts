import type { Calibration, FieldTime, FigureNote, Range, TimeModel } from '#model/figures.ts';
import type { FormId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Question } from '#model/workspace.ts';
import { describeForm, describeQuestion, listInWords } from './describe.ts';
import { type AnswerSeconds, NO_TIME, plus, times } from './seconds.ts';
import { SECONDS_TABLE, TYPICAL_WORDS } from './seconds-table.ts';
import type { ActivityModel, FieldModel } from './time.ts';
import { ASSUMED } from './time-answers.ts';
import { rounded, roundedRange } from './time-split.ts';
import type { VisitCounts } from './visits.ts';

/** One form over all the steps that carry it. */
export interface FormView {
  /** In the order of the form. */
  readonly fields: readonly FieldModel[];
  /** Times a year that it is filled in, over the steps whose visits are known; null where none are. */
  readonly filledPerYear: number | null;
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

/** A field over all steps: what each sees of it, by how often each fills the form in. */
function overSteps(
  field: FieldModel,
  seen: readonly (FieldModel | undefined)[],
  weights: readonly number[],
): FieldModel {
  const of = (range: (model: FieldModel) => Range): Range =>
    meanOf(
      weights,
      seen.map((model) => (model === undefined ? undefined : range(model))),
    );
  return {
    ...field,
    answers: { ...field.answers, answers: of((model) => model.answers.answers) },
    seconds: of((model) => model.seconds),
  };
}

/** One form over all its steps: its fields are averages where usage is told step by step. */
export function formView(activities: readonly ActivityModel[], perYear: VisitCounts): FormView {
  const first = activities[0];
  if (first === undefined) return { fields: [], filledPerYear: null };
  const known = activities.filter(({ step }) => (perYear[step] ?? null) !== null);
  const filledPerYear =
    known.length === 0 ? null : known.reduce((sum, { step, used }) => sum + (perYear[step] ?? 0) * used, 0);
  if (activities.every(({ form }) => form === first.form)) return { fields: first.form.fields, filledPerYear };
  const weights = weightsOf(activities, perYear);
  const fields = first.form.fields.map((field, at) =>
    overSteps(
      field,
      activities.map(({ form }) => form.fields[at]),
      weights,
    ),
  );
  return { fields, filledPerYear };
}

const asMeasured = (answer: AnswerSeconds): Range =>
  answer.basis === 'calibrated' ? answer.seconds : answer.byDefault;

/** “Calibrated, n = …” for a form: what the measured rows that apply to it change. */
export function calibrationOf({ fields }: FormView): Calibration | null {
  const measured = fields.filter(({ answer }) => answer.basis === 'calibrated');
  const counts = measured.flatMap(({ answer }) => answer.measured ?? []);
  if (counts.length === 0) return null;
  const sum = (of: readonly FieldModel[], seconds: (answer: AnswerSeconds) => Range): number =>
    of.reduce((total, { answer, answers }) => total + seconds(answer).usual * answers.answers.usual, 0);
  const byDefault = sum(fields, (answer) => answer.byDefault);
  const all = sum(fields, (answer) => answer.seconds);
  if (byDefault === 0 || all === 0) return null;
  return {
    factor: rounded(sum(fields, asMeasured) / byDefault, 4),
    measured: Math.min(...counts),
    share: rounded(sum(measured, (answer) => answer.seconds) / all, 4),
  };
}

const HOUR = 3600;

function fieldTime({ question, answer, answers, seconds }: FieldModel, filledPerYear: number | null): FieldTime {
  return {
    form: question.form,
    question: question.code,
    seconds: roundedRange(answer.seconds, 1),
    basis: answer.basis,
    measured: answer.measured,
    answers: roundedRange(answers.answers, 4),
    answersFrom: answers.from,
    hoursPerYear: filledPerYear === null ? null : roundedRange(times(seconds, filledPerYear / HOUR), 2),
  };
}

/** How the time was modelled, and the time of every field. */
export function timeModel(forms: ReadonlyMap<FormId, FormView>): TimeModel {
  return {
    says: 'Modelled entry time, not measured in social care, and not the time of assessing or thinking: always a range.',
    table: SECONDS_TABLE,
    assumed: { typicalWords: TYPICAL_WORDS, ...ASSUMED },
    fields: [...forms.values()].flatMap(({ fields, filledPerYear }) =>
      fields.map((field) => fieldTime(field, filledPerYear)),
    ),
  };
}

const isOnce = ({ perChild, collection }: Question): boolean => !perChild && collection === '';

/** Questions that usage shows more often than their form was filled in, though they stand in no table and are not asked per child. */
export function shownTooOften(index: WorkspaceIndex, forms: ReadonlyMap<FormId, FormView>): readonly FigureNote[] {
  return [...forms].flatMap(([form, { fields }]): readonly FigureNote[] => {
    const often = fields.filter(({ question, answers }) => isOnce(question) && (answers.shown ?? 0) > 1.1);
    if (often.length === 0) return [];
    const most = Math.max(...often.map(({ answers }) => answers.shown ?? 0));
    return [
      {
        kind: 'shown-more-than-filled',
        message: `${describeForm(index, form)}: ${listInWords(often.map(({ question }) => describeQuestion(question)))} ${often.length === 1 ? 'was' : 'were'} shown up to ${rounded(most, 1)} times for each time the form was filled in: say whether ${often.length === 1 ? 'it is' : 'they are'} asked for each child or in a repeating table, or look at where the counts come from.`,
        places: often.map(({ question }) => ({ form: question.form, question: question.code })),
      },
    ];
  });
}
