import type { ReturnEvent } from '#model/data-return.ts';
import type { NextActionId, StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { EventPlace } from '#model/workspace.ts';
import { nameOfStep } from './describe-step.ts';
import { shortEvent } from './item-words.ts';
import { routeOrder } from './route-order.ts';
import { type ProposedPlace, proposedPlaces } from './year-change/event-changes.ts';

/** A place of an event in words. */
export interface EventPlaceLine {
  readonly place: EventPlace;
  readonly words: string;
}

/** One event of the return: where it happens, and where it may happen by the roles of the steps. */
export interface EventRow {
  readonly event: ReturnEvent;
  readonly short: string;
  readonly items: number;
  readonly places: readonly EventPlaceLine[];
  /** Steps with a usual role at which nobody has said that it happens. */
  readonly proposed: readonly ProposedPlace[];
}

const actionWords = (index: WorkspaceIndex, action: NextActionId | null): string =>
  action === null ? '' : `, when “${index.nextActions.get(action)?.label ?? action}” is chosen`;

function placesOf(index: WorkspaceIndex, event: ReturnEvent): readonly EventPlaceLine[] {
  return index.workspace.eventPlaces
    .filter((place) => place.event === event.id)
    .map((place) => ({
      place,
      words: `${nameOfStep(index, place.stepType)} ${place.moment}${actionWords(index, place.nextAction)}`,
    }));
}

/** The events of the return that is looked at, with the places where they happen; those without a place first. */
export function eventRows(index: WorkspaceIndex): readonly EventRow[] {
  const { events = [], items = [] } = index.dataReturn ?? {};
  const rows = events.map((event): EventRow => {
    const places = placesOf(index, event);
    const taken = new Set(places.map(({ place }) => place.stepType));
    return {
      event,
      short: shortEvent(event.id, event.name),
      items: items.filter((item) => item.event === event.id).length,
      places,
      proposed: proposedPlaces(index, event).filter(({ stepType }) => !taken.has(stepType)),
    };
  });
  return rows.toSorted((one, other) => Math.min(one.places.length, 1) - Math.min(other.places.length, 1));
}

/** A step type that can be chosen, with its next actions. */
export interface StepChoice {
  readonly id: StepTypeId;
  readonly name: string;
  readonly actions: readonly { readonly id: NextActionId; readonly label: string }[];
}

/** Every step type in the order in which routes come to them. */
export function stepChoices(index: WorkspaceIndex): readonly StepChoice[] {
  return [...routeOrder(index).keys()].map((id) => ({
    id,
    name: nameOfStep(index, id),
    actions: (index.nextActionsFrom.get(id) ?? []).map((action) => ({
      id: action.id,
      label: action.label || action.id,
    })),
  }));
}
