import type { StepTypeId } from '#model/ids.ts';
import { questionKey } from '#model/index-workspace.ts';
import type { NextAction, Question } from '#model/workspace.ts';
import type { Goal } from './generated-cases.ts';
import type { Ways } from './ways.ts';
import type { World } from './world.ts';

const named = (name: string, key: string): string => `“${name === '' ? key : name}”`;
const stepName = (world: World, id: StepTypeId): string => named(world.index.stepTypes.get(id)?.name ?? '', id);

function whyNotTaken(world: World, ways: Ways, { id, from }: NextAction): string {
  const step = stepName(world, from);
  const planned = world.steps.get(from);
  if (!ways.reached.has(from)) return `No route comes to ${step}, from which it leads.`;
  const live = world.index.choices.get(from)?.live ?? [];
  if (!live.some((action) => action.id === id))
    return `No legal choice in ${step} has it: its rules contradict each other or those of what it needs.`;
  if (planned?.options.length === 0)
    return `${step} can never be finished: what must be answered rules out every choice of next actions.`;
  if (!planned?.takeable.some((action) => action.id === id))
    return `No answers were found with which ${step} can be finished and it be chosen: rules on next actions ask for others.`;
  return 'No case was found that comes to it.';
}

const list = (names: readonly string[]): string => names.join(', ');

function whyNotShown({ shownIf, code }: Question): string {
  const on = list([...new Set(shownIf.map(({ question }) => question))]);
  return shownIf.length === 0
    ? 'Every answer to it asks for a next action that cannot be chosen.'
    : `No answers were found with which it is shown: it hangs on ${on}${on === code ? ', itself' : ''}.`;
}

function whyNotAnswered(world: World, ways: Ways, goal: Extract<Goal, { kind: 'question' }>): string {
  const { form, question: code, stepType } = goal;
  const question = world.index.questions.get(questionKey(form, code));
  const steps = (world.index.stepsOfForm.get(form) ?? [])
    .map((activity) => activity.stepType)
    .filter((id) => stepType === null || id === stepType);
  if (question === undefined || steps.length === 0)
    return stepType === null
      ? `Its form ${form} stands on no step.`
      : `Its form ${form} does not stand on ${stepName(world, stepType)}, where the return reads it.`;
  const reached = steps.filter((id) => ways.reached.has(id));
  if (reached.length === 0)
    return `No route comes to ${list(steps.map((id) => stepName(world, id)))}, where it is asked.`;
  return whyNotShown(question);
}

/** Why no case reaches a goal, as a whole sentence. */
export function whyNotCovered(world: World, ways: Ways, goal: Goal): string {
  if (goal.kind === 'question') return whyNotAnswered(world, ways, goal);
  const action = world.index.nextActions.get(goal.nextAction);
  return action === undefined ? 'There is no such next action.' : whyNotTaken(world, ways, action);
}
