import { assertNever } from '#model/assert.ts';
import type { StepDefinition } from './step-definition.ts';
import {
  type Answer,
  type AnswerValue,
  answerKey,
  isEmpty,
  type StepEvent,
  type StepState,
  screenKey,
} from './step-values.ts';

type Answers = Readonly<Record<string, Answer>>;

/** An empty answer takes back what stood there. */
function withAnswer(answers: Answers, key: string, value: AnswerValue, on: string): Answers {
  const others = Object.entries(answers).filter(([other]) => other !== key);
  return Object.fromEntries(isEmpty(value) ? others : [...others, [key, { value, on }]]);
}

const withFilledIn = (before: Answers, filledIn: Answers): Answers => ({
  ...before,
  ...Object.fromEntries(Object.entries(filledIn).filter(([, { value }]) => !isEmpty(value))),
});

/** What a step's values become when it does what is asked; its status is the machine's to say. */
export function apply(definition: StepDefinition, state: StepState, event: StepEvent): Partial<StepState> {
  switch (event.type) {
    case 'start':
      return {
        started: event.on,
        stepSource: event.stepSource ?? '',
        answers: withFilledIn(state.answers, event.pulled ?? {}),
        screens: withFilledIn(state.screens, event.screens ?? {}),
      };
    case 'fill':
      return {
        answers: withAnswer(state.answers, answerKey(event.form, event.question, event.copy), event.value, event.on),
      };
    case 'add-activity':
      return { added: [...state.added, event.form] };
    case 'record':
      return { screens: withAnswer(state.screens, screenKey(event.kind, event.ref), event.value, event.on) };
    case 'take':
      return { taken: [...state.taken, event.nextAction] };
    case 'complete': {
      const chosen = definition.nextActions.map(({ id }) => id).filter((id) => event.choose.includes(id));
      return { completed: event.on, taken: [...new Set([...state.taken, ...chosen])] };
    }
    case 'cancel':
      return { cancelledFor: event.reason };
    case 'reopen':
      return { completed: null };
    default:
      return assertNever(event);
  }
}
