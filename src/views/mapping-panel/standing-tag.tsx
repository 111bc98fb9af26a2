import { STANDING_MARKS, type Standing } from '#diagram/fields/mapping-standing.ts';

/** How far something is mapped, by sign, word and colour. */
export function StandingTag({ standing }: { readonly standing: Standing }): React.JSX.Element {
  const { tone, sign, word } = STANDING_MARKS[standing];
  return (
    <span className={`standing standing--${tone}`}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  );
}
