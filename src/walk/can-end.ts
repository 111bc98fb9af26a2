import { flowOf } from '#analyses/flow.ts';
import { listOf } from '#diagram/thread/thread-words.ts';
import { type CaseState, openSteps } from '#machine/case-values.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { stepNames } from './step-names.ts';

const known = new WeakMap<WorkspaceIndex, ReadonlySet<StepTypeId>>();

/** The step types from which no run can come to an end, as the finding `workflow/dead-end` has them. */
function deadEnds(index: WorkspaceIndex): ReadonlySet<StepTypeId> {
  const found = known.get(index);
  if (found !== undefined) return found;
  const flow = flowOf(index);
  const dead = new Set(flow.steps.filter((_, number) => flow.endable[number] !== true).map(({ id }) => id));
  known.set(index, dead);
  return dead;
}

/** Why a case can no longer end, a whole sentence with what to do; empty while it can. */
export function whyItCannotEnd(index: WorkspaceIndex, state: CaseState): string {
  const dead = deadEnds(index);
  const stuck = openSteps(state).filter(({ stepType }) => dead.has(stepType));
  if (stuck.length === 0) return '';
  const names = listOf(stuck.map(({ key }) => stepNames(index, state).get(key) ?? key));
  const hasNoChoice = stuck.every(({ stepType }) => index.choices.get(stepType)?.smallest.length === 0);
  const why = hasNoChoice
    ? 'the rules on its next actions leave no choice that keeps them all'
    : 'whatever is chosen leads back to work that cannot end';
  return `This case can no longer end by itself: from ${names} no end can be reached, as ${why}. Cancel the step, or go back and choose something else.`;
}
