import type { Audit, CoveragePlace } from '#model/audit.ts';
import { type EventId, eventId, type NextActionId, nextActionId, type StepTypeId, stepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { nameOfStep } from './describe-step.ts';
import { shortEvent } from './item-words.ts';
import { routeOrder } from './route-order.ts';

/** A place where something is due: an event at a moment of a step, perhaps only when one next action is chosen. */
export interface MatrixPlace {
  /** Event, step type, moment and next action, joined by `|`. */
  readonly id: string;
  readonly event: EventId;
  readonly stepType: StepTypeId;
  readonly step: string;
  readonly moment: string;
  readonly nextAction: NextActionId | null;
  /** The next action's label; empty where the place asks for none. */
  readonly action: string;
}

/** An event and the places where it happens, in route order. */
export interface MatrixEvent {
  readonly event: EventId;
  /** A few words for the head of a column: "Referral accepted". */
  readonly short: string;
  readonly name: string;
  readonly places: readonly MatrixPlace[];
}

/** The key of a place where an event happens. */
export const placeId = (event: string, { stepType, moment, nextAction }: CoveragePlace): string =>
  [event, stepType, moment, nextAction ?? ''].join('|');

function toPlace(index: WorkspaceIndex, event: string, place: CoveragePlace): MatrixPlace {
  const action = place.nextAction === null ? null : nextActionId(place.nextAction);
  return {
    id: placeId(event, place),
    event: eventId(event),
    stepType: stepTypeId(place.stepType),
    step: nameOfStep(index, stepTypeId(place.stepType)),
    moment: place.moment,
    nextAction: action,
    action: action === null ? '' : (index.nextActions.get(action)?.label ?? action),
  };
}

const MOMENT_RANK: Readonly<Record<string, number>> = { started: 0, completed: 1 };

/** Every place where an item of the return is due, by event; events and their places in the order in which routes come to them. */
export function matrixEvents(index: WorkspaceIndex, audit: Audit): readonly MatrixEvent[] {
  const order = routeOrder(index);
  const rankOf = ({ stepType, moment }: MatrixPlace): number =>
    (order.get(stepType) ?? order.size) * 2 + (MOMENT_RANK[moment] ?? 0);
  const places = new Map(
    audit.coverage.flatMap(({ event, places }) =>
      places.map((place) => [placeId(event, place), toPlace(index, event, place)]),
    ),
  );
  const inOrder = [...places.values()].toSorted((one, other) => rankOf(one) - rankOf(other));
  const events = (index.dataReturn?.events ?? []).map(({ id, name }) => ({
    event: id,
    short: shortEvent(id, name),
    name,
    places: inOrder.filter(({ event }) => event === id),
  }));
  const firstRank = ({ places: [first] }: MatrixEvent): number => (first === undefined ? 0 : rankOf(first));
  return events.filter((event) => event.places.length > 0).toSorted((one, other) => firstRank(one) - firstRank(other));
}
