import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Review } from '#model/workspace.ts';

const unescaped = (part: string): string => part.replaceAll('%7C', '|');

/** Names of other returns that hold an item or a code set which a finding's id names, where the one looked at does not. */
export function otherReturnsOf(index: WorkspaceIndex, id: string): readonly string[] {
  const parts = new Set(id.split('|').slice(1).map(unescaped));
  const names = (one: WorkspaceIndex['workspace']['returns'][number]): boolean =>
    one.items.some((item) => parts.has(item.id)) ||
    (id.startsWith('codes/') && one.codes.some((code) => parts.has(code.codeSet)));
  const { dataReturn, workspace } = index;
  if (dataReturn !== null && names(dataReturn)) return [];
  return workspace.returns.filter((one) => one !== dataReturn && names(one)).map((one) => one.name);
}

/** A decision whose finding is no longer there: what it was about, and what was decided. */
export function GonePage({
  index,
  review,
  children,
}: {
  readonly index: WorkspaceIndex;
  readonly review: Review;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  const [kind = '', ...about] = review.finding.split('|');
  const others = otherReturnsOf(index, review.finding);
  return (
    <article>
      <h3 className="finding-page__title" tabIndex={-1}>
        The finding is no longer there
      </h3>
      <p className="finding-page__message">
        {others.length === 0
          ? 'What it was about has been put right, renamed or taken away. The decision is kept until somebody removes it.'
          : `It is about another return: ${others.join(', ')}. Choose that return to see whether the finding is still there.`}
      </p>
      {children}
      <dl className="facts">
        <div>
          <dt>Kind</dt>
          <dd>{kind}</dd>
        </div>
        <div>
          <dt>About</dt>
          <dd>
            <ul className="plain-list">
              {about.map((part) => (
                <li key={part}>{unescaped(part)}</li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </article>
  );
}
