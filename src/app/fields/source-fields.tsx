import { useMemo, useRef, useState } from 'react';
import type { ScreenProps } from '#app/use-shown.ts';
import { SOURCE_COLUMNS } from '#diagram/fields/source-columns.ts';
import type { SourceRow } from '#diagram/fields/source-rows.ts';
import type { GridHandle } from '#views/grid/data-grid-props.ts';
import { FieldsFrame } from './fields-frame.tsx';
import type { FieldsView } from './fields-view.ts';
import { openFromCell } from './open-from-cell.ts';
import { sourceGridColumns } from './source-grid.ts';
import { SourcePanel } from './source-panel.tsx';
import { useListed, useSourceRows } from './use-field-rows.ts';
import { writeSources } from './write-cells.ts';

const keyOf = ({ key }: SourceRow): string => key;
const NO_TESTS: readonly ((row: SourceRow) => boolean)[] = [];

/** Every source of every kind in the grid, with what is said of it beside it. */
export function SourceFields({ store, shown, view }: ScreenProps & { readonly view: FieldsView }): React.JSX.Element {
  const { index } = shown;
  const all = useSourceRows(shown);
  const { text, conditions, sort } = view;
  const rows = useListed(all, SOURCE_COLUMNS, { text, conditions, tests: NO_TESTS }, sort);
  const gridColumns = useMemo(() => sourceGridColumns(index), [index]);
  const [selected, setSelected] = useState<string | null>(null);
  const grid = useRef<GridHandle | null>(null);
  const row = useMemo(() => all.find(({ key }) => key === selected) ?? null, [all, selected]);
  return (
    <FieldsFrame
      store={store}
      shown={shown}
      view={view}
      all={all}
      rows={rows}
      columns={SOURCE_COLUMNS}
      gridColumns={gridColumns}
      rowKey={keyOf}
      selected={selected}
      onSelect={setSelected}
      onEdit={(changes, kind) => writeSources(store, changes, kind)}
      onOpen={(opening, column) => openFromCell(store, opening, column)}
      quickCounts={null}
      grid={grid}
      refusal=""
      buttons={null}
      progress={null}
      panel={<SourcePanel store={store} shown={shown} row={row} panel={view.panel} />}
    />
  );
}
