import type { TotalInWords } from '#walk/totals.ts';

interface CaseTotalsProps {
  readonly totals: readonly TotalInWords[];
  /** "Usually 17 minutes. Modelled, not measured in social care." */
  readonly note: string;
}

/** What the case costs to record, so far. */
export function CaseTotals({ totals, note }: CaseTotalsProps): React.JSX.Element {
  return (
    <section className="case-totals" aria-label="So far">
      <dl className="case-totals__figures">
        {totals.map(({ figure, words }) => (
          <div key={words} className="case-totals__total">
            <dt>{words}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      <p className="case-totals__note">{note}</p>
    </section>
  );
}
