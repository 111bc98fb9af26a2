import { MARKS } from '#diagram/diagram.ts';
import { MARK_WORDS } from '#diagram/marks.ts';
import { PLACE_STATUS_WORDS } from '#diagram/status-words.ts';
import type { PlaceStatus } from '#model/audit.ts';

const STATUSES: readonly PlaceStatus[] = ['always', 'sometimes', 'never'];

/** What the signs on the map mean; those of the chosen item only while one is chosen. */
export function MapKey({ hasItem }: { readonly hasItem: boolean }): React.JSX.Element {
  return (
    <details className="map-key" open>
      <summary>Key</summary>
      {hasItem && (
        <ul>
          {STATUSES.map((status) => (
            <li key={status}>
              <span className={`due-mark due-mark--${status}`}>
                <span aria-hidden="true">{PLACE_STATUS_WORDS[status].sign}</span> Due: {PLACE_STATUS_WORDS[status].word}
              </span>{' '}
              recorded
            </li>
          ))}
          <li>
            <span className="record-mark">Feeds, sure</span> <span className="record-mark record-mark--optional">Records, optional</span>{' '}
            recorded here; read by the return or not
          </li>
        </ul>
      )}
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
      </ul>
    </details>
  );
}
