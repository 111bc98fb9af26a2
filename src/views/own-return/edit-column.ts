import type { Problem } from '#model/finding.ts';

/** A column of a table that is written into as in a spreadsheet. */
export interface EditColumn {
  readonly name: string;
  readonly label: string;
  /** `choice`: one of the options. `offer`: any text, with the options offered. */
  readonly kind: 'text' | 'choice' | 'offer';
  readonly options: readonly (readonly [value: string, words: string])[];
  /** How wide, in letters. */
  readonly width: number;
}

/** A row as its file holds it, with what the reader says of it. */
export interface EditRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}

export type RowCells = Readonly<Record<string, string>>;

/** What is written in one step: cells of rows that stand there, and rows at the end. */
export interface EditBlock {
  readonly changed: readonly { readonly row: number; readonly cells: RowCells }[];
  readonly added: readonly RowCells[];
}
