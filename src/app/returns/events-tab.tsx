import { useMemo } from 'react';
import type { ScreenProps } from '#app/use-shown.ts';
import { eventRows, stepChoices } from '#diagram/event-places.ts';
import { addEventPlace, findEventPlace, removeEventPlaces } from '#edits/edit-events.ts';
import { FIRST_VIEW, withOwn } from '#store/view.ts';
import { EventPlaces } from '#views/event-places/event-places.tsx';
import { useEditing } from './use-editing.ts';

export const SAID_ALREADY = 'The event is said to happen there already.';

/** Where each event of the return happens, with places added and taken away. */
export function EventsTab({ store, shown }: ScreenProps): React.JSX.Element {
  const { index } = shown;
  const { workspace, dataReturn } = index;
  const rows = useMemo(() => eventRows(index), [index]);
  const steps = useMemo(() => stepChoices(index), [index]);
  const { edit, said, isReadOnly } = useEditing(store);
  if (dataReturn === null) return <p className="waiting">No return is looked at.</p>;
  return (
    <div className="returns-page">
      <p role="status" className="returns-said">
        {said}
      </p>
      {rows.length === 0 && (
        <p className="inset">
          {dataReturn.name} has no events, so nothing of it is ever due. Events belong to the return itself: look in{' '}
          <button
            type="button"
            className="text-button"
            onClick={() => store.goTo(withOwn(shown.view, { tab: 'returns' }))}
          >
            All returns
          </button>
          .
        </p>
      )}
      <EventPlaces
        rows={rows}
        steps={steps}
        name={dataReturn.name}
        isReadOnly={isReadOnly}
        refuse={(event, draft) => (findEventPlace(workspace, { event, ...draft }) === undefined ? null : SAID_ALREADY)}
        onAdd={(event, draft) =>
          edit(({ value }) => addEventPlace(value, { event, ...draft }), `The place of ${event} is added.`)
        }
        onRemove={(place) =>
          edit(({ value }) => removeEventPlaces(value, [place]), `The place of ${place.event} is removed.`)
        }
        onStep={(step) =>
          store.goTo(
            withOwn({ ...FIRST_VIEW, screen: 'map', dataReturn: shown.view.dataReturn, step }, { panel: 'step' }),
          )
        }
      />
    </div>
  );
}
