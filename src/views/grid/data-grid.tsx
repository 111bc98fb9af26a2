import { useRef } from 'react';
import { CellEditor } from './cell-editor.tsx';
import type { DataGridProps } from './data-grid-props.ts';
import { fittingWidth } from './fitting-width.ts';
import { GridBody } from './grid-body.tsx';
import { GridFoot } from './grid-foot.tsx';
import { HEAD_HEIGHT } from './grid-geometry.ts';
import { GridHead } from './grid-head.tsx';
import { rangeOf } from './standing.ts';
import { type DataGridParts, useDataGrid } from './use-data-grid.ts';
import type { CellEditing } from './use-editing.ts';

const HINT =
  'Arrow keys move, with Shift they choose cells. Enter or F2 edits. Up from the first row are the headings with their menus. Escape and then Tab leaves the grid.';

function editorFor<Row>(
  editing: CellEditing<Row> | null,
  renderEditor: DataGridProps<Row>['renderEditor'],
): React.ReactNode {
  if (editing === null) return null;
  return renderEditor?.(editing) ?? <CellEditor editing={editing} />;
}

/** Where a text is cut short, the mouse shows the whole of it. */
function showWhole({ target }: React.PointerEvent): void {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
  if (cell === null) return;
  if (cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent.trim();
  else cell.removeAttribute('title');
}

type GridProps = React.HTMLAttributes<HTMLDivElement>;

/** The grid as screen readers know it, and what it listens to. The cells have the keyboard, not the grid itself. */
function scrollerProps<Row>(
  { rows, label, isReadOnly = false }: DataGridProps<Row>,
  grid: DataGridParts<Row>,
): GridProps {
  const { focus, pointer, keys } = grid;
  return {
    role: 'grid',
    'aria-label': label,
    'aria-description': HINT,
    'aria-rowcount': rows.length + 1,
    'aria-colcount': grid.sheet.columns.length + 1,
    'aria-multiselectable': true,
    'aria-readonly': isReadOnly,
    onKeyDown: keys.onKeyDown,
    onFocus: focus.onFocus,
    onBlur: focus.onBlur,
    onPointerDown: pointer.onPointerDown,
    onPointerMove: pointer.onPointerMove,
    onPointerUp: pointer.onPointerUp,
    onPointerCancel: pointer.onPointerUp,
    onPointerOver: showWhole,
    onDoubleClick: grid.onDoubleClick,
    onClick: grid.onClick,
    ...grid.clipboard,
  };
}

/** Thousands of rows to work in as in a spreadsheet: by keyboard, by mouse and through the clipboard. */
export function DataGrid<Row>(props: DataGridProps<Row>): React.JSX.Element {
  const { rows, rowKey, state, onState, isReadOnly = false } = props;
  const scroller = useRef<HTMLDivElement | null>(null);
  const grid = useDataGrid(props, scroller);
  const { sheet, layout, standing, pointer, head } = grid;
  const { active } = standing;
  return (
    <div className="grid">
      <div ref={scroller} className="grid__scroller" {...scrollerProps(props, grid)}>
        <div
          className="grid__canvas"
          role="presentation"
          style={{ width: layout.width, height: HEAD_HEIGHT + layout.height }}
        >
          <GridHead
            columns={layout.columns}
            width={layout.width}
            state={state}
            onState={onState}
            active={active.row < 0 ? active.column : -1}
            menu={grid.menu}
            onMenu={head.openMenu}
            dragging={grid.dragging}
            onSelectAll={head.selectAll}
            onSelectColumn={head.selectColumn}
            fittingWidth={(column) => fittingWidth(column, rows)}
          />
          <GridBody
            rows={rows}
            rowKey={rowKey}
            layout={layout}
            standing={standing}
            reach={pointer.reach}
            isReadOnly={isReadOnly}
            editor={editorFor(grid.editing, props.renderEditor)}
          />
        </div>
        {rows.length === 0 && <p className="grid__empty">{props.emptyMessage ?? 'No rows to show.'}</p>}
      </div>
      <GridFoot sheet={sheet} active={active} range={rangeOf(standing)} message={grid.message} />
    </div>
  );
}
