import type { GridColumn, GridDirection, GridSort, GridState } from './grid-column.ts';

/** Narrower than this a heading and its menu cannot be used. */
export const NARROWEST = 56;
const WIDEST = 900;

/** The widths and the order a grid starts with: every column shown, none frozen, rows as they come. */
export const firstState = (columns: readonly { readonly id: string; readonly width: number }[]): GridState => ({
  columns: columns.map(({ id, width }) => ({ id, width })),
  frozen: 0,
  sort: [],
});

const placeOf = (state: GridState, id: string): number => state.columns.findIndex((column) => column.id === id);

const clampFrozen = (state: GridState): GridState => ({
  ...state,
  frozen: Math.max(0, Math.min(state.frozen, state.columns.length)),
});

export const widenColumn = (state: GridState, id: string, width: number): GridState => ({
  ...state,
  columns: state.columns.map((column) =>
    column.id === id ? { id, width: Math.round(Math.max(NARROWEST, Math.min(width, WIDEST))) } : column,
  ),
});

/** Moves a column to a place among the shown ones; a column that leaves or joins the frozen ones keeps their number. */
export function moveColumn(state: GridState, id: string, to: number): GridState {
  const moved = state.columns.find((column) => column.id === id);
  if (moved === undefined) return state;
  const others = state.columns.filter((column) => column.id !== id);
  const place = Math.max(0, Math.min(to, others.length));
  return { ...state, columns: others.toSpliced(place, 0, moved) };
}

/** Freezes the columns up to and with this one. */
export const freezeUpTo = (state: GridState, id: string): GridState => ({ ...state, frozen: placeOf(state, id) + 1 });

export const unfreeze = (state: GridState): GridState => ({ ...state, frozen: 0 });

/** Takes a column out of sight. The last one stays. */
export function hideColumn(state: GridState, id: string): GridState {
  const place = placeOf(state, id);
  if (place < 0 || state.columns.length === 1) return state;
  const columns = state.columns.filter((column) => column.id !== id);
  return clampFrozen({ ...state, columns, frozen: place < state.frozen ? state.frozen - 1 : state.frozen });
}

/** Puts a hidden column after the shown ones. */
export const showColumn = (
  state: GridState,
  { id, width }: { readonly id: string; readonly width: number },
): GridState => (placeOf(state, id) >= 0 ? state : { ...state, columns: [...state.columns, { id, width }] });

/** Sorts by one column, or by it after those sorted by already. */
export function sortBy(state: GridState, id: string, direction: GridDirection | null, isFurther: boolean): GridState {
  const others = isFurther ? state.sort.filter((sort) => sort.id !== id) : [];
  return { ...state, sort: direction === null ? others : [...others, { id, direction }] };
}

/** A press on a heading: ascending, then descending, then as the rows come. */
export function turnSort(state: GridState, id: string, isFurther: boolean): GridState {
  const now = state.sort.find((sort) => sort.id === id)?.direction;
  if (now === undefined) return sortBy(state, id, 'ascending', isFurther);
  return sortBy(state, id, now === 'ascending' ? 'descending' : null, isFurther);
}

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

type Comparison<Row> = (a: Row, b: Row) => number;

/** Empty cells come last whichever way a column is sorted, as in a spreadsheet. */
function compareBy<Row>(column: GridColumn<Row>, direction: GridDirection): Comparison<Row> {
  const sign = direction === 'ascending' ? 1 : -1;
  if (column.compare !== undefined) return (a, b) => sign * (column.compare?.(a, b) ?? 0);
  const texts = new Map<Row, string>();
  const textOf = (row: Row): string => {
    const known = texts.get(row) ?? column.text(row);
    texts.set(row, known);
    return known;
  };
  return (a, b) => {
    const [one, other] = [textOf(a), textOf(b)];
    if (one === '' || other === '') return Number(one === '') - Number(other === '');
    return sign * collator.compare(one, other);
  };
}

/** Rows in the order that a grid's state asks for; rows alike stay as they came. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  sort: readonly GridSort[],
): readonly Row[] {
  const comparisons = sort.flatMap(({ id, direction }) => {
    const column = columns.find((candidate) => candidate.id === id);
    return column === undefined ? [] : [compareBy(column, direction)];
  });
  if (comparisons.length === 0) return rows;
  return rows.toSorted((a, b) => {
    for (const compare of comparisons) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  });
}
