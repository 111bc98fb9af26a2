import { useId, useState } from 'react';
import type { Chart, ChartCell, ChartRow } from './chart.ts';
import { ChartDrawing } from './chart-drawing.tsx';
import { useDrawBars } from './use-draw-bars.ts';

export interface ChartFigureProps {
  readonly title: string;
  readonly chart: Chart;
  readonly says: string;
  /** What the looks of the bars mean; it takes the place of the table's head. */
  readonly legend: React.ReactNode;
  readonly onFollow: (href: string) => void;
  /** What stands below: what it counts, and where the rest is. */
  readonly children?: React.ReactNode;
}

function Cell({ cell }: { readonly cell: ChartCell }): React.JSX.Element {
  return cell.href === '' ? <>{cell.text}</> : <a href={cell.href}>{cell.text}</a>;
}

function ChartTable({ chart, labelledBy }: { readonly chart: Chart; readonly labelledBy: string }): React.JSX.Element {
  const [first, ...others] = chart.columns;
  return (
    <table className="chart__table" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {others.map((column) => (
            <th key={column} scope="col" className="chart__number">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {chart.rows.map((row) => (
          <tr key={row.key}>
            <th scope="row" title={row.label}>
              <Cell cell={{ text: row.label, href: row.href }} />
            </th>
            {row.cells.map((cell, column) => (
              <td key={others[column]} className="chart__number">
                <Cell cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Labels({
  rows,
  className,
  cellOf,
}: {
  readonly rows: readonly ChartRow[];
  readonly className: string;
  readonly cellOf: (row: ChartRow) => ChartCell;
}): React.JSX.Element {
  return (
    <ul className={className}>
      {rows.map((row) => (
        <li key={row.key} className="chart__row" title={row.label}>
          <Cell cell={cellOf(row)} />
        </li>
      ))}
    </ul>
  );
}

/** A chart with its table: either takes the place of the other, and both say the same. */
export function ChartFigure(props: ChartFigureProps): React.JSX.Element {
  const { title, chart, says, legend, onFollow, children } = props;
  const [wantsTable, setWantsTable] = useState(false);
  const draw = useDrawBars();
  const id = useId();
  return (
    <section className="chart" aria-labelledby={id}>
      <div className="chart__head">
        <h3 id={id} className="summary__heading">
          {title}
        </h3>
        <button type="button" className="text-button chart__switch" onClick={() => setWantsTable(!wantsTable)}>
          {wantsTable ? 'Show as a chart' : 'Show as a table'}
          <span className="visually-hidden">: {title}</span>
        </button>
      </div>
      {wantsTable || draw === null ? (
        <div className="chart__scroller">
          <ChartTable chart={chart} labelledBy={id} />
        </div>
      ) : (
        <>
          <div className="chart__legend">{legend}</div>
          <div className="chart__body">
            <Labels rows={chart.rows} className="chart__labels" cellOf={({ label, href }) => ({ text: label, href })} />
            <ChartDrawing chart={chart} says={says} draw={draw} onFollow={onFollow} />
            <Labels rows={chart.rows} className="chart__ends" cellOf={({ end }) => end} />
          </div>
        </>
      )}
      {children}
    </section>
  );
}
