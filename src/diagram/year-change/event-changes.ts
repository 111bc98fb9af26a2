import type { ReturnEvent } from '#model/data-return.ts';
import type { StepTypeId } from '#model/ids.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { EventPlace } from '#model/workspace.ts';
import { changesOf, compareLists, type Member, type MemberChange } from './compare-lists.ts';

/** A step type at which an event may well happen, as it has a role that the event usually happens in. */
export interface ProposedPlace {
  readonly stepType: StepTypeId;
  readonly name: string;
  readonly role: string;
}

/** An event of the new year, where it happens in this workspace, and where it may happen if nobody has said. */
export interface AddedEvent {
  readonly event: ReturnEvent;
  readonly items: number;
  readonly places: readonly EventPlace[];
  readonly proposed: readonly ProposedPlace[];
}

/** An event that only the old year has. Its places are kept. */
export interface RemovedEvent {
  readonly event: ReturnEvent;
  readonly places: readonly EventPlace[];
}

/** An event that both years have. */
export interface KeptEvent {
  readonly from: ReturnEvent;
  readonly to: ReturnEvent;
  readonly changes: readonly MemberChange[];
}

/** Every event of either year in exactly one list, and every row of events.csv in exactly one group. */
export interface EventChanges {
  readonly added: readonly AddedEvent[];
  readonly removed: readonly RemovedEvent[];
  readonly changed: readonly KeptEvent[];
  readonly same: readonly KeptEvent[];
  /** Events of both years that this workspace has no place for. */
  readonly withoutPlace: readonly AddedEvent[];
  readonly groups: EventPlaceGroups;
}

/** Every row of events.csv, in exactly one of these lists. */
export interface EventPlaceGroups {
  readonly carriesOver: readonly EventPlace[];
  readonly feedsNothing: readonly EventPlace[];
  readonly serves: readonly EventPlace[];
  readonly neither: readonly EventPlace[];
}

const MEMBERS: readonly Member<ReturnEvent>[] = [
  ['Name', ({ name }) => name],
  ['Usual roles', ({ defaultRoles }) => defaultRoles.join('; ')],
];

/** The step types with a role in which an event usually happens. */
export function proposedPlaces(
  { workspace }: Pick<WorkspaceIndex, 'workspace'>,
  event: ReturnEvent,
): readonly ProposedPlace[] {
  return workspace.stepTypes.flatMap(({ id, name, roles }) => {
    const role = event.defaultRoles.find((one) => roles.includes(one));
    return role === undefined ? [] : [{ stepType: id, name: name || id, role }];
  });
}

function addedEvent(index: WorkspaceIndex, event: ReturnEvent): AddedEvent {
  const places = index.workspace.eventPlaces.filter((place) => place.event === event.id);
  return {
    event,
    items: (index.dataReturn?.items ?? []).filter((item) => item.event === event.id).length,
    places,
    proposed: places.length > 0 ? [] : proposedPlaces(index, event),
  };
}

function groupPlaces(places: readonly EventPlace[], before: Set<string>, after: Set<string>): EventPlaceGroups {
  const groups = groupBy(places, ({ event }): keyof EventPlaceGroups => {
    if (before.has(event)) return after.has(event) ? 'carriesOver' : 'feedsNothing';
    return after.has(event) ? 'serves' : 'neither';
  });
  const of = (group: keyof EventPlaceGroups): readonly EventPlace[] => groups.get(group) ?? [];
  return {
    carriesOver: of('carriesOver'),
    feedsNothing: of('feedsNothing'),
    serves: of('serves'),
    neither: of('neither'),
  };
}

/** What becomes of every event, and of the places where events happen. */
export function eventChanges(from: WorkspaceIndex, to: WorkspaceIndex): EventChanges {
  const [before, after] = [from.dataReturn?.events ?? [], to.dataReturn?.events ?? []];
  const { added, removed, kept } = compareLists(before, after, ({ id }) => id);
  const pairs = kept.map((pair) => ({ ...pair, changes: changesOf(MEMBERS, pair.from, pair.to) }));
  const places = to.workspace.eventPlaces;
  const idsOf = (events: readonly ReturnEvent[]): Set<string> => new Set(events.map(({ id }) => id));
  return {
    added: added.map((event) => addedEvent(to, event)),
    removed: removed.map((event) => ({ event, places: places.filter((place) => place.event === event.id) })),
    changed: pairs.filter(({ changes }) => changes.length > 0),
    same: pairs.filter(({ changes }) => changes.length === 0),
    withoutPlace: kept.map((pair) => addedEvent(to, pair.to)).filter((event) => event.places.length === 0),
    groups: groupPlaces(places, idsOf(before), idsOf(after)),
  };
}
