import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CellAt } from './cell-range.ts';
import type { GridColumn } from './grid-column.ts';
import { edgesOf, frozenIn, type Geometry, HEAD_HEIGHT, ROW_HEIGHT } from './grid-geometry.ts';

/** A column at its place among the drawn ones. */
export interface PlacedColumn<Row> {
  readonly column: GridColumn<Row>;
  readonly index: number;
  readonly left: number;
  readonly width: number;
  readonly isFrozen: boolean;
  readonly isLastFrozen: boolean;
}

export interface GridLayout<Row> {
  readonly geometry: Geometry;
  readonly rows: readonly number[];
  readonly columns: readonly PlacedColumn<Row>[];
  readonly width: number;
  readonly height: number;
}

interface ToLayOut<Row> {
  readonly scroller: React.RefObject<HTMLDivElement | null>;
  readonly rowCount: number;
  readonly columns: readonly GridColumn<Row>[];
  readonly widths: readonly number[];
  readonly frozen: number;
  readonly active: CellAt;
}

const AHEAD_ROWS = 5;
const AHEAD_COLUMNS = 1;

function useWidth(element: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(1024);
  useEffect(() => {
    const watched = element.current;
    if (watched === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(watched.clientWidth));
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

const inOrder = (indexes: Iterable<number>): number[] => [...new Set(indexes)].sort((a, b) => a - b);

/** The rows in sight, and the active one wherever it is: the keyboard's focus must not vanish. */
function useRows({ scroller, rowCount, active }: ToLayOut<never>): readonly number[] {
  const rangeExtractor = useCallback(
    (range: Range) =>
      active.row < 0 || active.row >= rowCount
        ? defaultRangeExtractor(range)
        : inOrder([...defaultRangeExtractor(range), active.row]),
    [active.row, rowCount],
  );
  // What it returns is read at once and never kept.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    paddingStart: HEAD_HEIGHT,
    overscan: AHEAD_ROWS,
    rangeExtractor,
  });
  return virtual.getVirtualIndexes().filter((row) => row < rowCount);
}

function useColumns({ scroller, widths, active }: ToLayOut<never>, edges: readonly number[], frozen: number): string {
  const rangeExtractor = useCallback(
    (range: Range) => {
      const always = Array.from({ length: frozen }, (_, index) => index);
      return inOrder([...always, ...defaultRangeExtractor(range), Math.max(0, active.column)]);
    },
    [frozen, active.column],
  );
  // A new function where widths change: the places are worked out again only then.
  const getItemKey = useCallback((index: number) => `${index}:${widths[index]}`, [widths]);
  // What it returns is read at once and never kept.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    horizontal: true,
    count: widths.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => widths[index] ?? 0,
    paddingStart: edges[0] ?? 0,
    overscan: AHEAD_COLUMNS,
    getItemKey,
    rangeExtractor,
  });
  return virtual.getVirtualIndexes().join(' ');
}

/** Which rows and columns are drawn and where, the grid being scrolled as it is. */
export function useGridLayout<Row>(asked: ToLayOut<Row>): GridLayout<Row> {
  const { scroller, rowCount, columns, widths, active } = asked;
  const edges = useMemo(() => edgesOf(widths), [widths]);
  const frozen = frozenIn(edges, asked.frozen, useWidth(scroller));
  const shared = { scroller, rowCount, columns: [], widths, frozen, active };
  const rows = useRows(shared);
  const drawn = useColumns(shared, edges, frozen);
  // Each keeps its identity while only the scrolling changes, so that its cells are not drawn again.
  const all = useMemo(
    () =>
      columns.map((column, index): PlacedColumn<Row> => {
        const place = { column, index, left: edges[index] ?? 0, width: widths[index] ?? column.width };
        return { ...place, isFrozen: index < frozen, isLastFrozen: index === frozen - 1 };
      }),
    [columns, widths, edges, frozen],
  );
  const placed = useMemo(
    () => drawn.split(' ').flatMap((text) => (text === '' ? [] : (all[Number(text)] ?? []))),
    [drawn, all],
  );
  const geometry = useMemo(() => ({ edges, frozen, rows: rowCount }), [edges, frozen, rowCount]);
  return { geometry, rows, columns: placed, width: edges.at(-1) ?? 0, height: rowCount * ROW_HEIGHT };
}
