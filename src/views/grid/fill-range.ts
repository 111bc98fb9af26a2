import { type CellAt, type CellRange, cellsOf } from './cell-range.ts';

/** A cell that is filled and the cell whose value it takes. */
export interface Filling {
  readonly at: CellAt;
  readonly from: CellAt;
}

/** Ctrl+D: the first row of the range into those below it; a single row takes the row above. */
export function fillDown(range: CellRange): readonly Filling[] {
  const isOneRow = range.top === range.bottom;
  const source = isOneRow ? range.top - 1 : range.top;
  if (source < 0) return [];
  const target = isOneRow ? range : { ...range, top: range.top + 1 };
  return cellsOf(target).map((at) => ({ at, from: { row: source, column: at.column } }));
}

/** Ctrl+R: the first column of the range into those right of it; a single column takes the column on its left. */
export function fillRight(range: CellRange): readonly Filling[] {
  const isOneColumn = range.left === range.right;
  const source = isOneColumn ? range.left - 1 : range.left;
  if (source < 0) return [];
  const target = isOneColumn ? range : { ...range, left: range.left + 1 };
  return cellsOf(target).map((at) => ({ at, from: { row: at.row, column: source } }));
}

/** How far a range reaches when its handle is pulled to a cell: in one direction only, the one pulled further. */
export function reachTo(range: CellRange, { row, column }: CellAt): CellRange {
  const down = row - range.bottom;
  const up = range.top - row;
  const right = column - range.right;
  const left = range.left - column;
  const furthest = Math.max(down, up, right, left);
  if (furthest <= 0) return range;
  if (furthest === down) return { ...range, bottom: row };
  if (furthest === up) return { ...range, top: row };
  return furthest === right ? { ...range, right: column } : { ...range, left: column };
}

const wrap = (place: number, length: number): number => ((place % length) + length) % length;

/** The handle: what the range holds is repeated over the cells that it was pulled across. */
export function fillReach(source: CellRange, reach: CellRange): readonly Filling[] {
  const height = source.bottom - source.top + 1;
  const width = source.right - source.left + 1;
  return cellsOf(reach)
    .map((at) => ({
      at,
      from: {
        row: source.top + wrap(at.row - source.top, height),
        column: source.left + wrap(at.column - source.left, width),
      },
    }))
    .filter(({ at, from }) => at.row !== from.row || at.column !== from.column);
}
