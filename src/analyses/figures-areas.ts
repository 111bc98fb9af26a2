import type { AreaFigures, FormFigures, GroupFigures, HoursPerYear, Range, StepFigures } from '#model/figures.ts';
import type { Finding } from '#model/finding.ts';
import type { FormId } from '#model/ids.ts';
import { groupBy } from '#model/index-workspace.ts';
import type { StepType } from '#model/workspace.ts';
import type { AnalysisInput } from './analysis-input.ts';
import {
  byForm,
  byStep,
  duplicateFigures,
  duplicatesOfForm,
  type FactEntry,
  factEntries,
} from './figures-duplicates.ts';
import { questionsOfItems, type ReturnTally, returnFigures, tallyQuestions } from './figures-returns.ts';
import { calibrationOf, type FormView, formView } from './figures-time.ts';
import { NO_TIME, times } from './seconds.ts';
import { whileStanding } from './standing.ts';
import { type ActivityModel, type ModelledTime, modelTime } from './time.ts';
import { addSplits, rounded, roundedRange, toHours, totalOf } from './time-split.ts';
import { type ExpectedVisits, expectedVisits } from './visits.ts';

/** Visits and time: what figures are made from that no source tells of. */
interface VisitsAndTime {
  readonly visits: ExpectedVisits;
  readonly time: ModelledTime;
  readonly activitiesOfForm: ReadonlyMap<FormId, readonly ActivityModel[]>;
  readonly activitiesOfStep: ReadonlyMap<number, readonly ActivityModel[]>;
  /** Each form that stands on a reachable step, over all its steps. */
  readonly forms: ReadonlyMap<FormId, FormView>;
}

/** What all figures are made from, worked out once. */
export interface FiguresInput extends VisitsAndTime {
  readonly input: AnalysisInput;
  readonly entries: readonly FactEntry[];
  readonly entriesOfStep: readonly (readonly FactEntry[])[];
  /** What the questions of each form add up to, weighed by their usual seconds. */
  readonly talliesOfForm: ReadonlyMap<FormId, ReturnTally>;
}

const standingTimes = whileStanding<VisitsAndTime>();

function visitsAndTime(input: AnalysisInput): VisitsAndTime {
  const visits = expectedVisits(input);
  const time = modelTime(input, visits.perYear);
  const activitiesOfForm = groupBy(time.activities, ({ activity }) => activity.form);
  const forms = new Map(
    [...activitiesOfForm].map(([form, activities]) => [form, formView(activities, visits.perYear)]),
  );
  return { visits, time, activitiesOfForm, activitiesOfStep: groupBy(time.activities, ({ step }) => step), forms };
}

/** Works out what all figures share. */
export function figuresInput(input: AnalysisInput, findings: readonly Finding[]): FiguresInput {
  const standing = standingTimes(input.index, () => visitsAndTime(input));
  const entries = factEntries(input, findings);
  const ofItems = questionsOfItems(input.index);
  return {
    ...standing,
    input,
    entries,
    entriesOfStep: byStep(entries, input.flow.steps.length),
    talliesOfForm: new Map(
      [...input.index.questionsOfForm].map(([form, questions]) => {
        const fields = standing.forms.get(form)?.fields;
        return [form, tallyQuestions(ofItems, questions, (at) => fields?.[at]?.seconds.usual ?? 0)];
      }),
    ),
  };
}

function hoursOf({ time, visits }: FiguresInput, steps: readonly number[]): HoursPerYear | null {
  const known = steps.flatMap((s) => {
    const count = visits.perYear[s] ?? null;
    const split = time.steps[s];
    return count === null || split === undefined ? [] : [[split, count] as const];
  });
  return known.length === 0 ? null : toHours(addSplits(known), steps.length - known.length);
}

function areaOf(given: FiguresInput, steps: readonly number[]): AreaFigures {
  const forms = new Set(
    steps.flatMap((s) => (given.activitiesOfStep.get(s) ?? []).map(({ activity }) => activity.form)),
  );
  return {
    duplicates: duplicateFigures(steps.flatMap((s) => given.entriesOfStep[s] ?? [])),
    returns: returnFigures([...forms].flatMap((form) => given.talliesOfForm.get(form) ?? [])),
    hoursPerYear: hoursOf(given, steps),
  };
}

/** Figures of the whole workspace: its reachable steps, and every question that it holds. */
export function workspaceFigures(given: FiguresInput): AreaFigures {
  return {
    ...areaOf(given, [...given.input.flow.steps.keys()]),
    returns: returnFigures([...given.talliesOfForm.values()]),
  };
}

/** Figures of the reachable steps that share a lane or a team. */
export function groupFigures(given: FiguresInput, nameOf: (step: StepType) => string): readonly GroupFigures[] {
  const { steps } = given.input.flow;
  const groups = groupBy([...steps.entries()], ([, step]) => nameOf(step));
  return [...groups].map(([name, members]) => ({
    name,
    stepTypes: members.map(([, step]) => step.id),
    ...areaOf(
      given,
      members.map(([s]) => s),
    ),
  }));
}

const MINUTE = 60;

export function stepFigures(given: FiguresInput): readonly StepFigures[] {
  const { visits, time, input } = given;
  return input.flow.steps.map((step, s) => {
    const split = time.steps[s];
    const perCase = visits.perCase[s] ?? null;
    const perYear = visits.perYear[s] ?? null;
    const seconds = split === undefined ? NO_TIME : totalOf(split);
    return {
      stepType: step.id,
      ...areaOf(given, [s]),
      minutes: roundedRange(times(seconds, 1 / MINUTE), 2),
      visits: {
        perCase: perCase === null ? null : rounded(perCase, 4),
        perYear: perYear === null ? null : rounded(perYear, 1),
        perYearFrom: perYear === null ? null : step.completedPerYear === null ? 'shares' : 'file',
      },
    };
  });
}

function formHours({ visits }: FiguresInput, activities: readonly ActivityModel[]): HoursPerYear | null {
  const known = activities.flatMap(({ step, used, form }) => {
    const count = visits.perYear[step] ?? null;
    return count === null ? [] : [[form.split, count * used] as const];
  });
  return known.length === 0 ? null : toHours(addSplits(known), activities.length - known.length);
}

function sumOf({ fields }: FormView): Range {
  const sum = { low: 0, usual: 0, high: 0 };
  for (const { seconds } of fields) {
    sum.low += seconds.low;
    sum.usual += seconds.usual;
    sum.high += seconds.high;
  }
  return sum;
}

/** Figures of every form that stands on a reachable step, in the order in which step-forms.csv first names it. */
export function formFigures(given: FiguresInput): readonly FormFigures[] {
  const entries = byForm(given.entries);
  return [...given.activitiesOfForm].map(([form, activities]) => {
    const view = given.forms.get(form) ?? formView(activities, given.visits.perYear);
    const filled = view.filledPerYear;
    return {
      form,
      duplicates: duplicatesOfForm(entries.get(form) ?? []),
      returns: returnFigures([given.talliesOfForm.get(form) ?? []].flat()),
      hoursPerYear: formHours(given, activities),
      minutes: roundedRange(times(sumOf(view), 1 / MINUTE), 2),
      filledPerYear: filled === null ? null : rounded(filled, 1),
      calibrated: calibrationOf(view),
    };
  });
}
