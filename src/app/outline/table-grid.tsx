import { useMemo, useState } from 'react';
import type { Inspecting } from '#app/inspector/inspected.ts';
import { tryEdit } from '#app/inspector/try-edit.ts';
import { sortRows } from '#diagram/fields/sort-rows.ts';
import { cellChanges } from '#edits/written-rows.ts';
import type { RowRef } from '#model/workspace.ts';
import { firstState } from '#views/grid/arrange-columns.ts';
import { DataGrid } from '#views/grid/data-grid.tsx';
import type { GridChange, GridEditKind, GridState } from '#views/grid/grid-column.ts';
import type { TableColumns } from './outline-columns.ts';

interface TableGridProps<Row> extends Omit<Inspecting, 'shown'> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly table: TableColumns<Row>;
  readonly keyOf: (row: Row) => string;
  readonly at: (row: Row) => RowRef;
  readonly nameOf: (row: Row) => string;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly onOpen?: (row: Row, column: string) => void;
  readonly emptyMessage: string;
}

const VERBS: Readonly<Record<GridEditKind, string>> = {
  type: 'change',
  paste: 'paste',
  fill: 'fill',
  clear: 'clear',
  replace: 'replace in',
};

function nameOfEdit<Row>(
  kind: GridEditKind,
  changes: readonly GridChange<Row>[],
  nameOf: (row: Row) => string,
): string {
  const [only] = changes;
  if (changes.length === 1 && only !== undefined)
    return `${VERBS[kind]} ${only.column.replaceAll('_', ' ')} of “${nameOf(only.row)}”`;
  return `${VERBS[kind]} ${changes.length.toLocaleString('en-GB')} cells in the outline`;
}

/** The columns as a person has arranged them; those that came since stand where they are shown at first. */
function withNew(state: GridState, columns: readonly { readonly id: string; readonly width: number }[]): GridState {
  const known = new Set(columns.map(({ id }) => id));
  const kept = state.columns.filter(({ id }) => known.has(id));
  const missing = columns.filter(
    ({ id }) => (id === 'overlay' || id === 'route') && !kept.some((one) => one.id === id),
  );
  return missing.length === 0 && kept.length === state.columns.length
    ? state
    : {
        ...state,
        columns: [...kept.slice(0, 1), ...missing.map(({ id, width }) => ({ id, width })), ...kept.slice(1)],
      };
}

/** One of the tables: every cell that the file holds can be changed, and a change that cannot be read is refused. */
export function TableGrid<Row extends object>(props: TableGridProps<Row>): React.JSX.Element {
  const { store, isReadOnly, label, rows, table, keyOf, at, nameOf, selected } = props;
  const [arranged, setArranged] = useState<GridState>(() => ({ ...firstState(table.columns), frozen: 1 }));
  const [refusal, setRefusal] = useState<string | null>(null);
  const state = useMemo(() => withNew(arranged, table.columns), [arranged, table.columns]);
  const sorted = useMemo(() => sortRows(rows, table.columns, state.sort), [rows, table.columns, state.sort]);
  function onEdit(changes: readonly GridChange<Row>[], kind: GridEditKind): void {
    const cells = changes.map(({ row, column, value }) => ({ at: at(row), column, value }));
    if (cells.length === 0) return;
    setRefusal(tryEdit(store, () => ({ name: nameOfEdit(kind, changes, nameOf), changes: cellChanges(cells) })));
  }
  return (
    <>
      {refusal !== null && (
        <p role="alert" className="inspector-field__refused outline-tables__refused">
          {refusal} Nothing was changed.
        </p>
      )}
      <div className="outline-tables__grid">
        <DataGrid
          label={label}
          rows={sorted}
          rowKey={keyOf}
          columns={table.grid}
          state={state}
          onState={setArranged}
          onEdit={onEdit}
          selectedKey={selected}
          onSelectKey={props.onSelect}
          isReadOnly={isReadOnly}
          emptyMessage={props.emptyMessage}
          {...(props.onOpen === undefined ? {} : { onOpen: props.onOpen })}
        />
      </div>
    </>
  );
}
