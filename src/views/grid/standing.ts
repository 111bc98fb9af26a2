import { type CellAt, type CellRange, type GridSize, isOneCell, nearestCell, rangeBetween } from './cell-range.ts';

/** Where the keyboard stands and which range is chosen. The range runs from the anchor to the lead. */
export interface Standing {
  readonly active: CellAt;
  readonly anchor: CellAt;
  readonly lead: CellAt;
  /** The column that Enter comes back to after cells were gone through with Tab. */
  readonly home: number | null;
}

export const standAt = (at: CellAt): Standing => ({ active: at, anchor: at, lead: at, home: null });

export const rangeOf = ({ anchor, lead }: Standing): CellRange => rangeBetween(anchor, lead);

/** The same active cell with a range that reaches to another cell. */
export const extendTo = (standing: Standing, lead: CellAt): Standing => ({ ...standing, lead, home: null });

/** A range with the keyboard in one of its cells, from which it goes on growing where it is stretched. */
export const standInRange = ({ top, left, bottom, right }: CellRange, active: CellAt): Standing => ({
  active,
  anchor: { row: top, column: left },
  lead: { row: bottom, column: right },
  home: null,
});

export const wholeRows = (from: number, to: number, { columns }: GridSize): Standing => ({
  active: { row: from, column: 0 },
  anchor: { row: from, column: 0 },
  lead: { row: to, column: columns - 1 },
  home: null,
});

export const wholeColumns = (standing: Standing, range: CellRange, { rows }: GridSize): Standing => ({
  active: { row: Math.max(0, standing.active.row), column: standing.active.column },
  anchor: { row: 0, column: range.left },
  lead: { row: rows - 1, column: range.right },
  home: null,
});

export type Passage = 'right' | 'left' | 'down' | 'up';

const STEP: Readonly<Record<Passage, 1 | -1>> = { right: 1, down: 1, left: -1, up: -1 };

/** The next cell of a range, round and round: along its rows for Tab, along its columns for Enter. */
function passInRange({ active }: Standing, range: CellRange, way: Passage): CellAt {
  const height = range.bottom - range.top + 1;
  const width = range.right - range.left + 1;
  const isAlong = way === 'right' || way === 'left';
  const row = active.row - range.top;
  const column = active.column - range.left;
  const place = (isAlong ? row * width + column : column * height + row) + STEP[way];
  const next = (place + width * height) % (width * height);
  return isAlong
    ? { row: range.top + Math.floor(next / width), column: range.left + (next % width) }
    : { row: range.top + (next % height), column: range.left + Math.floor(next / height) };
}

function passOn({ active, home }: Standing, way: Passage, size: GridSize): Standing {
  if (way === 'right' || way === 'left') {
    const at = nearestCell({ row: active.row, column: active.column + STEP[way] }, size);
    return { ...standAt(at), home: home ?? active.column };
  }
  const at = nearestCell({ row: Math.max(0, active.row + STEP[way]), column: home ?? active.column }, size);
  return { ...standAt(at), home: at.row === active.row ? home : null };
}

/** Tab and Enter: through the cells of a chosen range, or on to the next cell where only one is chosen. */
export function passTo(standing: Standing, way: Passage, size: GridSize): Standing {
  const range = rangeOf(standing);
  if (isOneCell(range)) return passOn(standing, way, size);
  return { ...standing, active: passInRange(standing, range, way) };
}

/** The same standing in a grid of another size. */
export const keepWithin = (standing: Standing, size: GridSize): Standing => ({
  active: nearestCell(standing.active, size),
  anchor: nearestCell(standing.anchor, size),
  lead: nearestCell(standing.lead, size),
  home: standing.home,
});
