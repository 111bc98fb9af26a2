import type { StepTypeId } from '#model/ids.ts';
import { groupBy } from '#model/index-workspace.ts';
import type { NextAction, StepType } from '#model/workspace.ts';

export const laneOf = (step: StepType): string => (step.workflow === '' ? 'No workflow named' : step.workflow);

/** Which steps of the same lane lead straight to each step, a step's own loops left out. */
function stepsBefore(
  steps: readonly StepType[],
  nextActions: readonly NextAction[],
): ReadonlyMap<StepTypeId, ReadonlySet<StepTypeId>> {
  const inLane = new Set(steps.map((step) => step.id));
  const before = new Map(steps.map((step) => [step.id, new Set<StepTypeId>()]));
  for (const action of nextActions) {
    if (action.to.kind !== 'step' || action.to.stepType === action.from || !inLane.has(action.from)) continue;
    before.get(action.to.stepType)?.add(action.from);
  }
  return before;
}

/** The steps of one lane so that most next actions lead forward: first what nothing leads to, otherwise as in the file. */
function orderLane(steps: readonly StepType[], nextActions: readonly NextAction[]): readonly StepType[] {
  const before = stepsBefore(steps, nextActions);
  const placed = new Set<StepTypeId>();
  const ordered: StepType[] = [];
  let waiting = steps;
  while (waiting.length > 0) {
    const isReady = (step: StepType): boolean => [...(before.get(step.id) ?? [])].every((id) => placed.has(id));
    const next = waiting.find(isReady) ?? waiting[0];
    if (next === undefined) break;
    ordered.push(next);
    placed.add(next.id);
    waiting = waiting.filter((step) => step !== next);
  }
  return ordered;
}

/** The lanes, in the order in which the file names them, and the steps of each in reading order. */
export function orderSteps(
  stepTypes: readonly StepType[],
  nextActions: readonly NextAction[],
): ReadonlyMap<string, readonly StepType[]> {
  const lanes = groupBy(stepTypes, laneOf);
  return new Map([...lanes].map(([lane, steps]) => [lane, orderLane(steps, nextActions)]));
}
