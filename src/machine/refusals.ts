import { assertNever } from '#model/assert.ts';
import { hasRule, smallestChoiceWith } from '#model/choices.ts';
import type { FormId, NextActionId } from '#model/ids.ts';
import type { NextAction } from '#model/workspace.ts';
import { whatHoldsBack } from './holds-back.ts';
import { isPresent, shownQuestions } from './shown.ts';
import type { ActivityDefinition, StepDefinition } from './step-definition.ts';
import { type Refusal, type StepEvent, type StepState, screenKey } from './step-values.ts';

type Fill = Extract<StepEvent, { readonly type: 'fill' }>;
type RecordOnScreen = Extract<StepEvent, { readonly type: 'record' }>;

const findActivity = (definition: StepDefinition, form: FormId): ActivityDefinition | undefined =>
  definition.activities.find(({ activity }) => activity.form === form);

const findNextAction = (definition: StepDefinition, id: NextActionId): NextAction | undefined =>
  definition.nextActions.find((action) => action.id === id);

function whyNotFill(definition: StepDefinition, state: StepState, { form, question }: Fill): readonly Refusal[] {
  const found = findActivity(definition, form);
  if (found === undefined) return [{ kind: 'no-such-activity', form }];
  if (!isPresent(found, state)) return [{ kind: 'activity-not-added', form }];
  if (!found.questions.some(({ code }) => code === question)) return [{ kind: 'no-such-question', form, question }];
  const shown = shownQuestions(definition, state).some(
    (other) => other.question.form === form && other.question.code === question,
  );
  return shown ? [] : [{ kind: 'question-not-shown', form, question }];
}

function whyNotAdd(definition: StepDefinition, state: StepState, form: FormId): readonly Refusal[] {
  const found = findActivity(definition, form);
  if (found === undefined) return [{ kind: 'no-such-activity', form }];
  return isPresent(found, state) ? [{ kind: 'activity-there-already', form }] : [];
}

function whyNotRecord(definition: StepDefinition, { kind, ref }: RecordOnScreen): readonly Refusal[] {
  const stands = definition.sources.some(({ source }) => source.kind === kind && source.ref === ref);
  return stands && kind !== 'question' ? [] : [{ kind: 'no-such-screen', screen: screenKey(kind, ref) }];
}

/** An immediate next action is refused where the step could never be completed after it. */
function whyNotTake(definition: StepDefinition, state: StepState, id: NextActionId): readonly Refusal[] {
  const action = findNextAction(definition, id);
  if (action === undefined) return [{ kind: 'no-such-next-action', nextAction: id }];
  if (!hasRule(action, 'immediate')) return [{ kind: 'not-immediate', nextAction: id }];
  if (state.taken.includes(id)) return [{ kind: 'taken-already', nextAction: id }];
  const taken = definition.nextActions.filter((other) => other === action || state.taken.includes(other.id));
  const legal = smallestChoiceWith(definition.nextActions, taken) !== null;
  return legal ? [] : [{ kind: 'in-no-legal-choice', nextAction: id }];
}

function whyNotComplete(
  definition: StepDefinition,
  state: StepState,
  choose: readonly NextActionId[],
): readonly Refusal[] {
  const unknown = choose.filter((id) => findNextAction(definition, id) === undefined);
  return [
    ...unknown.map((nextAction) => ({ kind: 'no-such-next-action' as const, nextAction })),
    ...whatHoldsBack(definition, state, choose),
  ];
}

/** Why a step in this state does not do what is asked of it; none when it does, its status allowing. */
export function whyNot(definition: StepDefinition, state: StepState, event: StepEvent): readonly Refusal[] {
  switch (event.type) {
    case 'fill':
      return whyNotFill(definition, state, event);
    case 'add-activity':
      return whyNotAdd(definition, state, event.form);
    case 'record':
      return whyNotRecord(definition, event);
    case 'take':
      return whyNotTake(definition, state, event.nextAction);
    case 'complete':
      return whyNotComplete(definition, state, event.choose);
    case 'start':
    case 'cancel':
    case 'reopen':
      return [];
    default:
      return assertNever(event);
  }
}
