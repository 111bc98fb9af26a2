/** A cell by its place in what is shown. The headings are row -1. */
export interface CellAt {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, both ends included. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export const rangeBetween = (a: CellAt, b: CellAt): CellRange => ({
  top: Math.min(a.row, b.row),
  left: Math.min(a.column, b.column),
  bottom: Math.max(a.row, b.row),
  right: Math.max(a.column, b.column),
});

export const sizeOf = ({ top, left, bottom, right }: CellRange): GridSize => ({
  rows: bottom - top + 1,
  columns: right - left + 1,
});

export const isOneCell = (range: CellRange): boolean => range.top === range.bottom && range.left === range.right;

export const sameCell = (a: CellAt, b: CellAt): boolean => a.row === b.row && a.column === b.column;

const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/** The nearest cell or heading that there is. */
export const nearestCell = ({ row, column }: CellAt, size: GridSize): CellAt => ({
  row: within(row, -1, size.rows - 1),
  column: within(column, 0, Math.max(0, size.columns - 1)),
});

/** Every cell of a range, row by row. */
export function cellsOf({ top, left, bottom, right }: CellRange): readonly CellAt[] {
  const cells: CellAt[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) cells.push({ row, column });
  }
  return cells;
}
