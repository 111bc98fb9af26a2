import type { FormId, StepTypeId } from '#model/ids.ts';
import type { NextAction, RowRef, Source, StepForm, StepType, Workspace } from '#model/workspace.ts';
import type { Edit } from '#workspace/apply-edit.ts';
import { parseList } from '#workspace/cells.ts';
import { POSITIONS, STEP_FORMS, STEP_TYPES } from '#workspace/shapes-workflows.ts';
import { removalsLast, removeRows, setCells } from './cells.ts';
import { removalOfActions } from './edit-next-actions.ts';
import { newKey } from './new-key.ts';

/** A step type that is to be added: its name, and the lane it is drawn in. */
export interface NewStep {
  readonly name: string;
  readonly lane: string;
}

/** The key that a new step type gets. */
export const keyOfStep = ({ stepTypes }: Workspace, name: string): string =>
  newKey(
    name,
    stepTypes.map((step) => step.id),
  );

/** Adds a step type without forms and next actions. One that nothing leads to may start, or no route would reach it. */
export function addStep(workspace: Workspace, { name, lane }: NewStep): Edit {
  const isFirst = workspace.stepTypes.length === 0;
  const row = {
    step_type: keyOfStep(workspace, name),
    name,
    workflow: lane,
    may_start: isFirst ? 'Y' : 'N',
    may_end: 'N',
    per: 'child',
  };
  return { name: `add the step “${name}”`, changes: [{ kind: 'add', file: STEP_TYPES.file, rows: [row] }] };
}

/** What the inspector changes of a step type, as its cells hold it. */
export type StepCells = Partial<
  Record<
    | 'name'
    | 'workflow'
    | 'roles'
    | 'may_start'
    | 'may_end'
    | 'opens'
    | 'per'
    | 'team'
    | 'clock_length'
    | 'clock_unit'
    | 'clock_from'
    | 'clock_basis'
    | 'completed_per_year'
    | 'notes',
    string
  >
>;

/** Changes cells of a step type. */
export function setStep(step: StepType, cells: StepCells): Edit {
  const name =
    cells.name === undefined ? `change the step “${step.name}”` : `rename the step “${step.name}” to “${cells.name}”`;
  return { name, changes: [setCells(step.at, cells)] };
}

const isStepPath = (source: Source, step: StepTypeId): boolean =>
  source.kind === 'step-path' && parseList(source.ref).includes(step);

/** What refers to a step type, and would mean nothing without it. */
export interface HangingOnStep {
  readonly leaving: readonly NextAction[];
  /** Next actions of other steps that lead to it: they stay, and lead to a place not known. */
  readonly coming: readonly NextAction[];
  readonly activities: readonly StepForm[];
  readonly sources: readonly Source[];
  readonly others: readonly RowRef[];
}

export function hangingOnStep(workspace: Workspace, step: StepTypeId): HangingOnStep {
  const { nextActions, stepForms, sources, eventPlaces, positions, usage } = workspace;
  return {
    leaving: nextActions.filter((action) => action.from === step),
    coming: nextActions.filter(
      (action) => action.from !== step && action.to.kind === 'step' && action.to.stepType === step,
    ),
    activities: stepForms.filter((activity) => activity.stepType === step),
    sources: sources.filter((source) => source.stepType === step || isStepPath(source, step)),
    others: [...eventPlaces, ...positions, ...usage].filter((row) => row.stepType === step).map((row) => row.at),
  };
}

/** Takes a step type away, with everything that stands on it. What led to it leads to a place not known. */
export function removeStep(workspace: Workspace, step: StepType): Edit {
  const { leaving, coming, activities, sources, others } = hangingOnStep(workspace, step.id);
  const rows = [step.at, ...activities.map((one) => one.at), ...sources.map((one) => one.at), ...others];
  const changes = [
    ...coming.map((action) => setCells(action.at, { to: '' })),
    ...removalOfActions(workspace, leaving),
    ...removeRows(rows),
  ];
  return { name: `remove the step “${step.name}”`, changes: removalsLast(changes) };
}

/** Puts a form on a step. */
export const addActivity = (step: StepType, form: FormId): Edit => ({
  name: `put a form on “${step.name}”`,
  changes: [{ kind: 'add', file: STEP_FORMS.file, rows: [{ step_type: step.id, form, mandatory: 'Y', kind: 'form' }] }],
});

export const setActivity = (
  activity: StepForm,
  cells: Readonly<Partial<Record<'mandatory' | 'kind', string>>>,
): Edit => ({
  name: `change how “${activity.form}” stands on its step`,
  changes: [setCells(activity.at, cells)],
});

/** Keeps the place that a person has given a step on the map; null lets the layout choose again. */
export function setPosition(
  { positions }: Workspace,
  step: StepType,
  place: { readonly x: number; readonly y: number } | null,
): Edit {
  const standing = positions.find((position) => position.stepType === step.id);
  const name = place === null ? `let the map place “${step.name}”` : `move “${step.name}” on the map`;
  if (place === null) return { name, changes: standing === undefined ? [] : removeRows([standing.at]) };
  const cells = { x: String(Math.round(place.x)), y: String(Math.round(place.y)) };
  if (standing !== undefined) return { name, changes: [setCells(standing.at, cells)] };
  return { name, changes: [{ kind: 'add', file: POSITIONS.file, rows: [{ step_type: step.id, ...cells }] }] };
}
