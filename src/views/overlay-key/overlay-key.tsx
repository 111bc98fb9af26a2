import { count } from '#diagram/describe-step.ts';
import type { KeyLine, MapOverlay } from '#diagram/overlays/overlay.ts';

function Line({ line }: { readonly line: KeyLine }): React.JSX.Element {
  if (line.steps === null)
    return (
      <li className="overlay-key__about">
        <span className="overlay-key__sample">{line.sign}</span>: {line.words}
      </li>
    );
  return (
    <li className="overlay-key__line">
      <span className={`overlay-key__swatch tone-tag--${line.tone}`} aria-hidden="true">
        {line.sign}
      </span>{' '}
      {line.words} <span className="quiet">({count(line.steps, 'step')})</span>
    </li>
  );
}

/** What the signs and numbers of an overlay mean, on how many steps each stands, and what is not verified. */
export function OverlayKey({ overlay }: { readonly overlay: MapOverlay }): React.JSX.Element {
  return (
    <section className="overlay-key" aria-label={`Key: ${overlay.title}`}>
      <h3 className="overlay-key__title">{overlay.title}</h3>
      <ul className="plain-list">
        {overlay.key.map((line) => (
          <Line key={`${line.sign} ${line.words}`} line={line} />
        ))}
      </ul>
      {overlay.note !== '' && <p className="overlay-key__note">{overlay.note}</p>}
    </section>
  );
}
