import { useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { applyingTo } from './apply-to-range.ts';
import { turnSort } from './arrange-columns.ts';
import { type CellAt, isOneCell } from './cell-range.ts';
import { type ClipboardHandlers, clipboardOf } from './clipboard-of.ts';
import type { DataGridProps } from './data-grid-props.ts';
import { type GridState, type Sheet, shownColumns } from './grid-column.ts';
import { cellFrom, isInEditor } from './grid-dom.ts';
import { type Message, useMessage } from './grid-foot.tsx';
import { HEAD_HEIGHT, ROW_HEIGHT } from './grid-geometry.ts';
import { type HeadActions, headActions } from './head-actions.ts';
import type { CommandPowers } from './run-command.ts';
import { rangeOf, type Standing, standAt } from './standing.ts';
import { type CellEditing, useEditing } from './use-editing.ts';
import { type GridFocus, useGridFocus, useKeyboardFlag } from './use-grid-focus.ts';
import { type GridKeys, useGridKeys } from './use-grid-keys.ts';
import { type GridLayout, useGridLayout } from './use-grid-layout.ts';
import { type GridPointer, useGridPointer } from './use-grid-pointer.ts';
import { type HeaderDrag, type HeaderDragging, useHeaderDrag } from './use-header-drag.ts';
import { type StandingControl, useStanding } from './use-standing.ts';

const nothing = (): void => undefined;

function useSheet<Row>({ rows, columns, state, isReadOnly = false }: DataGridProps<Row>): Sheet<Row> {
  const shown = useMemo(() => shownColumns(columns, state), [columns, state]);
  return useMemo(() => ({ rows, columns: shown, isReadOnly }), [rows, shown, isReadOnly]);
}

/** The place among the headings nearest to a point of the screen. */
function placeUnder(edges: readonly number[], scroller: HTMLElement | null, clientX: number): number {
  if (scroller === null) return 0;
  const x = clientX - scroller.getBoundingClientRect().left + scroller.scrollLeft;
  return Math.max(
    0,
    edges.findIndex((edge, place) => x < (edge + (edges[place + 1] ?? Number.POSITIVE_INFINITY)) / 2),
  );
}

/** Widths as they are now, a heading being pulled included; the same list while none of them changes. */
function useWidths(state: GridState, drag: HeaderDrag | null): readonly number[] {
  const key = state.columns
    .map(({ id, width }) => (drag?.kind === 'width' && drag.id === id ? drag.width : width))
    .join(' ');
  return useMemo(() => (key === '' ? [] : key.split(' ').map(Number)), [key]);
}

interface Arranged<Row> {
  readonly layout: GridLayout<Row>;
  readonly dragging: HeaderDragging;
}

interface ToArrange<Row> {
  readonly props: DataGridProps<Row>;
  readonly sheet: Sheet<Row>;
  readonly active: CellAt;
  readonly scroller: React.RefObject<HTMLDivElement | null>;
}

function useArrangement<Row>({ props, sheet, active, scroller }: ToArrange<Row>): Arranged<Row> {
  const { state, onState } = props;
  const edges = useRef<readonly number[]>([]);
  const dragging = useHeaderDrag({
    state,
    onState,
    placeAt: (clientX) => placeUnder(edges.current, scroller.current, clientX),
    onPress: (id, isFurther) => onState(turnSort(state, id, isFurther)),
  });
  const widths = useWidths(state, dragging.drag);
  const rowCount = sheet.rows.length;
  const layout = useGridLayout({ scroller, rowCount, columns: sheet.columns, widths, frozen: state.frozen, active });
  useLayoutEffect(() => {
    edges.current = layout.geometry.edges;
  }, [layout.geometry.edges]);
  return { layout, dragging };
}

const pageOf = (scroller: HTMLElement | null): number =>
  Math.max(1, Math.floor(((scroller?.clientHeight ?? 0) - HEAD_HEIGHT) / ROW_HEIGHT) - 1);

interface Mouse<Row> {
  readonly sheet: Sheet<Row>;
  readonly control: StandingControl;
  readonly powers: CommandPowers<Row>;
}

interface Clicks {
  readonly onClick: (event: React.MouseEvent) => void;
  readonly onDoubleClick: (event: React.MouseEvent) => void;
}

/** A click on the words of a way opens it; a double click edits, or turns a flag. */
function clicksOf<Row>({ sheet, control, powers }: Mouse<Row>): Clicks {
  return {
    onClick: ({ target }) => {
      const at = cellFrom(target);
      const isWay = target instanceof Element && target.closest('.grid__link') !== null;
      if (at !== null && isWay && isOneCell(rangeOf(control.standing))) powers.openRow(at);
    },
    onDoubleClick: ({ target }) => {
      const at = cellFrom(target);
      if (at === null || isInEditor(target)) return;
      const kind = sheet.columns[at.column]?.kind;
      if (kind === 'flag') powers.applying.toggle();
      else if (kind !== 'link') powers.beginEdit(null);
    },
  };
}

export interface DataGridParts<Row> extends Arranged<Row>, Clicks {
  readonly sheet: Sheet<Row>;
  readonly standing: Standing;
  readonly editing: CellEditing<Row> | null;
  readonly message: Message;
  readonly menu: string | null;
  readonly head: HeadActions;
  readonly focus: GridFocus;
  readonly pointer: GridPointer;
  readonly keys: GridKeys;
  readonly clipboard: ClipboardHandlers;
}

type Scroller = React.RefObject<HTMLDivElement | null>;

function useHandle<Row>({ ref }: DataGridProps<Row>, scroller: Scroller, { standing, stand }: StandingControl): void {
  useImperativeHandle(ref, () => ({
    goTo: (row: number, column: number) => stand(standAt({ row, column })),
    focus: () => scroller.current?.querySelector<HTMLElement>('[data-active]')?.focus(),
    active: () => standing.active,
  }));
}

/** Everything a grid is made of, joined. */
export function useDataGrid<Row>(props: DataGridProps<Row>, scroller: Scroller): DataGridParts<Row> {
  const { rowKey, onEdit, onOpen, selectedKey = null, onSelectKey = nothing } = props;
  const keyboard = useKeyboardFlag();
  const [menu, setMenu] = useState<string | null>(null);
  const [message, say] = useMessage();
  const sheet = useSheet(props);
  const control = useStanding({ sheet, rowKey, selectedKey, onSelectKey });
  const { standing, show } = control;
  const { layout, dragging } = useArrangement({ props, sheet, active: standing.active, scroller });
  const { geometry } = layout;
  const applying = applyingTo({ sheet, control, say, onEdit });
  const { editing, begin, leave } = useEditing({ sheet, rowKey, control, say, onEdit, keyboard });
  const head = headActions({ sheet, control, keyboard, setMenu });
  const powers: CommandPowers<Row> = {
    sheet,
    control,
    applying,
    page: () => pageOf(scroller.current),
    say,
    beginEdit: begin,
    openMenu: head.openMenu,
    openRow: ({ row, column }) => {
      const [holder, shown] = [sheet.rows[row], sheet.columns[column]];
      if (holder !== undefined && shown !== undefined) onOpen?.(holder, shown.id);
    },
  };
  const isElsewhere = editing !== null || menu !== null;
  const keys = useGridKeys(powers, isElsewhere);
  const focus = useGridFocus({ scroller, geometry, show, isElsewhere, keyboard, onGone: keys.stopWalking });
  const onPress = (): void => {
    leave();
    keyboard.set(true);
    keys.startWalking();
  };
  const pointer = useGridPointer({ scroller, geometry, control, applying, onPress });
  const clipboard = clipboardOf({ sheet, range: rangeOf(standing), applying, isEditing: editing !== null, say });
  useHandle(props, scroller, control);
  const clicks = clicksOf({ sheet, control, powers });
  return {
    sheet,
    standing,
    editing,
    message,
    menu,
    head,
    focus,
    pointer,
    keys,
    clipboard,
    layout,
    dragging,
    ...clicks,
  };
}
