import { count } from '#diagram/describe-step.ts';
import {
  describeCounts,
  type ModuleCoverage,
  STATUS_ORDER,
  type StatusCounts,
} from '#diagram/overview/module-coverage.ts';
import type { HrefOf } from '#diagram/overview/place-behind.ts';
import { ITEM_STATUS_WORDS } from '#diagram/status-words.ts';
import type { ItemStatus } from '#model/audit.ts';
import type { BarLook, Chart, ChartBar } from '#views/chart/chart.ts';
import { ChartFigure } from '#views/chart/chart-figure.tsx';

const LOOKS: Readonly<Record<ItemStatus, BarLook>> = {
  covered: 'always',
  unconfirmed: 'unconfirmed',
  gaps: 'gaps',
  missing: 'missing',
  'not-triggered': 'none',
};

const WORDS: Readonly<Record<ItemStatus, string>> = {
  covered: 'covered',
  unconfirmed: 'unconfirmed',
  gaps: 'with gaps',
  missing: 'missing',
  'not-triggered': 'not triggered',
};

function barsOf({ module, counts }: ModuleCoverage, hrefOf: HrefOf): readonly ChartBar[] {
  let from = 0;
  return STATUS_ORDER.filter((status) => counts[status] > 0).map((status) => {
    const to = from + counts[status];
    const words = `${module}: ${count(counts[status], 'item')} ${WORDS[status]}`;
    const href = hrefOf({ kind: 'items', module, status });
    const bar = { row: module, from, to, look: LOOKS[status], words, label: String(counts[status]), href };
    from = to;
    return bar;
  });
}

/** Coverage by module as bars and as a table. */
export function moduleChart(modules: readonly ModuleCoverage[], hrefOf: HrefOf): Chart {
  // A status that no item has is a column of noughts.
  const statuses = STATUS_ORDER.filter((status) => modules.some(({ counts }) => counts[status] > 0));
  return {
    columns: ['Module', ...statuses.map((status) => ITEM_STATUS_WORDS[status].word), 'Items'],
    rows: modules.map(({ module, items, counts }) => {
      const href = hrefOf({ kind: 'items', module });
      const cells = statuses.map((status) => ({
        text: String(counts[status]),
        href: counts[status] === 0 ? '' : hrefOf({ kind: 'items', module, status }),
      }));
      const end = { text: String(items), href };
      return { key: module, label: module || 'No module', href, cells: [...cells, end], end };
    }),
    bars: modules.flatMap((module) => barsOf(module, hrefOf)),
    ticks: [],
  };
}

interface ModuleFigureProps {
  readonly chart: Chart;
  readonly modules: readonly ModuleCoverage[];
  /** Of the whole return. */
  readonly totals: StatusCounts;
  readonly hrefOf: HrefOf;
  readonly onFollow: (href: string) => void;
}

/** What is recorded for the return, module by module. */
export function ModuleFigure({ chart, modules, totals, hrefOf, onFollow }: ModuleFigureProps): React.JSX.Element {
  const says = modules.map(({ module, counts }) => `${module}: ${describeCounts(counts, WORDS)}`).join('. ');
  const legend = STATUS_ORDER.filter((status) => totals[status] > 0).map((status) => (
    <a key={status} className="chart-key" href={hrefOf({ kind: 'items', status })}>
      <span className={`chart-key__swatch chart-key__swatch--${LOOKS[status]}`} aria-hidden="true" />
      {totals[status]} {WORDS[status]}
    </a>
  ));
  return (
    <ChartFigure
      title="Coverage by module"
      chart={chart}
      says={`Items of the return by module. ${says}.`}
      legend={legend}
      onFollow={onFollow}
    />
  );
}
