import { MARKS } from '#diagram/diagram.ts';
import { MARK_WORDS } from '#diagram/marks.ts';
import { PLACE_STATUS_WORDS } from '#diagram/status-words.ts';
import type { PlaceStatus } from '#model/audit.ts';

const STATUSES: readonly PlaceStatus[] = ['always', 'sometimes', 'never'];

/** What the marks of the chosen item say. */
function ItemKey(): React.JSX.Element {
  return (
    <ul>
      <li>The item is due here, and recorded on the routes through it:</li>
      {STATUSES.map((status) => (
        <li key={status}>
          <span className={`due-mark due-mark--${status}`}>
            <span aria-hidden="true">{PLACE_STATUS_WORDS[status].sign}</span> Due: {PLACE_STATUS_WORDS[status].word}
          </span>
        </li>
      ))}
      <li>
        <span className="record-mark">Feeds, sure</span> recorded here, and the return reads it
      </li>
      <li>
        <span className="record-mark record-mark--optional">Records, maybe</span> recorded here, need not be, not read
      </li>
    </ul>
  );
}

/** What the signs on the map mean; those of the chosen item while one is chosen. */
export function MapKey({ hasItem }: { readonly hasItem: boolean }): React.JSX.Element {
  return (
    <section className="map-key" aria-label="Key">
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
      </ul>
    </section>
  );
}
