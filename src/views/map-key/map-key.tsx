import { useState } from 'react';
import { MARKS } from '#diagram/diagram.ts';
import { MARK_WORDS } from '#diagram/marks.ts';
import type { MapOverlay } from '#diagram/overlays/overlay.ts';
import { OverlayKey } from '#views/overlay-key/overlay-key.tsx';

/** What the marks of a place where the chosen item is recorded say. */
function ItemMarks(): React.JSX.Element {
  return (
    <ul className="map-key__signs">
      <li>
        Recorded here: <span className="record-mark">Feeds, sure</span> read by the return,
      </li>
      <li>
        <span className="record-mark record-mark--optional">Records, maybe</span> not read, optional
      </li>
    </ul>
  );
}

function Signs(): React.JSX.Element {
  return (
    <ul className="map-key__signs map-key__signs--actions">
      {MARKS.map((mark) => (
        <li key={mark}>
          <span className="map-key__sign">{MARK_WORDS[mark].sign}</span> {MARK_WORDS[mark].words}
        </li>
      ))}
      <li>
        <span className="map-key__sign">●→</span> work may start
      </li>
      <li>
        <span className="map-key__sign">◉</span> branch ends
      </li>
      <li>
        <span className="map-key__sign">?</span> nobody has said where to
      </li>
    </ul>
  );
}

interface MapKeyProps {
  /** What lies on the map; null: the workflow alone. */
  readonly overlay: MapOverlay | null;
  /** The overlay is one item's, whose marks have words of their own. */
  readonly isOfItem: boolean;
  /** A thread or a route is lit, with numbers. */
  readonly hasNumbers: boolean;
}

/** Where there is little room, the key starts closed. */
const hasRoom = (): boolean => window.innerHeight >= 840 && window.innerWidth >= 1200;

/** What the colours, numbers and signs on the map mean. */
export function MapKey({ overlay, isOfItem, hasNumbers }: MapKeyProps): React.JSX.Element {
  const [isOpen] = useState(hasRoom);
  return (
    <details className="map-key" open={isOpen}>
      <summary>{overlay === null ? 'Key' : `Key: ${overlay.title}`}</summary>
      <div className="map-key__body">
        {overlay !== null && <OverlayKey overlay={overlay} />}
        {isOfItem && <ItemMarks />}
        {hasNumbers && (
          <p className="map-key__numbers">
            <span className="route-number">1</span> in route order, as in the list beside the map
          </p>
        )}
        <Signs />
      </div>
    </details>
  );
}
