import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Shown } from '#app/use-shown.ts';
import type { FieldColumn } from '#diagram/fields/field-column.ts';
import type { QuickFilter } from '#diagram/fields/quick-filters.ts';
import type { AppStore } from '#store/create-store.ts';
import { withOwn } from '#store/view.ts';
import { ColumnChooser } from '#views/grid/column-chooser.tsx';
import { DataGrid } from '#views/grid/data-grid.tsx';
import type { GridHandle } from '#views/grid/data-grid-props.ts';
import { FindReplace } from '#views/grid/find-replace.tsx';
import type { GridChange, GridColumn, GridEditKind, GridState } from '#views/grid/grid-column.ts';
import { codeArrangement, type FieldsView, ROW_KINDS, type RowKind, toOwnWords, viewWordsOf } from './fields-view.ts';
import { FilterBar } from './filter-bar.tsx';
import { LeftOut } from './left-out.tsx';
import { STANDARD } from './shipped-views.ts';
import { ViewsMenu } from './views-menu.tsx';

interface FieldsFrameProps<Row> {
  readonly store: AppStore;
  readonly shown: Shown;
  readonly view: FieldsView;
  readonly all: readonly Row[];
  /** Those that pass, in their order. */
  readonly rows: readonly Row[];
  readonly columns: readonly FieldColumn<Row>[];
  readonly gridColumns: readonly GridColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly onEdit: (changes: readonly GridChange<Row>[], kind: GridEditKind) => void;
  readonly onOpen: (row: Row, column: string) => void;
  readonly quickCounts: ReadonlyMap<QuickFilter, number> | null;
  readonly grid: React.RefObject<GridHandle | null>;
  /** Why the last edit was refused; empty where it was not. */
  readonly refusal: string;
  readonly buttons: React.ReactNode;
  readonly progress: React.ReactNode;
  readonly panel: React.ReactNode;
}

/** The arrangement that the address names, or the one at first. */
function arrangementOf(view: FieldsView): GridState {
  const standard = STANDARD[view.rows];
  return { columns: view.columns ?? standard.columns, frozen: view.frozen ?? standard.frozen, sort: view.sort };
}

const KIND_WORDS: Readonly<Record<RowKind, string>> = { questions: 'Questions', sources: 'All sources' };

function RowSwitch({ store, rows }: { readonly store: AppStore; readonly rows: RowKind }): React.JSX.Element {
  return (
    <fieldset className="row-switch">
      <legend className="visually-hidden">What to list</legend>
      {ROW_KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          className="toggle"
          aria-pressed={kind === rows}
          onClick={() => {
            const own = toOwnWords(kind === 'questions' ? {} : { rows: kind });
            store.goTo(withOwn(store.getState().view, own));
          }}
        >
          {KIND_WORDS[kind]}
        </button>
      ))}
    </fieldset>
  );
}

interface ToolsProps<Row> extends FieldsFrameProps<Row> {
  readonly state: GridState;
  readonly onState: (state: GridState) => void;
  readonly onFind: () => void;
}

function Tools<Row>(props: ToolsProps<Row>): React.JSX.Element {
  const { store, shown, view, gridColumns, state, onState } = props;
  return (
    <div className="fields-tools">
      <RowSwitch store={store} rows={view.rows} />
      <ViewsMenu
        words={viewWordsOf(shown.view)}
        onView={(words) => store.goTo(withOwn(store.getState().view, toOwnWords(words)))}
      />
      <ColumnChooser columns={gridColumns} state={state} onState={onState} standard={STANDARD[view.rows]} />
      <button type="button" className="small-button" onClick={props.onFind}>
        Find and replace
      </button>
      {props.buttons}
      {view.panel === 'none' && (
        <button
          type="button"
          className="small-button"
          onClick={() => store.goTo(withOwn(store.getState().view, { panel: '' }))}
        >
          Show the panel
        </button>
      )}
      {props.progress}
    </div>
  );
}

function Refusal({ words }: { readonly words: string }): React.JSX.Element | null {
  if (words === '') return null;
  return (
    <p role="alert" className="refused fields__refused">
      {words}
    </p>
  );
}

/** The grid of the fields with everything around it: what is listed, how, which of it, and what is known of one row. */
export function FieldsFrame<Row>(props: FieldsFrameProps<Row>): React.JSX.Element {
  const { store, shown, view, rows, gridColumns, grid, refusal } = props;
  const [isFinding, setFinding] = useState(false);
  const isReadOnly = useStore(store, (state) => state.readOnly !== null);
  const state = useMemo(() => arrangementOf(view), [view]);
  const onState = (next: GridState): void => {
    const words = codeArrangement(next, STANDARD[view.rows]);
    store.goTo(withOwn(store.getState().view, { ...words }), 'replace');
  };
  return (
    <main className="screen fields" id="main" tabIndex={-1}>
      <h2 className="visually-hidden">Fields</h2>
      <Tools {...props} state={state} onState={onState} onFind={() => setFinding(!isFinding)} />
      <FilterBar
        store={store}
        view={view}
        columns={props.columns}
        all={props.all}
        shownCount={rows.length}
        quickCounts={props.quickCounts}
      />
      {isFinding && (
        <FindReplace
          rows={rows}
          columns={gridColumns}
          state={state}
          grid={grid}
          isReadOnly={isReadOnly}
          onEdit={props.onEdit}
          onClose={() => setFinding(false)}
        />
      )}
      <LeftOut problems={shown.opened.problems} rows={view.rows} />
      <Refusal words={refusal} />
      <div className={view.panel === 'none' ? 'fields__body fields__body--whole' : 'fields__body'}>
        <div className="fields__grid">
          <DataGrid
            ref={grid}
            label={KIND_WORDS[view.rows]}
            rows={rows}
            rowKey={props.rowKey}
            columns={gridColumns}
            state={state}
            onState={onState}
            onEdit={props.onEdit}
            onOpen={props.onOpen}
            selectedKey={props.selected}
            onSelectKey={props.onSelect}
            isReadOnly={isReadOnly}
            emptyMessage={`No ${view.rows} pass these filters.`}
          />
        </div>
        {view.panel !== 'none' && props.panel}
      </div>
    </main>
  );
}
