import { count } from '#diagram/describe-step.ts';
import type { DataReturn } from '#model/data-return.ts';

/** What is not verified of a return; nothing where all of it is. */
export function NotVerified({
  dataReturn,
  isOpen,
}: {
  readonly dataReturn: DataReturn;
  readonly isOpen: boolean;
}): React.JSX.Element | null {
  const { notVerified, name, items } = dataReturn;
  const unsure = items.filter(({ confidence }) => confidence !== 'verified' && confidence !== '').length;
  if (notVerified.length + unsure === 0) return null;
  return (
    <details className="details not-verified" open={isOpen}>
      <summary>What is not verified of {name}</summary>
      <ul>
        {notVerified.map((words) => (
          <li key={words}>{words}</li>
        ))}
        {unsure > 0 && <li>{count(unsure, 'item')} marked “not verified” in the matrix: each says what.</li>}
      </ul>
    </details>
  );
}

/** What is said of the return as a whole, where no item of it is chosen. */
export function AboutReturn({ dataReturn }: { readonly dataReturn: DataReturn }): React.JSX.Element {
  const { name, period, source, items, codes, rules, shipped } = dataReturn;
  const rows = [
    ['Period', period.from === '' ? 'not said' : `${period.from} to ${period.to}`],
    ['Whose', shipped ? 'National, as the product ships it' : 'Our own'],
    ['Holds', `${count(items.length, 'item')}, ${count(codes.length, 'code')}, ${count(rules.length, 'rule')}`],
    ['Made from', source || 'not said'],
  ] as const;
  return (
    <section aria-label={`About ${name}`}>
      <h2 className="panel__title">{name}</h2>
      <p className="panel__note">Choose an item, or a cell of it, to see what the return reads there.</p>
      <dl className="facts">
        {rows.map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <NotVerified dataReturn={dataReturn} isOpen />
    </section>
  );
}
