import type { FormId } from '#model/ids.ts';
import type { NextAction, RowRef, Source, StepType, Workspace } from '#model/workspace.ts';
import type { Change, Edit } from '#workspace/apply-edit.ts';
import { parseList } from '#workspace/cells.ts';
import { NEXT_ACTIONS, STEP_TYPES } from '#workspace/shapes-workflows.ts';
import { removalsLast, removeRows, setCells } from './cells.ts';
import { keyOfNextAction, removalOfActions, rowsHangingOn } from './edit-next-actions.ts';
import { hangingOnStep, keyOfStep } from './edit-steps.ts';

/** How a step type is split: the name of the second half, and the forms that go with it. */
export interface Split {
  readonly name: string;
  readonly forms: ReadonlySet<FormId>;
}

const isRecordedOn = (source: Source, forms: ReadonlySet<FormId>): boolean =>
  source.kind === 'question' && source.form !== null && forms.has(source.form);

/**
 * Splits a step type in two: the second half takes the chosen forms, what is recorded on them, and every next action; the
 * first leads to it always. Events and clocks stay with the first half, for a person to look at.
 */
export function splitStep(workspace: Workspace, step: StepType, { name, forms }: Split): Edit {
  const key = keyOfStep(workspace, name);
  const { leaving, activities, sources } = hangingOnStep(workspace, step.id);
  const second = {
    step_type: key,
    name,
    workflow: step.workflow,
    may_start: 'N',
    may_end: step.mayEnd ? 'Y' : 'N',
    per: step.per,
    team: step.team,
    completed_per_year: step.completedPerYear === null ? '' : String(step.completedPerYear),
  };
  const between = {
    next_action: keyOfNextAction(workspace, { from: step.id, to: { kind: 'unknown' }, label: '' }),
    label: name,
    from: step.id,
    to: key,
    rules: 'always',
    is_nfa: 'N',
  };
  const moved = activities.filter((activity) => forms.has(activity.form));
  const following = sources.filter((source) => isRecordedOn(source, forms) || source.kind === 'next-action');
  const places = workspace.eventPlaces.filter((place) => place.stepType === step.id && place.nextAction !== null);
  const changes: readonly Change[] = [
    ...(step.mayEnd ? [setCells(step.at, { may_end: 'N' })] : []),
    ...leaving.map((action) => setCells(action.at, { from: key })),
    ...[...moved, ...following, ...places].map((row) => setCells(row.at, { step_type: key })),
    { kind: 'add', file: STEP_TYPES.file, rows: [second] },
    { kind: 'add', file: NEXT_ACTIONS.file, rows: [between] },
  ];
  return { name: `split the step “${step.name}”`, changes };
}

const leadsTo = (action: NextAction, step: StepType): boolean =>
  action.to.kind === 'step' && action.to.stepType === step.id;

/** A step path with one step type in another's place, once each in a row. */
function renamedPath(ref: string, from: string, to: string): string {
  const steps = parseList(ref).map((step) => (step === from ? to : step));
  return steps.filter((step, at) => step !== steps[at - 1]).join('; ');
}

type Row = { readonly at: RowRef };

/** Rows that become another step's own: cells that change, and rows whose double stands there already. */
interface Moved {
  readonly cells: readonly Change[];
  readonly doubled: readonly RowRef[];
}

/** Gives rows to a step, but for those that say the same as one of its own (or of each other). */
function moveRows<One extends Row>(
  rows: readonly One[],
  own: readonly One[],
  says: (row: One) => string,
  cells: (row: One) => Readonly<Record<string, string>>,
): Moved {
  const said = new Set(own.map(says));
  const isDouble = new Map(rows.map((row) => [row, said.has(says(row)) || said.add(says(row)).size === 0]));
  return {
    cells: rows.filter((row) => isDouble.get(row) !== true).map((row) => setCells(row.at, cells(row))),
    doubled: rows.filter((row) => isDouble.get(row) === true).map((row) => row.at),
  };
}

function movedSources(workspace: Workspace, first: StepType, second: StepType, gone: ReadonlySet<RowRef>): Moved {
  const ref = (source: Source): string =>
    source.kind === 'step-path' ? renamedPath(source.ref, second.id, first.id) : source.ref;
  const says = (source: Source): string =>
    JSON.stringify([source.fact, source.kind, source.form, source.question, ref(source)]);
  const hanging = hangingOnStep(workspace, second.id).sources.filter((source) => !gone.has(source.at));
  const own = workspace.sources.filter((source) => source.stepType === first.id && !hanging.includes(source));
  return moveRows(hanging, own, says, (source) => ({
    ...(source.stepType === second.id ? { step_type: first.id } : {}),
    ...(source.kind === 'step-path' ? { ref: ref(source) } : {}),
  }));
}

/** What a step may do when either of two may. */
const eitherMay = (first: StepType, second: StepType): readonly Change[] => {
  const cells = {
    ...(second.mayEnd && !first.mayEnd ? { may_end: 'Y' } : {}),
    ...(second.mayStart && !first.mayStart ? { may_start: 'Y' } : {}),
  };
  return Object.keys(cells).length === 0 ? [] : [setCells(first.at, cells)];
};

/** Everything of the second step that becomes the first's own, but for rows of next actions that go. */
function movedToFirst(
  workspace: Workspace,
  first: StepType,
  second: StepType,
  gone: ReadonlySet<RowRef>,
): readonly Moved[] {
  const toFirst = (): Readonly<Record<string, string>> => ({ step_type: first.id });
  const of = <One extends Row & { readonly stepType: unknown }>(rows: readonly One[], step: StepType): readonly One[] =>
    rows.filter((row) => row.stepType === step.id && !gone.has(row.at));
  const { stepForms, eventPlaces, usage } = workspace;
  return [
    moveRows(of(stepForms, second), of(stepForms, first), ({ form }) => form, toFirst),
    moveRows(
      of(eventPlaces, second),
      of(eventPlaces, first),
      ({ event, moment, nextAction }) => JSON.stringify([event, moment, nextAction]),
      toFirst,
    ),
    moveRows(
      of(usage, second),
      of(usage, first),
      ({ form, question, from, to }) => JSON.stringify([form, question, from, to]),
      toFirst,
    ),
    movedSources(workspace, first, second, gone),
  ];
}

/**
 * Joins two step types into the first: forms, next actions, sources, events and whatever led to the second become the
 * first's; next actions between the two go, as the work is now one step.
 */
export function joinSteps(workspace: Workspace, first: StepType, second: StepType): Edit {
  const { leaving, coming } = hangingOnStep(workspace, second.id);
  const between = [
    ...leaving.filter((action) => leadsTo(action, first)),
    ...coming.filter((action) => action.from === first.id),
  ];
  const gone = new Set(between.flatMap((action) => rowsHangingOn(workspace, action.id)));
  const moved = movedToFirst(workspace, first, second, gone);
  const positions = workspace.positions.filter((row) => row.stepType === second.id);
  const kept = (action: NextAction): boolean => !between.includes(action);
  const changes = [
    ...leaving
      .filter(kept)
      .map((action) => setCells(action.at, { from: first.id, ...(leadsTo(action, second) ? { to: first.id } : {}) })),
    ...coming.filter(kept).map((action) => setCells(action.at, { to: first.id })),
    ...moved.flatMap((one) => one.cells),
    ...eitherMay(first, second),
    ...removalOfActions(workspace, between),
    ...removeRows([second.at, ...moved.flatMap((one) => one.doubled), ...positions.map((row) => row.at)]),
  ];
  return { name: `join “${second.name}” to “${first.name}”`, changes: removalsLast(changes) };
}
