import { TONE_SIGNS, type Tone } from '#diagram/overlays/overlay.ts';

/** Words in the colour of a tone, with its sign in front, so that nothing is said by colour alone. */
export function ToneTag({
  tone,
  children,
}: {
  readonly tone: Tone;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  return (
    <span className={`tone-tag tone-tag--${tone}`}>
      <span aria-hidden="true">{TONE_SIGNS[tone]}</span> {children}
    </span>
  );
}
