import type { CellAt, CellRange, GridSize } from './cell-range.ts';
import type { Block } from './tsv.ts';

/** A cell and the text that somebody wants to put there. */
export interface CellText {
  readonly at: CellAt;
  readonly text: string;
}

/** A block laid out on the grid, and how much of it found no room. */
export interface Spread {
  readonly cells: readonly CellText[];
  readonly into: CellRange;
  readonly clippedRows: number;
  readonly clippedColumns: number;
}

/** A block repeats in a direction in which the range is a multiple of it; otherwise it is laid once. */
const lengthFor = (block: number, range: number): number => (range % block === 0 ? range : block);

export const widthOf = (block: Block): number => Math.max(0, ...block.map((row) => row.length));

/** Where the cells of a copied block come to lie when it is pasted on a range. Null: there is nothing to paste. */
export function spreadBlock(block: Block, range: CellRange, size: GridSize): Spread | null {
  const width = widthOf(block);
  if (width === 0) return null;
  const rows = lengthFor(block.length, range.bottom - range.top + 1);
  const columns = lengthFor(width, range.right - range.left + 1);
  const fittingRows = Math.min(rows, size.rows - range.top);
  const fittingColumns = Math.min(columns, size.columns - range.left);
  const cells: CellText[] = [];
  for (let row = 0; row < fittingRows; row += 1) {
    const from = block[row % block.length] ?? [];
    for (let column = 0; column < fittingColumns; column += 1) {
      const at = { row: range.top + row, column: range.left + column };
      cells.push({ at, text: from[column % width] ?? '' });
    }
  }
  const bottom = range.top + fittingRows - 1;
  const into = { top: range.top, left: range.left, bottom, right: range.left + fittingColumns - 1 };
  return { cells, into, clippedRows: rows - fittingRows, clippedColumns: columns - fittingColumns };
}
