import { type HourKind, hourKindOf, type Range } from '#model/figures.ts';
import type { FormId } from '#model/ids.ts';
import type { Question, StepForm } from '#model/workspace.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { type AnswerSeconds, answerSeconds, defaultSeconds, timingsOf } from './seconds.ts';
import {
  type Answers,
  ASSUMED,
  answersOf,
  type FormEvidence,
  formEvidence,
  type UsageByForm,
  usageByForm,
  yearsOf,
} from './time-answers.ts';
import { addSplits, NOTHING_SPENT, type Split, spend } from './time-split.ts';
import type { VisitCounts } from './visits.ts';

/** The time of one question, each time its form is filled in. */
export interface FieldModel {
  readonly question: Question;
  readonly answer: AnswerSeconds;
  readonly answers: Answers;
  /** Seconds each time the form is filled in: seconds of an answer × answers. */
  readonly seconds: Range;
  readonly kind: HourKind;
}

/** The time of one form, each time it is filled in. */
export interface FormModel {
  readonly form: FormId;
  readonly fields: readonly FieldModel[];
  readonly split: Split;
}

/** A form on a reachable step. */
export interface ActivityModel {
  readonly activity: StepForm;
  readonly step: number;
  /** Share of the step's visits in which the form is filled in. */
  readonly used: number;
  readonly form: FormModel;
}

/** The modelled time of a workspace, in seconds and not yet rounded. */
export interface ModelledTime {
  readonly activities: readonly ActivityModel[];
  /** Seconds of one visit of each step of the flow, by what they are spent on. */
  readonly steps: readonly Split[];
  readonly perYear: VisitCounts;
}

const multiply = (a: Range, b: Range): Range => ({
  low: a.low * b.low,
  usual: a.usual * b.usual,
  high: a.high * b.high,
});

const isMandatory = (activity: StepForm): boolean => activity.mandatory;

interface Standing {
  readonly activity: StepForm;
  readonly step: number;
}

function standingForms(input: AnalysisInput): readonly Standing[] {
  return input.index.workspace.stepForms.flatMap((activity) => {
    const step = input.flow.numberOf.get(activity.stepType);
    return step === undefined ? [] : [{ activity, step }];
  });
}

/** How often an optional activity is used: what usage leaves over after the mandatory ones, else what is assumed. */
function optionalUse(standing: readonly Standing[], perYear: VisitCounts, filledPerYear: number | null): number {
  const visits = (mandatory: boolean): number =>
    standing
      .filter(({ activity }) => isMandatory(activity) === mandatory)
      .reduce((sum, { step }) => sum + (perYear[step] ?? Number.NaN), 0);
  const share = filledPerYear === null ? Number.NaN : (filledPerYear - visits(true)) / visits(false);
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : ASSUMED.optionalActivityUsed;
}

const periodsOf = (evidence: FormEvidence): number => {
  const periods = new Map<string, number>();
  for (const rows of evidence.rows) {
    for (const row of rows) if (!periods.has(row.from + row.to)) periods.set(row.from + row.to, yearsOf(row));
  }
  return [...periods.values()].reduce((sum, years) => sum + years, 0);
};

/** How often a form is filled in each year by the usage itself; null where usage does not show it. */
const filledByUsage = (evidence: FormEvidence): number | null =>
  evidence.filled === null ? null : evidence.filled / periodsOf(evidence);

interface Filling {
  readonly form: FormId;
  readonly questions: readonly Question[];
  readonly evidence: FormEvidence;
  /** How often it is filled in each year by the visits of its steps; null where they are not known. */
  readonly perYear: number | null;
}

function formModel(secondsOf: Modelling['secondsOf'], { form, questions, evidence, perYear }: Filling): FormModel {
  const fields = questions.map((question, at): FieldModel => {
    const rows = evidence.rows[at] ?? [];
    const filled =
      evidence.filled ?? (perYear === null ? null : perYear * rows.reduce((years, row) => years + yearsOf(row), 0));
    const answer = secondsOf(question);
    const answers = answersOf(question, rows, filled);
    const seconds = multiply(answer.seconds, answers.answers);
    return { question, answer, answers, seconds, kind: hourKindOf(question.purposes) };
  });
  return { form, fields, split: splitOf(fields) };
}

function splitOf(fields: readonly FieldModel[]): Split {
  const byKind = new Map<HourKind, { low: number; usual: number; high: number }>();
  for (const { kind, seconds } of fields) {
    const sum = byKind.get(kind) ?? { low: 0, usual: 0, high: 0 };
    sum.low += seconds.low;
    sum.usual += seconds.usual;
    sum.high += seconds.high;
    byKind.set(kind, sum);
  }
  return [...byKind].reduce<Split>((split, [kind, range]) => ({ ...split, [kind]: range }), NOTHING_SPENT);
}

const orUnknown = (count: number | undefined): number | null =>
  count === undefined || Number.isNaN(count) ? null : count;

interface Modelling {
  readonly input: AnalysisInput;
  readonly secondsOf: (question: Question) => AnswerSeconds;
  readonly perYear: VisitCounts;
  readonly usage: UsageByForm;
  /** Forms of which some usage is told step by step. */
  readonly byStep: ReadonlySet<FormId>;
}

function modelForm(modelling: Modelling, standing: readonly Standing[]): readonly ActivityModel[] {
  const { input, secondsOf, perYear, usage } = modelling;
  const form = standing[0]?.activity.form;
  if (form === undefined) return [];
  const byStep = modelling.byStep.has(form);
  const questions = input.index.questionsOfForm.get(form) ?? [];
  const evidence = formEvidence(usage.get(form), questions, null);
  const byUsage = standing.every(({ activity }) => isMandatory(activity)) ? null : filledByUsage(evidence);
  const optional = optionalUse(standing, perYear, byUsage);
  const used = standing.map(({ activity }) => (isMandatory(activity) ? 1 : optional));
  const filled = standing.map(({ step }, at) => (perYear[step] ?? Number.NaN) * (used[at] ?? 0));
  const all = filled.reduce((sum, count) => sum + count, 0);
  const general = byStep ? null : formModel(secondsOf, { form, questions, evidence, perYear: orUnknown(all) });
  return standing.map(({ activity, step }, at) => ({
    activity,
    step,
    used: used[at] ?? 0,
    form:
      general ??
      formModel(secondsOf, {
        form,
        questions,
        evidence: formEvidence(usage.get(form), questions, activity.stepType),
        perYear: orUnknown(filled[at]),
      }),
  }));
}

/** Models the time of every form and step that routes can reach. `perYear` are the visits a year, where known. */
export function modelTime(input: AnalysisInput, perYear: VisitCounts): ModelledTime {
  const timings = timingsOf(input.index);
  const secondsOf = (question: Question): AnswerSeconds => answerSeconds(input.index, timings, question);
  const byForm = new Map<FormId, Standing[]>();
  for (const standing of standingForms(input)) {
    const same = byForm.get(standing.activity.form);
    if (same === undefined) byForm.set(standing.activity.form, [standing]);
    else same.push(standing);
  }
  const byStep = new Set(input.index.workspace.usage.flatMap((row) => (row.stepType === null ? [] : [row.form])));
  const modelling = { input, secondsOf, perYear, byStep, usage: usageByForm(input.index.workspace.usage) };
  const activities = [...byForm.values()].flatMap((standing) => modelForm(modelling, standing));
  const ofStep = input.flow.steps.map((): (readonly [Split, number])[] => [
    [spend('stepItself', defaultSeconds('step')), 1],
  ]);
  for (const { step, used, form } of activities) ofStep[step]?.push([form.split, used]);
  return { activities, steps: ofStep.map(addSplits), perYear };
}
