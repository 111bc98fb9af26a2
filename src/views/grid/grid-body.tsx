import type { CellRange } from './cell-range.ts';
import { HEAD_HEIGHT, ROW_HEIGHT } from './grid-geometry.ts';
import { type ChosenPart, GridRow } from './grid-row.tsx';
import { rangeOf, type Standing } from './standing.ts';
import type { GridLayout } from './use-grid-layout.ts';

interface GridBodyProps<Row> {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly layout: GridLayout<Row>;
  readonly standing: Standing;
  /** How far the handle of the range has been pulled. */
  readonly reach: CellRange | null;
  readonly isReadOnly: boolean;
  readonly editor: React.ReactNode;
}

const NOT_CHOSEN: ChosenPart = { from: 0, to: -1, isTop: false, isBottom: false };

function chosenPart({ top, left, bottom, right }: CellRange, row: number): ChosenPart {
  if (row < top || row > bottom) return NOT_CHOSEN;
  return { from: left, to: right, isTop: row === top, isBottom: row === bottom };
}

function Reach({ reach, edges }: { readonly reach: CellRange; readonly edges: readonly number[] }): React.JSX.Element {
  const left = edges[reach.left] ?? 0;
  const style = {
    left,
    top: HEAD_HEIGHT + reach.top * ROW_HEIGHT,
    width: (edges[reach.right + 1] ?? left) - left,
    height: (reach.bottom - reach.top + 1) * ROW_HEIGHT,
  };
  return <div className="grid__reach" style={style} />;
}

/** The rows that are drawn. */
export function GridBody<Row>(props: GridBodyProps<Row>): React.JSX.Element {
  const { rows, rowKey, layout, standing, reach, isReadOnly, editor } = props;
  const range = rangeOf(standing);
  const { active } = standing;
  return (
    <div role="rowgroup">
      {layout.rows.map((index) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <GridRow
            key={rowKey(row)}
            row={row}
            index={index}
            columns={layout.columns}
            width={layout.width}
            {...chosenPart(range, index)}
            active={index === active.row ? active.column : -1}
            isCurrent={index === active.row}
            isReadOnly={isReadOnly}
            editor={index === active.row ? editor : null}
          />
        );
      })}
      {reach !== null && <Reach reach={reach} edges={layout.geometry.edges} />}
    </div>
  );
}
