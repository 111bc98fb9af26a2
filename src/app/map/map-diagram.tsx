import type { ScreenProps } from '#app/use-shown.ts';
import { MapCanvas } from '#views/map-canvas/map-canvas.tsx';
import { MapKey } from '#views/map-key/map-key.tsx';
import { hasBands } from './on-canvas.ts';
import type { MapDoing } from './use-map-actions.ts';
import { useMapHighlight } from './use-map-highlight.ts';
import type { MapNow } from './use-map-now.ts';

type MapDiagramProps = ScreenProps & {
  readonly now: MapNow;
  readonly doing: MapDoing;
  readonly canEdit: boolean;
};

/** Escape is heard by the screen, which puts out one thing at a time. */
const leaveToScreen = (): void => undefined;

/** How the marks on the steps are drawn. */
function looksOf({ overlay, choice, matching }: MapNow, hasFinding: boolean): string {
  const looks = [
    overlay !== null && hasBands(overlay) ? 'bands' : '',
    choice.kind === 'none' ? '' : choice.kind,
    matching !== null && !hasFinding ? 'filtered' : '',
  ];
  return ['map-area', ...looks.filter((look) => look !== '').map((look) => `map-area--${look}`)].join(' ');
}

/** The map as a diagram, with its key. */
export function MapDiagram({ shown, now, doing, canEdit }: MapDiagramProps): React.JSX.Element {
  const highlight = useMapHighlight(shown, now);
  const { diagram } = shown.shown;
  if (diagram === null) return <p className="waiting">Drawing the map…</p>;
  if (diagram.steps.length === 0)
    return <p className="waiting">This workspace has no step types, so there is nothing to draw.</p>;
  return (
    <div className={looksOf(now, shown.finding !== null)}>
      <MapCanvas
        diagram={diagram}
        highlight={highlight}
        canEdit={canEdit}
        onSelect={doing.onSelect}
        onClear={leaveToScreen}
        {...doing.canvas}
      />
      <MapKey overlay={now.overlay} isOfItem={now.choice.kind === 'item'} hasNumbers={highlight.route !== null} />
    </div>
  );
}
