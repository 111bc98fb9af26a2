import type { MatrixEvent, MatrixPlace } from '#diagram/matrix-places.ts';

function PlaceHead({ place }: { readonly place: MatrixPlace }): React.JSX.Element {
  return (
    <th scope="col" className="matrix__place">
      {place.step}
      {place.action !== '' && (
        <span className="matrix__action">
          <span aria-hidden="true">→ </span>
          <span className="visually-hidden">, when this is chosen: </span>
          {place.action}
        </span>
      )}
    </th>
  );
}

/** The head of the matrix: events above, the places where each happens below. */
export function MatrixHead({ events }: { readonly events: readonly MatrixEvent[] }): React.JSX.Element {
  const hasPlaces = events.length > 0;
  const rows = hasPlaces ? 2 : 1;
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={rows} className="matrix__item-head">
          Item
        </th>
        <th scope="col" rowSpan={rows} className="matrix__cbds-head">
          CBDS
        </th>
        {events.map(({ event, short, name, places }) => (
          <th key={event} scope="colgroup" colSpan={places.length} className="matrix__event" title={name}>
            {short}
          </th>
        ))}
        <th scope="col" rowSpan={rows} className="matrix__status-head">
          Status
        </th>
      </tr>
      {hasPlaces && (
        <tr>{events.flatMap(({ places }) => places.map((place) => <PlaceHead key={place.id} place={place} />))}</tr>
      )}
    </thead>
  );
}
