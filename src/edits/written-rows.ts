import type { RowRef } from '#model/workspace.ts';
import type { Change } from '#workspace/apply-edit.ts';
import type { CellChange } from '#workspace/change-table.ts';
import type { ReadWorkspace } from '#workspace/read-workspace.ts';
import { cellAt, isBlank } from '#workspace/table.ts';

/** The tables of a workspace, which hold also what could not be read. */
export type Tables = Pick<ReadWorkspace, 'tables'>;

/** A row as its file holds it. */
export interface WrittenRow {
  readonly at: RowRef;
  /** A cell's text; empty where the file has no such column. */
  readonly cell: (column: string) => string;
}

/** The rows of a file below its header, those included that could not be read. */
export function writtenRows({ tables }: Tables, file: string): readonly WrittenRow[] {
  const table = tables.get(file);
  if (table === undefined) return [];
  return table.rows.flatMap((row): readonly WrittenRow[] => {
    if (row.row <= table.header || isBlank(row)) return [];
    const cell = (column: string): string => {
      const place = table.columnAt.get(column);
      return place === undefined ? '' : cellAt(row, place);
    };
    return [{ at: { file, row: row.row }, cell }];
  });
}

/** A cell of a row, by its column, and what it is to hold. */
export interface CellEdit {
  readonly at: RowRef;
  readonly column: string;
  readonly value: string;
}

/** One change for each file that some cells stand in. */
export function cellChanges(cells: readonly CellEdit[]): readonly Change[] {
  const files = new Map<string, CellChange[]>();
  for (const { at, column, value } of cells) {
    const own = files.get(at.file) ?? [];
    own.push({ row: at.row, column, value });
    files.set(at.file, own);
  }
  return [...files].map(([file, changes]): Change => ({ kind: 'cells', file, cells: changes }));
}

/** Several columns of one row. */
export const cellsOfRow = (at: RowRef, values: Readonly<Record<string, string>>): readonly CellEdit[] =>
  Object.entries(values).map(([column, value]) => ({ at, column, value }));
