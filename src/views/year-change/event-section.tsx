import { count } from '#diagram/describe-step.ts';
import type { AddedEvent, EventChanges } from '#diagram/year-change/event-changes.ts';
import type { EventId, StepTypeId } from '#model/ids.ts';
import { TextButton } from '#views/shared/text-button.tsx';
import { ChangeSection, ChangeTable } from './change-section.tsx';
import { SECTIONS } from './year-summary.tsx';

interface OnMapEvent {
  /** Says that an event happens at a step type; null: at one that is still to be chosen. */
  readonly onMapEvent: (event: EventId, stepType: StepTypeId | null) => void;
}

function Proposed({ added, onMapEvent }: OnMapEvent & { readonly added: AddedEvent }): React.JSX.Element {
  const { event, proposed } = added;
  return (
    <>
      <span className="year-change__lacks">○ No place yet</span>
      <ul className="plain-list">
        {proposed.map(({ stepType, name, role }) => (
          <li key={stepType}>
            <TextButton onClick={() => onMapEvent(event.id, stepType)}>It happens at {name}</TextButton>{' '}
            <span className="quiet">role {role.replaceAll('-', ' ')}</span>
          </li>
        ))}
        <li>
          <TextButton onClick={() => onMapEvent(event.id, null)}>
            Choose {proposed.length === 0 ? 'a' : 'another'} step
            <span className="visually-hidden"> for: {event.name}</span>
          </TextButton>
        </li>
      </ul>
    </>
  );
}

function EventRow({ added, ...props }: OnMapEvent & { readonly added: AddedEvent }): React.JSX.Element {
  const { event, items, places } = added;
  return (
    <tr>
      <th scope="row">{event.name}</th>
      <td>{count(items, 'item')}</td>
      <td>{places.length === 0 ? <Proposed {...props} added={added} /> : count(places.length, 'place')}</td>
    </tr>
  );
}

/** Events of the new year and the places they still need; those of the old year alone keep theirs. */
export function EventsSection({ events, ...props }: OnMapEvent & { readonly events: EventChanges }): React.JSX.Element {
  const { added, removed, changed, same, withoutPlace } = events;
  const kept = changed.length + same.length;
  return (
    <ChangeSection
      id={SECTIONS.events}
      title="Events"
      count={added.length + removed.length + changed.length + withoutPlace.length}
      none={`All ${kept} events are the same, and each has a place.`}
    >
      {added.length > 0 && (
        <ChangeTable caption="Events added" heads={['Event', 'Makes due', 'Where it happens']}>
          {added.map((one) => (
            <EventRow key={one.event.id} {...props} added={one} />
          ))}
        </ChangeTable>
      )}
      {withoutPlace.length > 0 && (
        <ChangeTable caption="Events of both years without a place" heads={['Event', 'Makes due', 'Where it happens']}>
          {withoutPlace.map((one) => (
            <EventRow key={one.event.id} {...props} added={one} />
          ))}
        </ChangeTable>
      )}
      {removed.length > 0 && (
        <ul aria-label="Events removed">
          {removed.map(({ event, places }) => (
            <li key={event.id}>
              {event.name}: no longer an event; {count(places.length, 'place')} kept
            </li>
          ))}
        </ul>
      )}
      {changed.length > 0 && (
        <ul aria-label="Events changed">
          {changed.map(({ from, to, changes }) => (
            <li key={to.id}>
              {from.name}: {changes.map((one) => `${one.member} is now “${one.to}”, was “${one.from}”`).join('; ')}
            </li>
          ))}
        </ul>
      )}
      <p className="panel__note">{same.length} events are the same in both years.</p>
    </ChangeSection>
  );
}
