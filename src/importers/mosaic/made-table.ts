import { keyColumns } from '#workspace/compare-keys.ts';
import { findShape } from '#workspace/find-shape.ts';
import type { ReadWorkspace } from '#workspace/read-workspace.ts';
import { cellAt, isBlank } from '#workspace/table.ts';

export type Cells = Readonly<Record<string, string>>;

/** A row that an extract gives. Empty cells say nothing, and never take away what stands. */
export interface MadeRow {
  /** What the extract says: it changes what stands. */
  readonly says: Cells;
  /** What it only suggests, for cells in which nothing stands. */
  readonly fills: Cells;
  /** What is proposed for a row that is new, for people to put right once. */
  readonly proposes: Cells;
}

/** The rows that extracts give for one file of a workspace. */
export interface MadeTable {
  readonly file: string;
  /** What one row is: `step type`. */
  readonly what: string;
  /** Without the extract that lists them all, rows that are not there have not vanished. */
  readonly isComplete: boolean;
  /** The columns whose wording matters to what hangs on the row. */
  readonly wording: readonly string[];
  /** A column that knows a row again whose key was reworded. */
  readonly id: string | null;
  readonly rows: readonly MadeRow[];
}

/** A row of the workspace as it stands. */
export interface StandingRow {
  readonly row: number;
  readonly cell: (column: string) => string;
}

export type Tables = Pick<ReadWorkspace, 'tables'>;

/** The rows of a file of the workspace, those included that could not be read. */
export function standingRows({ tables }: Tables, file: string): readonly StandingRow[] {
  const table = tables.get(file);
  if (table === undefined) return [];
  return table.rows.flatMap((row): readonly StandingRow[] => {
    if (row.row <= table.header || isBlank(row)) return [];
    const cell = (column: string): string => {
      const at = table.columnAt.get(column);
      return at === undefined ? '' : cellAt(row, at).trim();
    };
    return [{ row: row.row, cell }];
  });
}

const SEPARATOR = '\u0000';
/** A question's use is one row, whatever period it was counted in: two would be added up. */
const OF_PERIOD: ReadonlySet<string> = new Set(['from', 'to']);

/** The columns by which a file's rows are known again next month. */
export function keysOf(file: string): readonly string[] {
  const shape = findShape(file);
  return shape === undefined ? [] : keyColumns(shape).filter((column) => !OF_PERIOD.has(column));
}

export const keyIn = (keys: readonly string[], cell: (column: string) => string): string =>
  keys.map(cell).join(SEPARATOR);

/** A key as people read it. */
export const readableKey = (key: string): string =>
  key
    .split(SEPARATOR)
    .filter((part) => part !== '')
    .join(' / ');
