import { useRef } from 'react';
import type { GridColumn, GridState } from './grid-column.ts';
import { HEAD_HEIGHT, NUMBER_WIDTH } from './grid-geometry.ts';
import { HeaderMenu } from './header-menu.tsx';
import type { PlacedColumn } from './use-grid-layout.ts';
import type { HeaderDragging } from './use-header-drag.ts';

export interface GridHeadProps<Row> {
  readonly columns: readonly PlacedColumn<Row>[];
  readonly width: number;
  readonly state: GridState;
  readonly onState: (state: GridState) => void;
  /** The heading that the keyboard stands on; -1 where it is among the cells. */
  readonly active: number;
  /** The column whose menu is open. */
  readonly menu: string | null;
  readonly onMenu: (column: number | null) => void;
  readonly dragging: HeaderDragging;
  readonly onSelectAll: () => void;
  readonly onSelectColumn: (column: number) => void;
  readonly fittingWidth: (column: GridColumn<Row>) => number;
}

const SIGNS = { ascending: '▲', descending: '▼' } as const;

function SortSign({ state, id }: { readonly state: GridState; readonly id: string }): React.JSX.Element | null {
  const place = state.sort.findIndex((sort) => sort.id === id);
  const sort = state.sort[place];
  if (sort === undefined) return null;
  return (
    <span className="grid__sort" aria-hidden="true">
      {SIGNS[sort.direction]}
      {state.sort.length > 1 && place + 1}
    </span>
  );
}

function Handle<Row>({ placed, ...props }: HeadingProps<Row>): React.JSX.Element {
  const { dragging, state, onState } = props;
  const { column, index } = placed;
  return (
    <span
      className="grid__resize"
      onPointerDown={(event) => dragging.start(event, 'width', index)}
      onPointerMove={dragging.onMove}
      onPointerUp={dragging.onEnd}
      onPointerCancel={dragging.onCancel}
      onDoubleClick={() => {
        const width = props.fittingWidth(column);
        onState({ ...state, columns: state.columns.map((shown, at) => (at === index ? { ...shown, width } : shown)) });
      }}
    />
  );
}

interface HeadingProps<Row> extends GridHeadProps<Row> {
  readonly placed: PlacedColumn<Row>;
}

function headingClasses<Row>({ placed, dragging }: HeadingProps<Row>): string {
  const { drag } = dragging;
  const isPulled = drag?.kind === 'place' && drag.id === placed.column.id;
  const isTarget = drag?.kind === 'place' && drag.to === placed.index;
  const classes = [
    'grid__heading',
    placed.isFrozen ? 'grid__heading--frozen' : '',
    placed.isLastFrozen ? 'grid__heading--last-frozen' : '',
    isPulled ? 'grid__heading--pulled' : '',
    isTarget ? 'grid__heading--target' : '',
  ];
  return classes.filter((name) => name !== '').join(' ');
}

function Heading<Row>(props: HeadingProps<Row>): React.JSX.Element {
  const { placed, state, active, menu, onMenu, dragging } = props;
  const { column, index, left, width, isFrozen } = placed;
  const cell = useRef<HTMLDivElement | null>(null);
  return (
    <div
      ref={cell}
      role="columnheader"
      className={headingClasses(props)}
      style={isFrozen ? { left, width } : { position: 'absolute', left, width }}
      aria-colindex={index + 2}
      aria-sort={state.sort.find(({ id }) => id === column.id)?.direction}
      tabIndex={index === active ? 0 : undefined}
      data-active={index === active ? true : undefined}
    >
      <span
        className="grid__title"
        title={column.description ?? column.title}
        onPointerDown={(event) => dragging.start(event, 'place', index)}
        onPointerMove={dragging.onMove}
        onPointerUp={dragging.onEnd}
        onPointerCancel={dragging.onCancel}
      >
        {column.title}
        <SortSign state={state} id={column.id} />
      </span>
      <button
        type="button"
        tabIndex={-1}
        className="grid__menu-button"
        aria-label={`Menu of ${column.title}`}
        aria-haspopup="menu"
        aria-expanded={menu === column.id}
        onClick={() => onMenu(index)}
      >
        <span aria-hidden="true">▾</span>
      </button>
      <Handle {...props} />
      {menu === column.id && (
        <HeaderMenu
          id={column.id}
          title={column.title}
          index={index}
          state={state}
          anchor={cell}
          fittingWidth={() => props.fittingWidth(column)}
          onState={props.onState}
          onSelectColumn={() => props.onSelectColumn(index)}
          onClose={() => onMenu(null)}
        />
      )}
    </div>
  );
}

/** The headings: press to sort, pull to move or widen, and a menu for all of it. They stay in sight. */
export function GridHead<Row>(props: GridHeadProps<Row>): React.JSX.Element {
  return (
    <div role="rowgroup" className="grid__head" style={{ width: props.width, height: HEAD_HEIGHT }}>
      <div role="row" className="grid__head-row" aria-rowindex={1} style={{ height: HEAD_HEIGHT }}>
        <div
          role="columnheader"
          className="grid__corner"
          style={{ width: NUMBER_WIDTH }}
          aria-colindex={1}
          title="Select everything"
          onPointerDown={(event) => {
            event.preventDefault();
            props.onSelectAll();
          }}
        >
          Row
        </div>
        {props.columns.map((placed) => (
          <Heading key={placed.column.id} {...props} placed={placed} />
        ))}
      </div>
    </div>
  );
}
