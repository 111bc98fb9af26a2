import type { DecidedTopic } from '#diagram/overview/decided-by-topic.ts';
import type { HrefOf } from '#diagram/overview/place-behind.ts';

interface DecidedTableProps {
  readonly topics: readonly DecidedTopic[];
  /** "28 review candidates; 63% of 930 questions assessed." */
  readonly children: React.ReactNode;
  readonly hrefOf: HrefOf;
}

/** How far people have come with the findings of each topic. */
export function DecidedTable({ topics, children, hrefOf }: DecidedTableProps): React.JSX.Element {
  return (
    <section aria-labelledby="overview-decided">
      <h3 id="overview-decided" className="summary__heading">
        Decided and assessed
      </h3>
      <table className="chart__table decided-table">
        <thead>
          <tr>
            <th scope="col">Findings</th>
            <th scope="col" className="chart__number">
              Decided
            </th>
            <th scope="col" className="chart__number">
              To decide
            </th>
          </tr>
        </thead>
        <tbody>
          {topics.map(({ topic, words, findings, decided }) => (
            <tr key={topic}>
              <th scope="row">
                <a href={hrefOf({ kind: 'findings', which: { topic } })}>{words}</a>
              </th>
              <td className="chart__number">
                {decided.toLocaleString('en-GB')} of {findings.toLocaleString('en-GB')}
              </td>
              <td className="chart__number">
                <a href={hrefOf({ kind: 'findings', which: { topic, undecided: true } })}>
                  {(findings - decided).toLocaleString('en-GB')}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </section>
  );
}
