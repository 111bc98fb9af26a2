import { brokenRules } from '#model/choices.ts';
import type { NextActionId } from '#model/ids.ts';
import type { NextActionRule } from '#model/workspace.ts';
import { type ShownQuestion, shownQuestions } from './shown.ts';
import type { StepDefinition } from './step-definition.ts';
import { type HeldBack, type StepState, textsOf } from './step-values.ts';

function holdsIn(shown: readonly ShownQuestion[], rule: NextActionRule): boolean {
  return (
    rule.kind === 'mandatory-if' &&
    shown.some(
      ({ question, copy, answer }) =>
        (copy === 0 || !question.perChild) &&
        question.form === rule.form &&
        question.code === rule.question &&
        answer !== null &&
        textsOf(answer.value).includes(rule.answer),
    )
  );
}

/** What keeps a step from being completed with these next actions (those taken before count as chosen); none when nothing does. */
export function whatHoldsBack(
  definition: StepDefinition,
  state: StepState,
  choose: readonly NextActionId[],
): readonly HeldBack[] {
  const shown = shownQuestions(definition, state);
  const wanted = new Set([...state.taken, ...choose]);
  const chosen = new Set(definition.nextActions.filter((action) => wanted.has(action.id)));
  const unanswered = shown.filter(({ required, answer }) => required && answer === null);
  return [
    ...unanswered.map(({ question, copy }) => ({
      kind: 'mandatory-question' as const,
      form: question.form,
      question: question.code,
      ...(copy === 0 ? {} : { copy }),
    })),
    ...brokenRules(definition.stepType, definition.nextActions, chosen, (rule) => holdsIn(shown, rule)),
  ];
}
