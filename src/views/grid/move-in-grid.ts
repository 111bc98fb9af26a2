import { assertNever } from '#model/assert.ts';
import { type CellAt, type GridSize, nearestCell } from './cell-range.ts';

/** What moving has to know: how large the grid is, how many rows are in sight, and which cells hold something. */
export interface Ground {
  readonly size: GridSize;
  readonly page: number;
  readonly isFilled: (at: CellAt) => boolean;
}

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';
export type MoveKey = Arrow | 'Home' | 'End' | 'PageUp' | 'PageDown';

const BY: Readonly<Record<Arrow, CellAt>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

const beside = (at: CellAt, by: CellAt): CellAt => ({ row: at.row + by.row, column: at.column + by.column });

const isInside = ({ row, column }: CellAt, { rows, columns }: GridSize): boolean =>
  row >= 0 && column >= 0 && row < rows && column < columns;

/** The edge of the data: the last filled cell of a run, or over empty cells to the next filled one, or to the border. */
export function edgeOfData(from: CellAt, arrow: Arrow, { size, isFilled }: Ground): CellAt {
  const by = BY[arrow];
  let at = from;
  let next = beside(at, by);
  if (!isInside(next, size)) return from;
  const isRun = isInside(from, size) && isFilled(from) && isFilled(next);
  while (isInside(next, size)) {
    if (isRun && !isFilled(next)) return at;
    at = next;
    if (!isRun && isFilled(at)) return at;
    next = beside(at, by);
  }
  return at;
}

function farMove(at: CellAt, key: MoveKey, ground: Ground): CellAt {
  switch (key) {
    case 'Home':
      return { row: 0, column: 0 };
    case 'End':
      return { row: ground.size.rows - 1, column: ground.size.columns - 1 };
    case 'PageUp':
    case 'PageDown':
      return at;
    case 'ArrowUp':
    case 'ArrowDown':
    case 'ArrowLeft':
    case 'ArrowRight':
      return edgeOfData(at, key, ground);
    default:
      return assertNever(key);
  }
}

function nearMove(at: CellAt, key: MoveKey, { size, page }: Ground): CellAt {
  switch (key) {
    case 'Home':
      return { ...at, column: 0 };
    case 'End':
      return { ...at, column: size.columns - 1 };
    case 'PageUp':
      return { ...at, row: Math.max(0, at.row - page) };
    case 'PageDown':
      return { ...at, row: at.row + page };
    case 'ArrowUp':
    case 'ArrowDown':
    case 'ArrowLeft':
    case 'ArrowRight':
      return beside(at, BY[key]);
    default:
      return assertNever(key);
  }
}

/** Where a key leads, with Ctrl as far as it goes. Up from the first row are the headings. */
export function moveInGrid(at: CellAt, key: MoveKey, isFar: boolean, ground: Ground): CellAt {
  const to = isFar ? farMove(at, key, ground) : nearMove(at, key, ground);
  const nearest = nearestCell(to, ground.size);
  return to.row < 0 ? { ...nearest, row: -1 } : nearest;
}
