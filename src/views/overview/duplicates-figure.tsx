import { count } from '#diagram/describe-step.ts';
import type { DuplicatedFact } from '#diagram/overview/duplicates-by-fact.ts';
import type { HrefOf } from '#diagram/overview/place-behind.ts';
import type { Chart } from '#views/chart/chart.ts';
import { ChartFigure } from '#views/chart/chart-figure.tsx';

/** Duplicate entries by fact as bars and as a table. */
export function duplicatesChart(facts: readonly DuplicatedFact[], hrefOf: HrefOf): Chart {
  return {
    columns: ['Fact', 'Duplicate entries', 'Typed'],
    rows: facts.map(({ fact, name, entries, duplicates }) => {
      const href = hrefOf({ kind: 'fact', fact });
      const end = { text: String(duplicates), href };
      return { key: fact, label: name, href, cells: [end, { text: String(entries), href: '' }], end };
    }),
    bars: facts.map(({ fact, name, entries, duplicates }) => ({
      row: fact,
      from: 0,
      to: duplicates,
      look: 'plain',
      words: `${name}: typed in ${count(entries, 'place')}, ${count(duplicates, 'duplicate entry', 'duplicate entries')}`,
      label: '',
      href: hrefOf({ kind: 'fact', fact }),
    })),
    ticks: [],
  };
}

interface DuplicatesFigureProps {
  readonly chart: Chart;
  /** The facts that are shown, most duplicate entries first. */
  readonly facts: readonly DuplicatedFact[];
  readonly allFacts: number;
  readonly duplicateEntries: number;
  readonly hrefOf: HrefOf;
  readonly onFollow: (href: string) => void;
}

/** The facts that are typed over and over. */
export function DuplicatesFigure(props: DuplicatesFigureProps): React.JSX.Element {
  const { chart, facts, allFacts, duplicateEntries, hrefOf, onFollow } = props;
  const says = facts.map(({ name, duplicates }) => `${name}: ${duplicates}`).join('. ');
  const more = allFacts - facts.length;
  const entries = count(duplicateEntries, 'duplicate entry', 'duplicate entries');
  return (
    <ChartFigure
      title="Duplicate entries by fact"
      chart={chart}
      says={`Entries beyond the first of each fact. ${says}.`}
      legend={<span className="quiet">Entries beyond the first, on typed questions</span>}
      onFollow={onFollow}
    >
      <p className="summary__note">
        {more > 0 && `${count(more, 'more fact')}; `}
        {entries} in all.{' '}
        <a href={hrefOf({ kind: 'findings', which: { topic: 'duplicate', undecided: true } })}>Duplicates to decide</a>
      </p>
    </ChartFigure>
  );
}
