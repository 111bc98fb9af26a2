import type { FactId } from '#model/ids.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Source } from '#model/workspace.ts';
import { type Flow, flowOf } from './flow.ts';
import { allRecordingPlaces, type RecordingPlace } from './recording-places.ts';
import { type FactNumbers, numberFacts, type RecordingSets, solveSets } from './recording-sets.ts';
import { solveAgain } from './solve-again.ts';
import { whileStanding } from './standing.ts';

/** What every analysis reads: the workspace, its reachable flow, and what is known where. Worked out once. */
export interface AnalysisInput {
  readonly index: WorkspaceIndex;
  readonly flow: Flow;
  readonly numbers: FactNumbers;
  /** Places of sources that feed or record. */
  readonly places: readonly RecordingPlace[];
  readonly placesOf: ReadonlyMap<Source, readonly RecordingPlace[]>;
  readonly placesOfFact: ReadonlyMap<FactId, FactPlaces>;
  /** Sets over sources that feed. */
  readonly feeding: RecordingSets;
  /** Sets over sources that feed and are confirmed. */
  readonly confirmed: RecordingSets;
  /** Sets over sources that feed or record. */
  readonly recording: RecordingSets;
}

/** The places of one fact: the same value for as long as they are the same places, so that findings on them may be kept. */
export interface FactPlaces {
  readonly all: readonly RecordingPlace[];
}

const factPlaces = whileStanding<Map<FactId, FactPlaces>>();

const isSame = (a: readonly RecordingPlace[], b: readonly RecordingPlace[]): boolean =>
  a.length === b.length && a.every((place, n) => place === b[n]);

function placesByFact(index: WorkspaceIndex, places: readonly RecordingPlace[]): ReadonlyMap<FactId, FactPlaces> {
  const known = factPlaces(index, () => new Map());
  const byFact = groupBy(places, (place) => place.source.fact);
  const now = new Map<FactId, FactPlaces>();
  for (const [fact, all] of byFact) {
    const before = known.get(fact);
    now.set(fact, before !== undefined && isSame(before.all, all) ? before : { all });
  }
  for (const [fact, own] of now) known.set(fact, own);
  return now;
}

/** Keeps what was worked out from the places of one fact, and nothing else that a source tells of, while they are the same. */
export function whilePlacesStand<Value>(): (own: FactPlaces, work: () => Value) => Value {
  const known = new WeakMap<FactPlaces, { readonly value: Value }>();
  return (own, work) => {
    const kept = known.get(own) ?? { value: work() };
    known.set(own, kept);
    return kept.value;
  };
}

type ThreeSets = Pick<AnalysisInput, 'feeding' | 'confirmed' | 'recording'>;

/** The sets as they were last solved, and the places that they rest on. */
interface LastSolved {
  now: { readonly sets: ThreeSets; readonly placesOfFact: AnalysisInput['placesOfFact'] } | null;
}

const lastSolved = whileStanding<LastSolved>();

function solveThree(
  index: WorkspaceIndex,
  given: Pick<AnalysisInput, 'flow' | 'numbers' | 'places' | 'placesOfFact'>,
): ThreeSets {
  const { flow, numbers, places, placesOfFact } = given;
  const last = lastSolved(index, () => ({ now: null }));
  const before = last.now;
  const changed = numbers.facts.flatMap(({ id }, f) =>
    before?.placesOfFact.get(id) === placesOfFact.get(id) ? [] : [f],
  );
  const solve = (which: keyof ThreeSets, some: readonly RecordingPlace[]): RecordingSets =>
    before === null
      ? solveSets(flow, numbers, some)
      : solveAgain(flow, numbers, some, { before: before.sets[which], changed });
  const feeds = places.filter((place) => place.source.use === 'feeds');
  const sets = {
    feeding: solve('feeding', feeds),
    confirmed: solve(
      'confirmed',
      feeds.filter((place) => place.source.status === 'confirmed'),
    ),
    recording: solve('recording', places),
  };
  last.now = { sets, placesOfFact };
  return sets;
}

const flows = whileStanding<Flow>();
const factNumbers = whileStanding<FactNumbers>();

/** Works out what all analyses share. */
export function analysisInput(index: WorkspaceIndex): AnalysisInput {
  const flow = flows(index, () => flowOf(index));
  const numbers = factNumbers(index, () => numberFacts(index.workspace.facts, flow));
  const places = allRecordingPlaces(index, flow);
  const placesOfFact = placesByFact(index, places);
  return {
    index,
    flow,
    numbers,
    places,
    placesOf: groupBy(places, (place) => place.source),
    placesOfFact,
    ...solveThree(index, { flow, numbers, places, placesOfFact }),
  };
}
