import { useState } from 'react';
import { MARKS } from '#diagram/diagram.ts';
import { MARK_WORDS } from '#diagram/marks.ts';
import { PLACE_STATUS_WORDS } from '#diagram/status-words.ts';
import type { PlaceStatus } from '#model/audit.ts';

const STATUSES: readonly PlaceStatus[] = ['always', 'sometimes', 'never'];

/** What the marks of the chosen item say. */
function ItemKey(): React.JSX.Element {
  return (
    <ul>
      <li>Due here; recorded on its routes:</li>
      {STATUSES.map((status) => (
        <li key={status}>
          <span className={`due-mark due-mark--${status}`}>
            <span aria-hidden="true">{PLACE_STATUS_WORDS[status].sign}</span> {PLACE_STATUS_WORDS[status].word}
          </span>
        </li>
      ))}
      <li>
        Recorded here: <span className="record-mark">Feeds, sure</span> read by the return
      </li>
      <li>
        <span className="record-mark record-mark--optional">Records, maybe</span> not read, optional
      </li>
    </ul>
  );
}

/** Where there is little room, the key starts closed. */
const hasRoom = (): boolean => window.innerHeight >= 600;

/** What the signs on the map mean; those of the chosen item while one is chosen. */
export function MapKey({ hasItem }: { readonly hasItem: boolean }): React.JSX.Element {
  const [isOpen] = useState(hasRoom);
  return (
    <details className="map-key" open={isOpen}>
      <summary>Key</summary>
      <div className="map-key__body">
        {hasItem && <ItemKey />}
        <ul>
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
      </div>
    </details>
  );
}
