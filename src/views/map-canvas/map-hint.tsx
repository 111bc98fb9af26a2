import type { MapActions } from './map-actions.ts';

/** What the keys do on the map, and, while a next action is drawn with them, where it would lead. */
export function MapHint({
  actions,
  connecting,
}: {
  readonly actions: MapActions;
  readonly connecting: string | null;
}): React.JSX.Element {
  return (
    <>
      <p className="visually-hidden" id="map-keys">
        Arrow right and left follow next actions, up and down go through the steps beside, Page up and Page down to the
        lane before and after, Home and End to the first and last step, Enter chooses, Escape clears.
        {actions.onOpen !== undefined &&
          ' O opens a step to its forms or closes it. F2 goes into an open step: there up and down go through its forms and questions, Enter opens a form or chooses a question, Escape leaves.'}
        {actions.onConnect !== undefined &&
          ' N draws a new next action: arrow keys choose where it leads, Enter confirms, Escape cancels.'}
        {actions.onMove !== undefined && ' Alt with an arrow key moves the step.'} The outline shows the same map as a
        table.
      </p>
      {connecting !== null && (
        <p className="map-hint" aria-hidden="true">
          {connecting}
        </p>
      )}
    </>
  );
}
