import { type GridChange, isEditable, type Sheet, valueOf } from './grid-column.ts';
import { readInput } from './read-input.ts';
import type { CellText } from './spread-block.ts';

/** What becomes of texts meant for cells: the changes to make, and what stays as it was and why. */
export interface Gathered<Row> {
  readonly changes: readonly GridChange<Row>[];
  /** Cells that took their text, those that held it already included. */
  readonly taken: number;
  readonly readOnly: number;
  readonly refused: number;
  /** The reason for the first that was refused. */
  readonly reason: string | null;
}

/** Reads every text for its cell. A cell that already holds the value is no change. */
export function gatherChanges<Row>(sheet: Sheet<Row>, texts: Iterable<CellText>): Gathered<Row> {
  const changes: GridChange<Row>[] = [];
  const tally = { taken: 0, readOnly: 0, refused: 0 };
  let reason: string | null = null;
  for (const { at, text } of texts) {
    const row = sheet.rows[at.row];
    const column = sheet.columns[at.column];
    if (row === undefined || column === undefined) continue;
    if (!isEditable(sheet, column, row)) {
      tally.readOnly += 1;
      continue;
    }
    const reading = readInput(column, row, text);
    if (reading.kind === 'refused') {
      tally.refused += 1;
      reason ??= reading.reason;
      continue;
    }
    tally.taken += 1;
    if (reading.value !== valueOf(column, row)) changes.push({ row, column: column.id, value: reading.value });
  }
  return { changes, ...tally, reason };
}
