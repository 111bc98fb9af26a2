import { questionKey } from '#model/index-workspace.ts';
import type { Question } from '#model/workspace.ts';
import type { CaseState } from './case-values.ts';
import type { StepDefinition } from './step-definition.ts';
import type { AnswerValue } from './step-values.ts';

/** The latest value of what a question is pulled from; undefined where nothing has been recorded there yet. */
function latest({ pulledFrom }: Question, { steps, record }: CaseState): AnswerValue | undefined {
  if (pulledFrom === null) return undefined;
  if (pulledFrom.kind === 'person') {
    return record.findLast(({ source }) => source.kind === 'person-field' && source.ref === pulledFrom.field)?.value;
  }
  const key = questionKey(pulledFrom.form, pulledFrom.question);
  return steps.findLast(({ status, answers }) => status !== 'cancelled' && Object.hasOwn(answers, key))?.answers[key]
    ?.value;
}

/** What stands in a step's pulled questions when it starts, by `form/user code`. */
export function pulledAnswers(
  definition: StepDefinition | undefined,
  state: CaseState,
): Readonly<Record<string, AnswerValue>> {
  const questions = (definition?.activities ?? []).flatMap((activity) => activity.questions);
  return Object.fromEntries(
    questions.flatMap((question) => {
      const value = latest(question, state);
      return value === undefined ? [] : [[questionKey(question.form, question.code), value] as const];
    }),
  );
}
