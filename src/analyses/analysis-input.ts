import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Source } from '#model/workspace.ts';
import { type Flow, flowOf } from './flow.ts';
import { allRecordingPlaces, type RecordingPlace } from './recording-places.ts';
import { type FactNumbers, numberFacts, type RecordingSets, solveSets } from './recording-sets.ts';

/** What every analysis reads: the workspace, its reachable flow, and what is known where. Worked out once. */
export interface AnalysisInput {
  readonly index: WorkspaceIndex;
  readonly flow: Flow;
  readonly numbers: FactNumbers;
  /** Places of sources that feed or record. */
  readonly places: readonly RecordingPlace[];
  readonly placesOf: ReadonlyMap<Source, readonly RecordingPlace[]>;
  /** Sets over sources that feed. */
  readonly feeding: RecordingSets;
  /** Sets over sources that feed and are confirmed. */
  readonly confirmed: RecordingSets;
  /** Sets over sources that feed or record. */
  readonly recording: RecordingSets;
}

/** Works out what all analyses share. */
export function analysisInput(index: WorkspaceIndex): AnalysisInput {
  const flow = flowOf(index);
  const numbers = numberFacts(index.workspace.facts, flow);
  const places = allRecordingPlaces(index, flow);
  const feeds = places.filter((place) => place.source.use === 'feeds');
  const confirmed = feeds.filter((place) => place.source.status === 'confirmed');
  return {
    index,
    flow,
    numbers,
    places,
    placesOf: groupBy(places, (place) => place.source),
    feeding: solveSets(flow, numbers, feeds),
    confirmed: solveSets(flow, numbers, confirmed),
    recording: solveSets(flow, numbers, places),
  };
}
