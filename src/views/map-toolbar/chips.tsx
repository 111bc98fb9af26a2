/** Something that narrows what is shown, and can be taken away. */
export interface Chip {
  readonly key: string;
  readonly words: string;
  readonly onRemove: () => void;
}

/** What narrows the map, each with a cross that takes it away. */
export function Chips({ chips }: { readonly chips: readonly Chip[] }): React.JSX.Element | null {
  if (chips.length === 0) return null;
  return (
    <ul className="map-chips" aria-label="What narrows the map">
      {chips.map(({ key, words, onRemove }) => (
        <li key={key}>
          <button type="button" className="chip map-chip" onClick={onRemove} title={`Take away: ${words}`}>
            <span className="map-chip__words">{words}</span> <span aria-hidden="true">✕</span>
            <span className="visually-hidden">: take away</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
