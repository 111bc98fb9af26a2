/** What a column holds: short text, prose, yes or no, a number, something only shown, or a way to another place. */
export type GridKind = 'text' | 'words' | 'flag' | 'number' | 'readonly' | 'link';

export type GridTone = 'good' | 'some' | 'bad' | 'info' | 'quiet';

/** A standing shown in a cell by colour, sign and word together. The word alone is shown where the cell is empty. */
export interface GridMark {
  readonly tone: GridTone;
  readonly sign: string;
  readonly word: string;
}

/** One of the values a cell may take, under the words people know it by. */
export interface GridOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** How rows of any type are shown, read back and edited in one column. Flags are `Y`, `N` or empty. */
export interface GridColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** In CSS pixels, until a person chooses another. */
  readonly width: number;
  readonly kind: GridKind;
  /** Said in the tooltip of the heading. */
  readonly description?: string;
  /** The cell holds several words, separated by "; ". */
  readonly list?: boolean;
  /** The options are a help: any other text may be written as well. */
  readonly isOpen?: boolean;
  /** What the cell shows and what is copied from it. */
  text(row: Row): string;
  /** What is stored, where that differs from what is shown. */
  value?(row: Row): string;
  mark?(row: Row): GridMark | null;
  editable?(row: Row): boolean;
  /** Return the same array for rows with the same options: lookups over it are kept. */
  options?(row: Row): readonly GridOption[];
  /** Why a value cannot stand here, in words; null where it can. */
  check?(value: string, row: Row): string | null;
  compare?(a: Row, b: Row): number;
}

export type GridDirection = 'ascending' | 'descending';

export interface GridSort {
  readonly id: string;
  readonly direction: GridDirection;
}

/** A column that is shown, as wide as it is now. */
export interface ShownColumn {
  readonly id: string;
  readonly width: number;
}

/** What a person has arranged: the shown columns in their order, how many of them stay in sight, and the sorting. */
export interface GridState {
  readonly columns: readonly ShownColumn[];
  readonly frozen: number;
  readonly sort: readonly GridSort[];
}

/** One cell that a person wants to hold another value. */
export interface GridChange<Row> {
  readonly row: Row;
  readonly column: string;
  readonly value: string;
}

export type GridEditKind = 'type' | 'paste' | 'fill' | 'clear' | 'replace';

/** What the keys, the mouse and the clipboard work on: the rows in their order and the shown columns in theirs. */
export interface Sheet<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  /** Nothing may be edited at the moment. */
  readonly isReadOnly: boolean;
}

export const valueOf = <Row>(column: GridColumn<Row>, row: Row): string => column.value?.(row) ?? column.text(row);

/** Whether a person may change this cell. */
export const isEditable = <Row>(
  { isReadOnly }: { readonly isReadOnly: boolean },
  column: GridColumn<Row>,
  row: Row,
): boolean => !isReadOnly && column.kind !== 'readonly' && column.kind !== 'link' && column.editable?.(row) !== false;

/** The columns that a grid shows, in their order. */
export const shownColumns = <Row>(
  columns: readonly GridColumn<Row>[],
  { columns: shown }: GridState,
): readonly GridColumn<Row>[] => shown.flatMap(({ id }) => columns.find((column) => column.id === id) ?? []);
