import { assertNever } from '#model/assert.ts';
import { questionKey } from '#model/index-workspace.ts';
import type { StepDefinition } from './step-definition.ts';
import { type Answer, type AnswerValue, isEmpty, type StepEvent, type StepState, screenKey } from './step-values.ts';

type Answers = Readonly<Record<string, Answer>>;

/** An empty answer takes back what stood there. */
function withAnswer(answers: Answers, key: string, value: AnswerValue, on: string): Answers {
  const others = Object.entries(answers).filter(([other]) => other !== key);
  return Object.fromEntries(isEmpty(value) ? others : [...others, [key, { value, on }]]);
}

function withPulled(state: StepState, pulled: Readonly<Record<string, AnswerValue>>, on: string): Answers {
  const answers = Object.entries(pulled).filter(([, value]) => !isEmpty(value));
  return { ...state.answers, ...Object.fromEntries(answers.map(([key, value]) => [key, { value, on }])) };
}

/** What a step's values become when it does what is asked; its status is the machine's to say. */
export function apply(definition: StepDefinition, state: StepState, event: StepEvent): Partial<StepState> {
  switch (event.type) {
    case 'start':
      return {
        started: event.on,
        stepSource: event.stepSource ?? '',
        answers: withPulled(state, event.pulled ?? {}, event.on),
      };
    case 'fill':
      return {
        answers: withAnswer(state.answers, questionKey(event.form, event.question), event.value, event.on),
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
