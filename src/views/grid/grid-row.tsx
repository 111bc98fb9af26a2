import { memo } from 'react';
import { type GridColumn, type GridMark, isEditable } from './grid-column.ts';
import { HEAD_HEIGHT, NUMBER_WIDTH, ROW_HEIGHT } from './grid-geometry.ts';
import type { PlacedColumn } from './use-grid-layout.ts';

/** The chosen columns of one row; empty where `from` is above `to`. */
export interface ChosenPart {
  readonly from: number;
  readonly to: number;
  readonly isTop: boolean;
  readonly isBottom: boolean;
}

interface GridRowProps<Row> extends ChosenPart {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly PlacedColumn<Row>[];
  readonly width: number;
  /** The column that the keyboard stands in; -1 where it is in another row. */
  readonly active: number;
  readonly isCurrent: boolean;
  readonly isReadOnly: boolean;
  readonly editor: React.ReactNode;
}

const EDITABLE = {};
const READ_ONLY = { 'aria-readonly': true } as const;
const activeProps = (isEdited: boolean): { readonly 'data-active': true; readonly tabIndex?: 0 } =>
  isEdited ? { 'data-active': true } : { 'data-active': true, tabIndex: 0 };

const FLAGS: Readonly<Record<string, string>> = { Y: '✓ Yes', N: 'No' };

function edgeClasses(index: number, { from, to, isTop, isBottom }: ChosenPart): string {
  if (index < from || index > to) return '';
  const top = isTop ? ' grid__cell--top' : '';
  const bottom = isBottom ? ' grid__cell--bottom' : '';
  const left = index === from ? ' grid__cell--left' : '';
  return ` grid__cell--chosen${top}${bottom}${left}${index === to ? ' grid__cell--right' : ''}`;
}

function Mark({ mark, isAlone }: { readonly mark: GridMark; readonly isAlone: boolean }): React.JSX.Element {
  return (
    <span className={`grid__mark grid__mark--${mark.tone}`}>
      <span aria-hidden="true">{mark.sign}</span> <span className={isAlone ? '' : 'visually-hidden'}>{mark.word}</span>
    </span>
  );
}

function contentOf<Row>(column: GridColumn<Row>, row: Row): React.ReactNode {
  const text = column.text(row);
  const mark = column.mark?.(row) ?? null;
  const shown = column.kind === 'flag' ? (FLAGS[text] ?? text) : text;
  const words = column.kind === 'link' ? <span className="grid__link">{shown}</span> : shown;
  if (mark === null) return words;
  return (
    <>
      <Mark mark={mark} isAlone={shown === ''} />
      {words}
    </>
  );
}

interface CellProps<Row> {
  readonly placed: PlacedColumn<Row>;
  readonly row: Row;
  readonly index: number;
  /** The classes of a chosen cell; empty for one that is not. */
  readonly edges: string;
  readonly isActive: boolean;
  readonly hasHandle: boolean;
  readonly isReadOnly: boolean;
  readonly editor: React.ReactNode;
}

function cellClasses<Row>({ placed, edges, editor }: CellProps<Row>): string {
  const { column, isFrozen, isLastFrozen } = placed;
  const frozen = isFrozen ? ' grid__cell--frozen' : '';
  const last = isLastFrozen ? ' grid__cell--last-frozen' : '';
  const edited = editor === null ? '' : ' grid__cell--edited';
  return `grid__cell grid__cell--${column.kind}${frozen}${last}${edges}${edited}`;
}

function PlainCell<Row>(props: CellProps<Row>): React.JSX.Element {
  const { placed, row, index, edges, isActive, hasHandle, isReadOnly, editor } = props;
  const { column, left, width, isFrozen } = placed;
  return (
    <div
      role="gridcell"
      className={cellClasses(props)}
      style={isFrozen ? { left, width } : { position: 'absolute', left, width }}
      aria-colindex={placed.index + 2}
      aria-selected={edges !== ''}
      {...(isEditable({ isReadOnly }, column, row) ? EDITABLE : READ_ONLY)}
      {...(isActive ? activeProps(editor !== null) : {})}
      data-cell={`${index},${placed.index}`}
    >
      {editor ?? contentOf(column, row)}
      {hasHandle && editor === null && <span className="grid__handle" data-handle={true} />}
    </div>
  );
}

const Cell: <Row>(props: CellProps<Row>) => React.ReactNode = memo(PlainCell);

function Row<Row>(props: GridRowProps<Row>): React.JSX.Element {
  const { index, columns, width, isCurrent, from, to, active } = props;
  return (
    <div
      role="row"
      className={isCurrent ? 'grid__row grid__row--current' : 'grid__row'}
      aria-rowindex={index + 2}
      style={{ top: HEAD_HEIGHT + index * ROW_HEIGHT, width }}
    >
      <div
        role="rowheader"
        className={from <= to ? 'grid__number grid__number--chosen' : 'grid__number'}
        style={{ width: NUMBER_WIDTH }}
        aria-colindex={1}
        data-number={index}
      >
        {(index + 1).toLocaleString('en-GB')}
      </div>
      {columns.map((placed) => (
        <Cell
          key={placed.column.id}
          placed={placed}
          row={props.row}
          index={index}
          edges={edgeClasses(placed.index, props)}
          isActive={placed.index === active}
          hasHandle={props.isBottom && placed.index === to}
          isReadOnly={props.isReadOnly}
          editor={placed.index === active ? props.editor : null}
        />
      ))}
    </div>
  );
}

/** One row of a grid with the cells that are drawn. Drawn again only when something in it changes. */
export const GridRow: <Row>(props: GridRowProps<Row>) => React.ReactNode = memo(Row);
