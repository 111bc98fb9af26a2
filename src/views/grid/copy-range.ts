import type { CellRange } from './cell-range.ts';
import type { Sheet } from './grid-column.ts';
import type { Block } from './tsv.ts';

/** The texts of a range, as they are shown. */
export function copyRange<Row>({ rows, columns }: Sheet<Row>, { top, left, bottom, right }: CellRange): Block {
  const copied = columns.slice(left, right + 1);
  return rows.slice(top, bottom + 1).map((row) => copied.map((column) => column.text(row)));
}
