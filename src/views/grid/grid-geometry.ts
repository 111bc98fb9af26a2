import type { CellAt, GridSize } from './cell-range.ts';

export const ROW_HEIGHT = 30;
export const HEAD_HEIGHT = 34;
/** The column of row numbers. */
export const NUMBER_WIDTH = 56;

/** Where the columns lie, in pixels from the left of everything. */
export interface Geometry {
  /** The left edge of each column, and the right edge of the last. */
  readonly edges: readonly number[];
  /** How many columns stay in sight, the grid being as wide as it is. */
  readonly frozen: number;
  readonly rows: number;
}

/** The part of the grid in sight. */
export interface View {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function edgesOf(widths: readonly number[]): readonly number[] {
  const edges = [NUMBER_WIDTH];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  return edges;
}

const NARROW = 640;
/** Frozen columns may not crowd out the rest. */
const FROZEN_SHARE = 0.65;

/** How many of the frozen columns there is room for; none on a narrow screen. */
export function frozenIn(edges: readonly number[], frozen: number, width: number): number {
  if (width <= NARROW) return 0;
  let fitting = Math.min(frozen, edges.length - 1);
  while (fitting > 0 && (edges[fitting] ?? 0) > width * FROZEN_SHARE) fitting -= 1;
  return fitting;
}

export const sizeFrom = ({ edges, rows }: Geometry): GridSize => ({ rows, columns: edges.length - 1 });

/** The right edge of what stays in sight at the left: the row numbers and the frozen columns. */
export const frozenWidth = ({ edges, frozen }: Geometry): number => edges[frozen] ?? NUMBER_WIDTH;

function columnAt(edges: readonly number[], x: number): number {
  const after = edges.findIndex((edge) => edge > x);
  return after < 0 ? edges.length - 2 : Math.max(0, after - 1);
}

/** The cell under a point of the view, or the nearest to it. */
export function cellUnder(geometry: Geometry, view: View, point: { readonly x: number; readonly y: number }): CellAt {
  const isFrozen = point.x < frozenWidth(geometry) && point.x >= 0;
  const row = Math.floor((point.y - HEAD_HEIGHT + view.top) / ROW_HEIGHT);
  return {
    row: Math.max(0, Math.min(row, geometry.rows - 1)),
    column: columnAt(geometry.edges, isFrozen ? point.x : point.x + view.left),
  };
}

const nudge = (start: number, end: number, from: number, to: number): number => {
  if (start < from) return start - from;
  return end > to ? Math.min(end - to, start - from) : 0;
};

/** How far to scroll so that a cell is wholly in sight, beside the frozen columns and below the headings. */
export function scrollToSee(
  geometry: Geometry,
  view: View,
  { row, column }: CellAt,
): { readonly left: number; readonly top: number } {
  const y = HEAD_HEIGHT + row * ROW_HEIGHT;
  const top = row < 0 ? 0 : nudge(y, y + ROW_HEIGHT, view.top + HEAD_HEIGHT, view.top + view.height);
  const [start = 0, end = 0] = geometry.edges.slice(column, column + 2);
  const isFrozen = column < geometry.frozen;
  const left = isFrozen ? 0 : nudge(start, end, view.left + frozenWidth(geometry), view.left + view.width);
  return { left, top };
}
