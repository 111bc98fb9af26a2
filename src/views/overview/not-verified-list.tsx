import { count } from '#diagram/describe-step.ts';
import type { NotVerified, UnverifiedItem } from '#diagram/overview/not-verified.ts';
import type { HrefOf } from '#diagram/overview/place-behind.ts';

interface NotVerifiedListProps {
  readonly notVerified: NotVerified;
  /** Files with problems, and how many problems they have. */
  readonly files: number;
  readonly problems: number;
  readonly hrefOf: HrefOf;
}

/** The items by tag, and below what is not verified of each. */
function UnverifiedItems({
  items,
  hrefOf,
}: {
  readonly items: readonly UnverifiedItem[];
  readonly hrefOf: HrefOf;
}): React.JSX.Element {
  return (
    <>
      <p className="not-verified__items">
        {count(items.length, 'item')}:{' '}
        {items.map(({ item, tag }, place) => (
          <span key={item}>
            {place > 0 && ', '}
            <a href={hrefOf({ kind: 'item', item })}>{tag}</a>
          </span>
        ))}
      </p>
      <details className="not-verified">
        <summary>What is not verified of {items.length === 1 ? 'it' : 'them'}</summary>
        <ul className="not-verified__list">
          {items.map(({ item, name, what }) => (
            <li key={item}>
              {name}: {what}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** What nobody has checked yet: said here so that no figure looks surer than it is. */
export function NotVerifiedList({ notVerified, files, problems, hrefOf }: NotVerifiedListProps): React.JSX.Element {
  const { statements, items } = notVerified;
  return (
    <section aria-labelledby="overview-not-verified">
      <h3 id="overview-not-verified" className="summary__heading">
        Not verified
      </h3>
      {statements.length + items.length === 0 && <p>Nothing of this return is said to be not verified.</p>}
      {items.length > 0 && <UnverifiedItems items={items} hrefOf={hrefOf} />}
      {statements.length > 0 && (
        <details className="not-verified">
          <summary>{count(statements.length, 'statement')} about the return</summary>
          <ul className="not-verified__list">
            {statements.map((statement) => (
              <li key={statement}>{statement}</li>
            ))}
          </ul>
        </details>
      )}
      <p className="not-verified__files">
        {files === 0 ? (
          'No file has a problem.'
        ) : (
          <a href={hrefOf({ kind: 'files' })}>
            {count(files, 'file')} with {count(problems, 'problem')}
          </a>
        )}
      </p>
    </section>
  );
}
