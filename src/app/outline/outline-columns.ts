import { type Offered, toGridColumns, toOptions } from '#app/fields/grid-columns.ts';
import { describeTarget } from '#diagram/describe-next-action.ts';
import { nameOfStep } from '#diagram/describe-step.ts';
import type { FieldColumn } from '#diagram/fields/field-column.ts';
import {
  ACTION_COLUMNS,
  ACTIVITY_COLUMNS,
  overlayColumn,
  ROUTE_COLUMN,
  STEP_COLUMNS,
} from '#diagram/outline/table-columns.ts';
import type { ActionLine, ActivityLine, LinesFrom, StepLine } from '#diagram/outline/table-lines.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { StepType } from '#model/workspace.ts';
import type { GridColumn, GridOption } from '#views/grid/grid-column.ts';

/** A table's columns as they are sorted by, and as the grid shows and edits them. */
export interface TableColumns<Row> {
  readonly columns: readonly FieldColumn<Row>[];
  readonly grid: readonly GridColumn<Row>[];
}

const saidIn = <Row>(steps: readonly StepType[], word: (step: StepType) => string): Offered<Row> => {
  const options = toOptions([...new Set(steps.map(word))].filter((text) => text !== ''));
  return { options: () => options, isOpen: true };
};

const refuseName = (column: string, value: string): string | null => {
  if (column === 'name' && value.trim() === '') return 'A step needs a name that people know it by.';
  return column === 'label' && value.trim() === '' ? 'A next action needs a label to be chosen by.' : null;
};

export function stepTable({ index, overlay, route }: LinesFrom): TableColumns<StepLine> {
  const [name, ...others] = STEP_COLUMNS;
  const columns = [
    ...(name === undefined ? [] : [name]),
    ...(overlay === null ? [] : [overlayColumn(overlay.title)]),
    ...(route === null ? [] : [ROUTE_COLUMN]),
    ...others,
  ];
  const { stepTypes } = index.workspace;
  const offered = new Map<string, Offered<StepLine>>([
    ['workflow', saidIn(stepTypes, (step) => step.workflow)],
    ['team', saidIn(stepTypes, (step) => step.team)],
  ]);
  return { columns, grid: toGridColumns(columns, { offered, check: (column, value) => refuseName(column, value) }) };
}

const stepOptions = ({ workspace }: WorkspaceIndex): readonly GridOption[] =>
  workspace.stepTypes.map((step) => ({ value: step.id, label: step.name || step.id, hint: step.id }));

/** Steps by their names, while their keys are what the file holds. */
function named(index: WorkspaceIndex, column: GridColumn<ActionLine>): GridColumn<ActionLine> {
  const stored = (row: ActionLine): string => row.texts(column.id).trim();
  if (column.id === 'from') return { ...column, value: stored, text: ({ action }) => nameOfStep(index, action.from) };
  if (column.id !== 'to') return column;
  const words = (row: ActionLine): string => {
    if (row.action.to.kind === 'end') return 'The end';
    return row.action.to.kind === 'unknown' ? stored(row) : describeTarget(index, row.action);
  };
  return { ...column, value: stored, text: words };
}

export function actionTable({ index }: LinesFrom): TableColumns<ActionLine> {
  const steps = stepOptions(index);
  const targets = [{ value: 'end', label: 'The end' }, ...steps];
  const offered = new Map<string, Offered<ActionLine>>([
    ['from', { options: () => steps }],
    ['to', { options: () => targets }],
  ]);
  const columns = toGridColumns(ACTION_COLUMNS, { offered, check: (column, value) => refuseName(column, value) });
  return { columns: ACTION_COLUMNS, grid: columns.map((column) => named(index, column)) };
}

export const activityTable = (): TableColumns<ActivityLine> => ({
  columns: ACTIVITY_COLUMNS,
  grid: toGridColumns(ACTIVITY_COLUMNS, { offered: new Map(), check: () => null }),
});
