import type { Audit, CoveragePlace, ItemCoverage, PlaceStatus } from '#model/audit.ts';
import type { Item } from '#model/data-return.ts';
import { type FactId, factId, type StepTypeId, stepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Source } from '#model/workspace.ts';

/** That an item's fact is recorded in a step: surely or not, and whether the return reads any of it. */
export interface RecordedHere {
  readonly sure: boolean;
  readonly feeds: boolean;
}

/** What one step shows of the chosen item. */
export interface StepOverlay {
  /** The places of this step where the item is due; more than one where several moments or next actions make it due. */
  readonly due: readonly CoveragePlace[];
  /** The worst status of those places; null where it is not due here. */
  readonly status: PlaceStatus | null;
  readonly recorded: RecordedHere | null;
}

export type ItemOverlay = ReadonlyMap<StepTypeId, StepOverlay>;

const WORST_FIRST: readonly PlaceStatus[] = ['never', 'sometimes', 'always'];

/** The coverage of an item by every event that makes it due. */
export const coverageOfItem = (audit: Audit, item: Item): readonly ItemCoverage[] =>
  audit.coverage.filter((coverage) => coverage.item === item.id);

/** The item's fact, and the facts it is worked out from. */
function factsBehind(index: WorkspaceIndex, item: Item): ReadonlySet<FactId> {
  const found = new Set<FactId>();
  const open = item.fact === null ? [] : [item.fact];
  for (let fact = open.pop(); fact !== undefined; fact = open.pop()) {
    if (found.has(fact)) continue;
    found.add(fact);
    const calculated = (index.sourcesOfFact.get(fact) ?? []).filter((source) => source.kind === 'calculated');
    open.push(...calculated.flatMap((source) => source.ref.split(';').map((ref) => factId(ref.trim()))));
  }
  return found;
}

const counts = (source: Source): boolean => source.use !== 'supports' && source.status !== 'ignored';

/** Where a source stands: its own step, or every step with its form. */
function stepsOfSource(index: WorkspaceIndex, source: Source): readonly StepTypeId[] {
  if (source.stepType !== null) return [source.stepType];
  if (source.kind !== 'question' || source.form === null) return [];
  return (index.stepsOfForm.get(source.form) ?? []).map((activity) => activity.stepType);
}

const together = (one: RecordedHere, other: RecordedHere | undefined): RecordedHere => ({
  sure: one.sure || other?.sure === true,
  feeds: one.feeds || other?.feeds === true,
});

function recordedAt(index: WorkspaceIndex, audit: Audit, item: Item): ReadonlyMap<StepTypeId, RecordedHere> {
  const surely = new Map(audit.steps.map((step) => [stepTypeId(step.stepType), new Set(step.makesAlways)]));
  const sources = [...factsBehind(index, item)].flatMap((fact) => index.sourcesOfFact.get(fact) ?? []).filter(counts);
  const recorded = new Map<StepTypeId, RecordedHere>();
  for (const source of sources) {
    for (const step of stepsOfSource(index, source)) {
      const here = { sure: surely.get(step)?.has(source.fact) === true, feeds: source.use === 'feeds' };
      recorded.set(step, together(here, recorded.get(step)));
    }
  }
  return recorded;
}

/** Where an item is due and where it is recorded, step by step. */
export function overlayItem(index: WorkspaceIndex, audit: Audit, item: Item): ItemOverlay {
  const places = coverageOfItem(audit, item).flatMap((coverage) => coverage.places);
  const recorded = recordedAt(index, audit, item);
  const steps = new Set([...places.map((place) => stepTypeId(place.stepType)), ...recorded.keys()]);
  return new Map(
    [...steps].map((step) => {
      const due = places.filter((place) => place.stepType === step);
      const status = WORST_FIRST.find((word) => due.some((place) => place.status === word)) ?? null;
      return [step, { due, status, recorded: recorded.get(step) ?? null }];
    }),
  );
}
