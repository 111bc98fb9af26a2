import type { CoveragePlace, CoverageSource, ItemCoverage, ItemStatus, PlaceStatus } from '#model/audit.ts';
import { type Choice, smallestChoiceWith } from '#model/choices.ts';
import type { Item } from '#model/data-return.ts';
import type { Route } from '#model/finding.ts';
import { type EventId, type FactId, factId } from '#model/ids.ts';
import { groupBy } from '#model/index-workspace.ts';
import type { EventPlace, Fact, NextAction, Source } from '#model/workspace.ts';
import { type AnalysisInput, whilePlacesStand } from './analysis-input.ts';
import { addAll, addBit, type Bits, hasBit, noBits } from './bits.ts';
import { type Carrying, carryingOf } from './carrying.ts';
import { counts, isWorkedOut } from './recording-places.ts';
import { type After, afterStep, type RecordingSets } from './recording-sets.ts';
import { gapRoute } from './witness.ts';

/** A place where an event happens: a reachable step and, where one is named, a next action that can be chosen. */
interface DuePlace {
  readonly place: EventPlace;
  readonly step: number;
  readonly actions: readonly NextAction[];
  readonly named: NextAction | null;
  /** The smallest legal choice that holds the named next action; null where none is named. */
  readonly choice: Choice | null;
  readonly after: After;
  readonly afterConfirmed: After;
}

/** Everything that judging an item at a place needs. */
interface Judging {
  readonly input: AnalysisInput;
  readonly carrying: Carrying;
  readonly sourcesOf: ReadonlyMap<FactId, readonly Source[]>;
  readonly calculatedOf: ReadonlyMap<FactId, readonly Source[]>;
  /** How surely the calculated facts are known at each place, once they have been worked out. */
  readonly workedOut: Map<DuePlace, ReadonlyMap<FactId, PlaceStatus>>;
  /** The steps that follow each place, by scope, once they have been worked out. */
  readonly afterOf: Map<DuePlace, Map<string, Bits>>;
}

const RANK: Readonly<Record<PlaceStatus, number>> = { never: 0, sometimes: 1, always: 2 };
const better = (a: PlaceStatus, b: PlaceStatus): PlaceStatus => (RANK[a] >= RANK[b] ? a : b);
const worse = (a: PlaceStatus, b: PlaceStatus): PlaceStatus => (RANK[a] <= RANK[b] ? a : b);

function duePlace(input: AnalysisInput, place: EventPlace): DuePlace | null {
  const { flow, index, numbers, feeding, confirmed } = input;
  const step = flow.numberOf.get(place.stepType);
  if (step === undefined) return null;
  const actions = index.nextActionsFrom.get(place.stepType) ?? [];
  const named = place.nextAction === null ? null : (actions.find((action) => action.id === place.nextAction) ?? null);
  if (place.nextAction !== null && named === null) return null;
  const after = afterStep(flow, numbers, feeding, { step, actions, named });
  const afterConfirmed = afterStep(flow, numbers, confirmed, { step, actions, named });
  if (after === null || afterConfirmed === null) return null;
  const choice = named === null ? null : smallestChoiceWith(actions, [named]);
  return { place, step, actions, named, choice, after, afterConfirmed };
}

function placesOfEvents(input: AnalysisInput): ReadonlyMap<EventId, readonly DuePlace[]> {
  const distinct = new Map(
    input.index.workspace.eventPlaces.map((place) => [
      [place.event, place.stepType, place.nextAction ?? ''].join('\n'),
      place,
    ]),
  );
  const due = [...distinct.values()].flatMap((place) => duePlace(input, place) ?? []);
  return groupBy(due, ({ place }) => place.event);
}

const inSets = (sets: RecordingSets, which: 'Sure' | 'Maybe', at: DuePlace, fact: number): boolean => {
  const before = which === 'Sure' ? sets.beforeSure[at.step] : sets.beforeMaybe[at.step];
  const makes = which === 'Sure' ? sets.makesSure[at.step] : sets.makesMaybe[at.step];
  return (before !== undefined && hasBit(before, fact)) || (makes !== undefined && hasBit(makes, fact));
};

function recordedStatus(input: AnalysisInput, at: DuePlace, fact: number): PlaceStatus {
  const { feeding } = input;
  if (inSets(feeding, 'Sure', at, fact) || !hasBit(at.after.avoidable, fact)) return 'always';
  const beside = feeding.besideMaybe[at.step];
  if (inSets(feeding, 'Maybe', at, fact) || hasBit(at.after.maybe, fact)) return 'sometimes';
  return beside !== undefined && hasBit(beside, fact) ? 'sometimes' : 'never';
}

const inputsOf = (source: Source): readonly FactId[] =>
  source.ref.split(';').flatMap((part) => (part.trim() === '' ? [] : [factId(part.trim())]));

/** A calculated fact is known as surely as the least known of its inputs; one worked out of nothing never is. */
function calculatedStatus(judging: Judging, at: DuePlace, source: Source): PlaceStatus {
  const inputs = inputsOf(source);
  if (inputs.length === 0) return 'never';
  return inputs.map((input) => statusAt(judging, at, input)).reduce(worse);
}

/** How surely a fact is known at a place without working it out from others. */
function plainStatus({ input, sourcesOf }: Judging, at: DuePlace, fact: FactId): PlaceStatus {
  const number = input.numbers.numberOf.get(fact);
  if (number === undefined) return 'never';
  if ((sourcesOf.get(fact) ?? []).some((source) => source.kind === 'generated')) return 'always';
  return recordedStatus(input, at, number);
}

/** Raises the calculated facts of a place from what is recorded there until nothing changes, so that circles add nothing. */
function raiseCalculated(judging: Judging, at: DuePlace, known: Map<FactId, PlaceStatus>): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const [fact, sources] of judging.calculatedOf) {
      const before = known.get(fact) ?? 'never';
      const status = sources.map((source) => calculatedStatus(judging, at, source)).reduce(better, before);
      changed = changed || status !== before;
      known.set(fact, status);
    }
  }
}

function calculatedAt(judging: Judging, at: DuePlace): ReadonlyMap<FactId, PlaceStatus> {
  const worked = judging.workedOut.get(at);
  if (worked !== undefined) return worked;
  const known = new Map([...judging.calculatedOf.keys()].map((fact) => [fact, plainStatus(judging, at, fact)]));
  judging.workedOut.set(at, known);
  raiseCalculated(judging, at, known);
  return known;
}

const statusAt = (judging: Judging, at: DuePlace, fact: FactId): PlaceStatus =>
  judging.calculatedOf.has(fact) ? (calculatedAt(judging, at).get(fact) ?? 'never') : plainStatus(judging, at, fact);

/** The steps after a place at which a fact of one scope is still of the same instance. */
function stepsAfter({ input, carrying }: Judging, at: DuePlace, fact: Fact, number: number): Bits {
  const after = noBits(input.flow.steps.length);
  for (const { action, to } of input.flow.edgesFrom[at.step] ?? []) {
    const drop = input.numbers.drop[to];
    if (drop === undefined || hasBit(drop, number)) continue;
    if (at.named !== null && smallestChoiceWith(at.actions, [at.named, action]) === null) continue;
    addBit(after, to);
    addAll(after, carrying.from(fact, to));
  }
  return after;
}

/** The same, worked out once for each place and scope. */
function reachAfter(judging: Judging, at: DuePlace, fact: Fact): Bits {
  const byScope = judging.afterOf.get(at) ?? new Map<string, Bits>();
  judging.afterOf.set(at, byScope);
  const number = judging.input.numbers.numberOf.get(fact.id) ?? 0;
  const after = byScope.get(fact.scope) ?? stepsAfter(judging, at, fact, number);
  byScope.set(fact.scope, after);
  return after;
}

function stepReaches(judging: Judging, at: DuePlace, fact: Fact, step: number | null): boolean {
  const { input, carrying } = judging;
  if (step === null) return hasBit(carrying.fromStart(fact), at.step);
  const beside = input.flow.beside[at.step];
  const known = step === at.step || hasBit(carrying.from(fact, step), at.step);
  return known || hasBit(reachAfter(judging, at, fact), step) || (beside !== undefined && hasBit(beside, step));
}

/** Whether a feeding source can reach a place: held, before, in, after or (unless only routes count) beside it. */
function canReach(judging: Judging, at: DuePlace, source: Source): boolean {
  const fact = judging.input.index.facts.get(source.fact);
  if (fact === undefined) return false;
  if (source.kind === 'generated') return true;
  if (source.kind === 'calculated') return calculatedStatus(judging, at, source) !== 'never';
  return (judging.input.placesOf.get(source) ?? []).some(({ step }) => stepReaches(judging, at, fact, step));
}

const toCoverageSource = (source: Source): CoverageSource => ({
  kind: source.kind,
  stepType: source.stepType ?? '',
  form: source.form ?? '',
  question: source.question ?? '',
  ref: source.ref,
  status: source.status,
});

const inPrecedence = (sources: readonly Source[]): readonly Source[] =>
  sources.toSorted((a, b) => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER));

/** The recorded fact, behind a calculated one, whose absence keeps it from being known at the place. */
function lackingFact(judging: Judging, at: DuePlace, fact: FactId, within: ReadonlySet<FactId> = new Set()): FactId {
  const sources = judging.sourcesOf.get(fact) ?? [];
  const calculated = sources.find((source) => source.kind === 'calculated');
  if (calculated === undefined || within.has(fact) || sources.some((source) => !isWorkedOut(source))) return fact;
  const inside = new Set([...within, fact]);
  const lacking = inputsOf(calculated).find(
    (input) => statusAt(judging, at, input) !== 'always' && judging.input.index.facts.has(input),
  );
  return lacking === undefined ? fact : lackingFact(judging, at, lacking, inside);
}

const gapRoutes = whilePlacesStand<Map<string, Route | null>>();

/** A route on which the fact, or what a calculated one lacks, is not recorded. It rests on the places of that fact alone. */
function routeWithout(judging: Judging, at: DuePlace, fact: FactId | null): Route | null {
  const { flow, numbers, feeding, placesOfFact } = judging.input;
  const lacking = fact === null ? null : lackingFact(judging, at, fact);
  const own = lacking === null ? undefined : placesOfFact.get(lacking);
  const number = lacking === null ? undefined : numbers.numberOf.get(lacking);
  const find = (): Route | null => gapRoute(flow, numbers, feeding, { ...at, fact: number ?? -1 });
  if (own === undefined) return find();
  const known = gapRoutes(own, () => new Map());
  const key = `${at.step}|${at.named?.id ?? ''}`;
  const kept = known.get(key);
  const route = kept === undefined ? find() : kept;
  known.set(key, route);
  return route;
}

function coveragePlace(judging: Judging, at: DuePlace, fact: FactId | null): CoveragePlace {
  const status = fact === null ? 'never' : statusAt(judging, at, fact);
  const sources =
    fact === null ? [] : (judging.sourcesOf.get(fact) ?? []).filter((source) => canReach(judging, at, source));
  const route = status === 'always' ? null : routeWithout(judging, at, fact);
  return {
    stepType: at.place.stepType,
    moment: at.place.moment,
    nextAction: at.place.nextAction,
    status,
    sources: inPrecedence(sources).map(toCoverageSource),
    gapRoute: route,
  };
}

function confirmedAt(judging: Judging, at: DuePlace, fact: FactId): boolean {
  const number = judging.input.numbers.numberOf.get(fact);
  if (number === undefined) return false;
  if (inSets(judging.input.confirmed, 'Maybe', at, number) || hasBit(at.afterConfirmed.maybe, number)) return true;
  return (judging.sourcesOf.get(fact) ?? []).some(
    (source) => isWorkedOut(source) && source.status === 'confirmed' && canReach(judging, at, source),
  );
}

function itemStatus(places: readonly CoveragePlace[], allConfirmed: boolean): ItemStatus {
  if (places.length === 0) return 'not-triggered';
  if (places.every((place) => place.status === 'never')) return 'missing';
  if (places.some((place) => place.status !== 'always')) return 'gaps';
  return allConfirmed ? 'covered' : 'unconfirmed';
}

function itemCoverage(judging: Judging, item: Item, due: readonly DuePlace[]): ItemCoverage {
  const fact = item.fact;
  const places = due.map((at) => coveragePlace(judging, at, fact));
  const allConfirmed = fact !== null && due.every((at) => confirmedAt(judging, at, fact));
  return {
    item: item.id,
    tag: item.tag,
    cbds: item.cbds,
    event: item.event ?? '',
    status: itemStatus(places, allConfirmed),
    conditional: item.condition !== '',
    places,
  };
}

/** For every item of the return audited, in its order: each place where it is due, and how surely it is known there. */
export function coverageOf(input: AnalysisInput): readonly ItemCoverage[] {
  const feeding = input.index.workspace.sources.filter((source) => counts(source) && source.use === 'feeds');
  const judging = {
    input,
    carrying: carryingOf(input),
    sourcesOf: groupBy(feeding, (source) => source.fact),
    calculatedOf: groupBy(feeding, (source) => (source.kind === 'calculated' ? source.fact : null)),
    workedOut: new Map<DuePlace, ReadonlyMap<FactId, PlaceStatus>>(),
    afterOf: new Map<DuePlace, Map<string, Bits>>(),
  };
  const due = placesOfEvents(input);
  return (input.index.dataReturn?.items ?? []).map((item) =>
    itemCoverage(judging, item, item.event === null ? [] : (due.get(item.event) ?? [])),
  );
}
