import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { NextAction } from '#model/workspace.ts';

/** The steps where work may begin, as in the file. */
export const startsOf = (index: WorkspaceIndex): readonly StepTypeId[] =>
  index.workspace.stepTypes.filter((step) => step.mayStart).map((step) => step.id);

/** What can be reached from some steps: how far each step is, and the next action by which a shortest path comes to it. */
export interface Reach {
  readonly distance: ReadonlyMap<StepTypeId, number>;
  readonly via: ReadonlyMap<StepTypeId, NextAction>;
}

/** Breadth first along next actions that some legal choice contains; stops once it has come to `until`. */
export function reachFrom(index: WorkspaceIndex, from: Iterable<StepTypeId>, until: StepTypeId | null = null): Reach {
  const distance = new Map<StepTypeId, number>();
  const via = new Map<StepTypeId, NextAction>();
  for (const step of from) distance.set(step, 0);
  // A map hands out what is added while it is gone through: it is the queue too.
  for (const [step, far] of distance) {
    if (step === until) break;
    for (const action of index.choices.get(step)?.live ?? []) {
      if (action.to.kind !== 'step' || distance.has(action.to.stepType)) continue;
      if (!index.stepTypes.has(action.to.stepType)) continue;
      distance.set(action.to.stepType, far + 1);
      via.set(action.to.stepType, action);
    }
  }
  return { distance, via };
}

/** The next actions of a shortest path to a step; none where it is one of those begun from, null where none leads there. */
export function pathTo({ distance, via }: Reach, step: StepTypeId): readonly NextAction[] | null {
  if (!distance.has(step)) return null;
  const path: NextAction[] = [];
  for (let action = via.get(step); action !== undefined; action = via.get(action.from)) path.unshift(action);
  return path;
}

/** Every step in route order: nearest to a first step first, then as in the file; what no route reaches comes last. */
export function routeOrder(index: WorkspaceIndex): ReadonlyMap<StepTypeId, number> {
  const { distance } = reachFrom(index, startsOf(index));
  const far = (step: StepTypeId): number => distance.get(step) ?? Number.POSITIVE_INFINITY;
  const steps = index.workspace.stepTypes.map((step) => step.id);
  const ordered = steps.toSorted((one, other) => (far(one) === far(other) ? 0 : far(one) - far(other)));
  return new Map(ordered.map((step, position) => [step, position]));
}
