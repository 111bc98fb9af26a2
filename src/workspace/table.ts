import type { Problem } from '#model/finding.ts';
import type { Shape } from './shape.ts';
import type { Encoding } from './text.ts';

/** One record as it stands in the file. `raw` includes its line end; `edits` are cells changed since, by column. */
export interface TableRow {
  /** As a spreadsheet numbers it: the header is row 1, and a record of several lines is one row. */
  readonly row: number;
  readonly raw: string;
  readonly cells: readonly string[];
  readonly edits: ReadonlyMap<number, string>;
  /** The row cannot be read (it is written back as it stands). */
  readonly stopped: boolean;
}

/** A file as it was read: the truth that is written back. Rows include the header and blank lines. */
export interface Table {
  readonly file: string;
  readonly shape: Shape;
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly delimiter: string;
  readonly lineEnd: string;
  /** The row number of the header. */
  readonly header: number;
  /** Where each named column stands, the first of several that have one name. */
  readonly columnAt: ReadonlyMap<string, number>;
  readonly rows: readonly TableRow[];
  /** What there was to say about the file as a table, when it was read. */
  readonly faults: readonly Problem[];
}

export const NO_EDITS: ReadonlyMap<number, string> = new Map();

/** A cell as it is now: changed since it was read, or as read; empty where the row has no such cell. */
export const cellAt = (row: TableRow, at: number): string =>
  (row.edits.size === 0 ? undefined : row.edits.get(at)) ?? row.cells[at] ?? '';

const isEmpty = (cell: string): boolean => cell.trim() === '';

export const isBlank = (row: TableRow): boolean =>
  row.cells.every(isEmpty) && (row.edits.size === 0 || [...row.edits.values()].every(isEmpty));
