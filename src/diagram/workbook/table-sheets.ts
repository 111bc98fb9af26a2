import { SOURCE_COLUMNS } from '#diagram/fields/source-columns.ts';
import type { SourceRow } from '#diagram/fields/source-rows.ts';
import { ACTION_COLUMNS, STEP_COLUMNS } from '#diagram/outline/table-columns.ts';
import type { ActionLine, StepLine } from '#diagram/outline/table-lines.ts';
import { fromField, type Sheet, sheetOf, type Titled } from './sheet.ts';

/** The same columns with those first by which a row is known. */
function keysFirst<Row>(columns: readonly Titled<Row>[]): readonly Titled<Row>[] {
  return [...columns.filter(({ role }) => role === 'key'), ...columns.filter(({ role }) => role !== 'key')];
}

/** Every step type, lane by lane. */
export const stepsSheet = (rows: readonly StepLine[]): Sheet =>
  sheetOf({
    name: 'Steps',
    file: 'workflows/step-types.csv',
    columns: keysFirst(STEP_COLUMNS.map((column) => fromField(column, ['step_type']))),
    rows,
    at: ({ step }) => step.at,
  });

/** Every next action, step by step; `steps` are the keys that it may lead from and to. */
export const actionsSheet = (rows: readonly ActionLine[], steps: readonly string[]): Sheet =>
  sheetOf({
    name: 'Next actions',
    file: 'workflows/next-actions.csv',
    columns: keysFirst(
      ACTION_COLUMNS.map((column): Titled<ActionLine> => {
        const made = fromField(column, ['next_action']);
        if (column.id === 'from') return { ...made, words: steps };
        return column.id === 'to' ? { ...made, words: [...steps, 'end'] } : made;
      }),
    ),
    rows,
    at: ({ action }) => action.at,
  });

const SOURCE_KEYS = ['fact', 'kind', 'step_type', 'form', 'question', 'ref'];

/** Every source, in the order of its file. */
export const sourcesSheet = (rows: readonly SourceRow[]): Sheet =>
  sheetOf({
    name: 'Sources',
    file: 'mappings/sources.csv',
    columns: keysFirst(
      SOURCE_COLUMNS.map((column): Titled<SourceRow> => {
        const made = fromField(column, SOURCE_KEYS);
        return column.id === 'on' ? { ...made, holds: 'day' } : made;
      }),
    ),
    rows,
    at: ({ source }) => source.at,
  });
