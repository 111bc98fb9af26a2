import { pathTo, reachFrom, startsOf } from '#diagram/overlays/paths.ts';
import type { RouteOnMap } from '#diagram/route.ts';
import type { NextActionId, StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';

/**
 * Joins steps, given in route order, into one thread: each by a shortest path from the steps joined so far, unless it is
 * nearer to a first step, where the thread begins anew. The steps on the way get a number too, so that the numbers on the
 * map can be followed without a jump.
 */
export function joinSteps(index: WorkspaceIndex, steps: readonly StepTypeId[]): RouteOnMap {
  const numbers = new Map<StepTypeId, readonly number[]>();
  const nextActions = new Set<NextActionId>();
  const fromStart = reachFrom(index, startsOf(index));
  const add = (step: StepTypeId): void => {
    if (!numbers.has(step)) numbers.set(step, [numbers.size + 1]);
  };
  for (const step of steps) {
    if (numbers.has(step)) continue;
    const path = pathTo(reachFrom(index, numbers.keys(), step), step) ?? [];
    const isNear = path.length <= (fromStart.distance.get(step) ?? Number.POSITIVE_INFINITY);
    for (const action of isNear ? path : []) {
      nextActions.add(action.id);
      if (action.to.kind === 'step') add(action.to.stepType);
    }
    add(step);
  }
  return { numbers, nextActions };
}
