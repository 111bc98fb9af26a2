import { useState } from 'react';
import { count } from '#diagram/describe-step.ts';
import type { EventRow, StepChoice } from '#diagram/event-places.ts';
import type { EventId, StepTypeId } from '#model/ids.ts';
import type { EventPlace } from '#model/workspace.ts';
import { TextButton } from '#views/shared/text-button.tsx';
import { EventPlaceForm, type PlaceDraft } from './event-place-form.tsx';

export interface EventPlacesProps {
  readonly rows: readonly EventRow[];
  readonly steps: readonly StepChoice[];
  readonly name: string;
  readonly isReadOnly: boolean;
  readonly refuse: (event: EventId, draft: PlaceDraft) => string | null;
  readonly onAdd: (event: EventId, draft: PlaceDraft) => void;
  readonly onRemove: (place: EventPlace) => void;
  readonly onStep: (step: StepTypeId) => void;
}

/** The event that a place is being added to, and the step it starts from. */
interface Adding {
  readonly event: EventId;
  readonly first: StepTypeId | null;
}

interface RowProps extends EventPlacesProps {
  readonly row: EventRow;
  readonly adding: Adding | null;
  readonly onAdding: (adding: Adding | null) => void;
}

function Places({ row, isReadOnly, onRemove, onStep }: RowProps): React.JSX.Element {
  if (row.places.length === 0)
    return <p className="event-places__none">○ No place yet, so nothing that it makes due is ever due.</p>;
  return (
    <ul className="plain-list">
      {row.places.map(({ place, words }) => (
        <li key={place.at.row} className="event-places__place">
          <TextButton onClick={() => onStep(place.stepType)}>{words}</TextButton>
          {!isReadOnly && (
            <button type="button" className="small-button" onClick={() => onRemove(place)}>
              Remove<span className="visually-hidden">: {words}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Proposals({ row, onAdding }: RowProps): React.JSX.Element {
  return (
    <p className="event-places__proposals">
      {row.proposed.map(({ stepType, name, role }) => (
        <button
          key={stepType}
          type="button"
          className="small-button"
          onClick={() => onAdding({ event: row.event.id, first: stepType })}
        >
          + {name} <span className="quiet">role {role.replaceAll('-', ' ')}</span>
        </button>
      ))}
      <button type="button" className="small-button" onClick={() => onAdding({ event: row.event.id, first: null })}>
        + {row.proposed.length > 0 ? 'Another place' : 'Add a place'}
        <span className="visually-hidden">: {row.event.name}</span>
      </button>
    </p>
  );
}

function Row(props: RowProps): React.JSX.Element {
  const { row, steps, adding, onAdding, refuse, onAdd, isReadOnly } = props;
  const { id, name } = row.event;
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="event-places__key">{id}</span>
      </th>
      <td className="event-places__items">{count(row.items, 'item')}</td>
      <td>
        <Places {...props} />
        {!isReadOnly && adding?.event !== id && <Proposals {...props} />}
        {adding?.event === id && (
          <EventPlaceForm
            key={adding.first ?? ''}
            row={row}
            steps={steps}
            first={adding.first}
            refuse={(draft) => refuse(id, draft)}
            onAdd={(draft) => {
              onAdd(id, draft);
              onAdding(null);
            }}
            onCancel={() => onAdding(null)}
          />
        )}
      </td>
    </tr>
  );
}

/** Where each event of the return happens in this workspace: what makes its items due. */
export function EventPlaces(props: EventPlacesProps): React.JSX.Element {
  const { rows, name } = props;
  const [adding, setAdding] = useState<Adding | null>(null);
  const lacking = rows.filter(({ places }) => places.length === 0).length;
  return (
    <section className="event-places" aria-labelledby="event-places-title">
      <h3 id="event-places-title">Where the events of {name} happen</h3>
      <p className="panel__note">
        An item is due where its event happens. {count(rows.length, 'event')}, {lacking} without a place.
      </p>
      <table className="small-table">
        <caption className="visually-hidden">Events of {name} and the places where they happen</caption>
        <thead>
          <tr>
            <th scope="col">Event</th>
            <th scope="col">Makes due</th>
            <th scope="col">Where it happens</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.event.id} {...props} row={row} adding={adding} onAdding={setAdding} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
