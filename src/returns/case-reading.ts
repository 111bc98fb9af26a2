import type { CaseState } from '#machine/case-values.ts';
import { instanceOf } from '#machine/instances.ts';
import { isOfChild, type RecordEntry } from '#machine/recordings.ts';
import { isEmpty, type StepState } from '#machine/step-values.ts';
import type { Item } from '#model/data-return.ts';
import type { EventId, FactId } from '#model/ids.ts';
import type { Scope } from '#model/words.ts';
import type { EventPlace } from '#model/workspace.ts';
import type { Feed, Lack, ReturnOptions } from './child-return.ts';
import type { ReturnRules } from './return-rules.ts';

/** A step of the case that was not cancelled, or what was held before the first. */
export interface Member {
  readonly key: string;
  readonly opened: StepState['opened'];
  readonly step: StepState | null;
}

/** A value of an item, or why there is none, with the entries that it was made of. */
export interface Resolved {
  /** True and false are `true` and `false`. */
  readonly value: string | null;
  readonly fed: readonly Feed[];
  readonly lack: Lack | null;
  /** How it was worked out; empty where it was not. */
  readonly workedOut: string;
  /** Why nothing needs to stand here; empty where nothing says so. */
  readonly unneeded: string;
}

/** One case as the return reads it. */
export interface CaseReading {
  readonly rules: ReturnRules;
  readonly options: ReturnOptions;
  /** In the order in which they came in. */
  readonly members: readonly Member[];
  /** Entries about the child, in the order of the record. */
  readonly entriesOf: (fact: FactId, instance: string) => readonly RecordEntry[];
  /** What stands in an item for an instance of its fact: one value or lack, or several where it may stand many times. */
  readonly resolved: (item: Item, instance: string) => readonly Resolved[];
  /** Whether what makes an item due has happened in an instance of a scope. */
  readonly hasHappened: (event: EventId | null, scope: Scope, instance: string) => boolean;
}

export const instanceFor = (scope: Scope, { key, opened }: Member): string => instanceOf(scope, key, opened);

/** The instances of a scope in which some steps stand, in the order of the steps. */
export const instancesOf = (scope: Scope, members: readonly Member[]): readonly string[] => [
  ...new Set(members.map((member) => instanceFor(scope, member))),
];

export const membersIn = (scope: Scope, instance: string, members: readonly Member[]): readonly Member[] =>
  members.filter((member) => instanceFor(scope, member) === instance);

/** The instance of another scope in which an instance stands; the scope alone where no step stands in it. */
export function instanceRound(reading: CaseReading, scope: Scope, of: { scope: Scope; instance: string }): string {
  if (scope === of.scope) return of.instance;
  const member = reading.members.find((other) => instanceFor(of.scope, other) === of.instance);
  return member === undefined ? scope : instanceFor(scope, member);
}

function membersOf({ steps }: CaseState): readonly Member[] {
  const done = steps.filter(({ status }) => status !== 'cancelled');
  const held: Member = { key: 'held', opened: {}, step: null };
  return [held, ...done.map((step) => ({ key: step.key, opened: step.opened, step }))];
}

const reached = ({ moment, nextAction }: EventPlace, step: StepState): boolean =>
  step[moment] !== null && (nextAction === null || step.taken.includes(nextAction));

const keyOf = (fact: FactId, instance: string): string => `${fact}\u0000${instance}`;

function entriesByKey({ record }: CaseState): ReadonlyMap<string, readonly RecordEntry[]> {
  const entries = new Map<string, RecordEntry[]>();
  for (const entry of record) {
    if (!isOfChild(entry) || isEmpty(entry.value)) continue;
    const key = keyOf(entry.fact, entry.instance);
    const same = entries.get(key);
    if (same === undefined) entries.set(key, [entry]);
    else same.push(entry);
  }
  return entries;
}

function happenings(rules: ReturnRules, members: readonly Member[]): CaseReading['hasHappened'] {
  const at = new Map<EventId, readonly Member[]>();
  const membersAt = (event: EventId): readonly Member[] => {
    const places = rules.eventPlaces.get(event) ?? [];
    const found =
      at.get(event) ??
      members.filter(({ step }) =>
        places.some((place) => step !== null && place.stepType === step.stepType && reached(place, step)),
      );
    at.set(event, found);
    return found;
  };
  return (event, scope, instance) =>
    event !== null && membersAt(event).some((member) => instanceFor(scope, member) === instance);
}

/** How an item is resolved, handed in so that working one fact out may ask for another. */
type Resolve = (reading: CaseReading, item: Item, instance: string) => readonly Resolved[];

/** What every question about a case's record is answered from; each item of each instance is resolved once. */
export function readCase(rules: ReturnRules, state: CaseState, options: ReturnOptions, resolve: Resolve): CaseReading {
  const members = membersOf(state);
  const entries = entriesByKey(state);
  const known = new Map<string, readonly Resolved[]>();
  const reading: CaseReading = {
    rules,
    options,
    members,
    entriesOf: (fact, instance) => entries.get(keyOf(fact, instance)) ?? [],
    hasHappened: happenings(rules, members),
    resolved: (item, instance) => {
      const key = `${item.id}\u0000${instance}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      // Whoever asks for a fact while it is being worked out is told that nothing is known of it.
      known.set(key, []);
      const resolved = resolve(reading, item, instance);
      known.set(key, resolved);
      return resolved;
    },
  };
  return reading;
}

/** What an item is made due by has happened. */
export const isDue = (reading: CaseReading, { event }: Item, scope: Scope, instance: string): boolean =>
  reading.hasHappened(event, scope, instance);
