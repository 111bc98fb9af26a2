/** One part of the comparison, with how much is in it; it says so when nothing is. */
export function ChangeSection({
  id,
  title,
  count,
  none,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  /** What is said where nothing is in it. */
  readonly none: string;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  return (
    <section className="year-change__section" id={id} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} tabIndex={-1}>
        {title} <span className="year-change__count">{count.toLocaleString('en-GB')}</span>
      </h3>
      {count === 0 ? <p className="panel__note">{none}</p> : children}
    </section>
  );
}

/** A table whose heads stand above its columns. A table that is wider than the screen scrolls by itself. */
export function ChangeTable({
  caption,
  isTitle = false,
  heads,
  children,
}: {
  readonly caption: string;
  /** True where the title of the section says the same. */
  readonly isTitle?: boolean;
  readonly heads: readonly string[];
  readonly children: React.ReactNode;
}): React.JSX.Element {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by the keyboard
    <div className="year-change__scroller" role="region" aria-label={caption} tabIndex={0}>
      <table className="small-table">
        <caption className={isTitle ? 'visually-hidden' : ''}>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
