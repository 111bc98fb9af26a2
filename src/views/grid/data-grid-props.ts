import type { CellAt } from './cell-range.ts';
import type { GridChange, GridColumn, GridEditKind, GridState } from './grid-column.ts';
import type { CellEditing } from './use-editing.ts';

/** What others may ask of a grid: to go to a cell, to take the keyboard, and where it stands. */
export interface GridHandle {
  readonly goTo: (row: number, column: number) => void;
  readonly focus: () => void;
  readonly active: () => CellAt;
}

export interface DataGridProps<Row> {
  /** Shown in the order given: sorting is the business of whoever holds the state. */
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly GridColumn<Row>[];
  readonly state: GridState;
  readonly onState: (state: GridState) => void;
  readonly onEdit: (changes: readonly GridChange<Row>[], kind: GridEditKind) => void;
  /** A person wants to go to what a cell of kind `link` names. */
  readonly onOpen?: (row: Row, column: string) => void;
  readonly selectedKey?: string | null;
  readonly onSelectKey?: (key: string) => void;
  readonly label: string;
  readonly isReadOnly?: boolean;
  /** Said where there are no rows. */
  readonly emptyMessage?: string;
  /** Another editor for some cells; null for the grid's own. */
  readonly renderEditor?: (editing: CellEditing<Row>) => React.ReactNode;
  readonly ref?: React.Ref<GridHandle>;
}
