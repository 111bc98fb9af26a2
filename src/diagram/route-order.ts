import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';

/** Where each step type stands when routes are read from their beginning: a step after those that lead to it, loops aside. */
export type RouteOrder = ReadonlyMap<StepTypeId, number>;

const targetsOf = (index: WorkspaceIndex, step: StepTypeId): readonly StepTypeId[] =>
  (index.nextActionsFrom.get(step) ?? []).flatMap(({ to }) => (to.kind === 'step' ? [to.stepType] : []));

/** A step that is being followed, and which of its targets have not been looked at yet (the last of them first). */
interface Following {
  readonly step: StepTypeId;
  readonly left: StepTypeId[];
}

/** Adds a step to `finished` once everything it leads to has been added. */
function follow(index: WorkspaceIndex, first: StepTypeId, finished: Set<StepTypeId>, met: Set<StepTypeId>): void {
  if (met.has(first)) return;
  met.add(first);
  const open: Following[] = [{ step: first, left: [...targetsOf(index, first)] }];
  for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
    const next = last.left.pop();
    if (next === undefined) {
      finished.add(last.step);
      open.pop();
    } else if (!met.has(next)) {
      met.add(next);
      open.push({ step: next, left: [...targetsOf(index, next)] });
    }
  }
}

/** The order in which routes come to the step types; those that no route comes to stand last. */
export function routeOrder(index: WorkspaceIndex): RouteOrder {
  const finished = new Set<StepTypeId>();
  const met = new Set<StepTypeId>();
  const steps = index.workspace.stepTypes;
  const others = steps.filter((step) => !step.mayStart);
  // What is finished last comes first, so the steps to begin with are followed from the last to the first.
  for (const { id } of steps.filter((step) => step.mayStart).toReversed()) follow(index, id, finished, met);
  const reached = [...finished].toReversed();
  const unreached = others.map(({ id }) => id).filter((id) => !met.has(id));
  return new Map([...reached, ...unreached].map((step, rank) => [step, rank]));
}
