import { columnLetters } from '#model/column-letters.ts';
import type { RowRef } from '#model/workspace.ts';

/** A column that a sheet of the workbook is known to have. */
export interface KnownColumn {
  readonly title: string;
  readonly role: 'key' | 'edit' | 'shown';
  readonly holds: 'text' | 'number' | 'flag' | 'day' | 'word' | 'words' | 'list';
  readonly cell: string | null;
  readonly words: readonly string[];
  /** For part of a key: the column of the file that it is taken from, and so follows when that is edited. */
  readonly follows?: string;
}

/** A sheet as it would be written now. */
export interface KnownSheet {
  readonly name: string;
  /** The file that its edits change; empty where nothing of it comes back. */
  readonly file: string;
  readonly columns: readonly KnownColumn[];
  readonly rows: readonly KnownRow[];
}

export interface KnownRow {
  readonly at: RowRef | null;
  readonly cells: readonly string[];
}

/** How the workbook was written: the header of its hidden column, and what stands there for a row. */
export interface Marking {
  readonly titleOf: (sheet: string) => string;
  readonly markOf: (columns: readonly KnownColumn[], cells: readonly string[]) => string;
  /** The workspace says just what it said then, so that whatever is worked out is the same too. */
  readonly isSameModel: boolean;
}

/** Something about the workbook that a person should know, at a place of it. */
export interface WorkbookMessage {
  /** An error: what stands there is not taken. A warning: nothing is lost by it. */
  readonly severity: 'error' | 'warning';
  readonly sheet: string;
  /** As the spreadsheet names it: `C14`; empty for the sheet as a whole. */
  readonly cell: string;
  readonly message: string;
}

/** A cell as the spreadsheet names it; rows and columns from 0. */
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;
