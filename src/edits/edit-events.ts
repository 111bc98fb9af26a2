import type { EventId, NextActionId, StepTypeId } from '#model/ids.ts';
import type { Moment } from '#model/words.ts';
import type { EventPlace, Workspace } from '#model/workspace.ts';
import type { Edit } from '#workspace/apply-edit.ts';
import { EVENTS } from '#workspace/shapes-mappings.ts';
import { counted, removeRows } from './cells.ts';

/** Where an event is said to happen. */
export interface NewEventPlace {
  readonly event: EventId;
  readonly stepType: StepTypeId;
  readonly moment: Moment;
  /** Only when this one is chosen; null: whatever is chosen. */
  readonly nextAction: NextActionId | null;
}

const isSamePlace = (one: NewEventPlace, other: NewEventPlace): boolean =>
  one.event === other.event &&
  one.stepType === other.stepType &&
  one.moment === other.moment &&
  one.nextAction === other.nextAction;

/** The place as it stands already; undefined where nobody has said it. */
export const findEventPlace = (
  { eventPlaces }: Pick<Workspace, 'eventPlaces'>,
  wanted: NewEventPlace,
): EventPlace | undefined => eventPlaces.find((place) => isSamePlace(place, wanted));

const stepName = ({ stepTypes }: Pick<Workspace, 'stepTypes'>, step: StepTypeId): string =>
  stepTypes.find(({ id }) => id === step)?.name || step;

/** Says where an event happens; nothing is changed where it is said already. */
export function addEventPlace(workspace: Pick<Workspace, 'eventPlaces' | 'stepTypes'>, place: NewEventPlace): Edit {
  const { event, stepType, moment, nextAction } = place;
  const row = { event, step_type: stepType, moment, next_action: nextAction ?? '' };
  const isThere = findEventPlace(workspace, place) !== undefined;
  return {
    name: `map the event ${event} to ${stepName(workspace, stepType)}`,
    changes: isThere ? [] : [{ kind: 'add', file: EVENTS.file, rows: [row] }],
  };
}

/** Takes places of events away. */
export function removeEventPlaces(workspace: Pick<Workspace, 'stepTypes'>, places: readonly EventPlace[]): Edit {
  const [only] = places;
  const what =
    only !== undefined && places.length === 1
      ? `the place of ${only.event} at ${stepName(workspace, only.stepType)}`
      : counted(places.length, 'place of an event', 'places of events');
  return { name: `remove ${what}`, changes: removeRows(places.map(({ at }) => at)) };
}
