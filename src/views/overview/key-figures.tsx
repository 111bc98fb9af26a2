/** One figure that is read first, with what it counts. */
export interface KeyFigure {
  readonly name: string;
  readonly number: string;
  readonly words: string;
  readonly href: string;
  /** A second figure without which the first would mislead. */
  readonly beside: { readonly words: string; readonly href: string } | null;
}

/** The figures at the head of the overview. */
export function KeyFigures({ figures }: { readonly figures: readonly KeyFigure[] }): React.JSX.Element {
  return (
    <ul className="key-figures">
      {figures.map(({ name, number, words, href, beside }) => (
        <li key={name} className="key-figure">
          <a className="key-figure__link" href={href}>
            <span className="key-figure__number">{number}</span> {words}
          </a>
          {beside !== null && (
            <span className="key-figure__beside">
              {beside.href === '' ? beside.words : <a href={beside.href}>{beside.words}</a>}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
