import { aboutBetween, aboutHours, type HoursRow } from '#diagram/overview/hours-by-kind.ts';
import type { HrefOf } from '#diagram/overview/place-behind.ts';
import type { Range } from '#model/figures.ts';
import type { Chart } from '#views/chart/chart.ts';
import { ChartFigure } from '#views/chart/chart-figure.tsx';

/** Modelled hours a year by what they are spent on, as ranges and as a table. */
export function hoursChart(rows: readonly HoursRow[], hrefOf: HrefOf): Chart {
  const href = hrefOf({ kind: 'time' });
  return {
    columns: ['Hours a year', 'Low', 'Usual', 'High'],
    rows: rows.map(({ kind, words, hours }) => ({
      key: kind,
      label: words,
      href: '',
      cells: [hours.low, hours.usual, hours.high].map((amount) => ({ text: aboutHours(amount), href })),
      end: { text: aboutBetween(hours), href },
    })),
    bars: rows.map(({ kind, words, hours }) => ({
      row: kind,
      from: hours.low,
      to: hours.high,
      look: 'range',
      words: `${words}: ${aboutBetween(hours)} hours a year, usually ${aboutHours(hours.usual)}`,
      label: '',
      href,
    })),
    ticks: rows.map(({ kind, hours }) => ({ row: kind, at: hours.usual })),
  };
}

interface HoursFigureProps {
  readonly chart: Chart;
  readonly rows: readonly HoursRow[];
  readonly total: Range;
  readonly onFollow: (href: string) => void;
}

/** What entry takes in a year: modelled, and so always a range. */
export function HoursFigure({ chart, rows, total, onFollow }: HoursFigureProps): React.JSX.Element {
  const says = rows.map(({ words, hours }) => `${words}: ${aboutBetween(hours)}`).join('. ');
  return (
    <ChartFigure
      title="Modelled entry time a year"
      chart={chart}
      says={`Hours a year, low to high: modelled, not measured. ${says}.`}
      legend={
        <span className="quiet">
          {aboutBetween(total)} hours, usually {aboutHours(total.usual)}: modelled, not measured
        </span>
      }
      onFollow={onFollow}
    />
  );
}
