import { questionKey } from '#model/index-workspace.ts';
import type { Clause, Question } from '#model/workspace.ts';
import type { ActivityDefinition, StepDefinition } from './step-definition.ts';
import { type Answer, isEmpty, type StepState, textsOf } from './step-values.ts';

type Answers = StepState['answers'];

const answerTo = (question: Question, answers: Answers): Answer | undefined =>
  Object.hasOwn(answers, questionKey(question.form, question.code))
    ? answers[questionKey(question.form, question.code)]
    : undefined;

function meets(clause: Clause, answer: Answer | undefined): boolean {
  if (answer === undefined || isEmpty(answer.value)) return false;
  return clause.kind === 'answered' || textsOf(answer.value).some((text) => clause.answers.includes(text));
}

/**
 * The questions of a form that are on the screen: every clause of their condition holds, and the questions that the
 * clauses are about are shown themselves. Questions whose conditions run in a circle never show. A condition that
 * could not be read hides nothing.
 */
export function shownIn(form: readonly Question[], answers: Answers): ReadonlySet<Question> {
  const byCode = new Map(form.map((question) => [question.code, question]));
  const shown = new Set<Question>();
  const holds = (clause: Clause): boolean => {
    const controlling = byCode.get(clause.question);
    return controlling !== undefined && shown.has(controlling) && meets(clause, answerTo(controlling, answers));
  };
  // A question may stand before the one that controls it, so the form is read again until nothing more shows.
  for (let before = -1; before < shown.size; ) {
    before = shown.size;
    for (const question of form) if (question.shownIf.every(holds)) shown.add(question);
  }
  return shown;
}

/** A question on a step's screen now, with its answer if there is one. */
export interface ShownQuestion {
  readonly question: Question;
  readonly answer: Answer | null;
  /** Completion waits for it: mandatory, and its condition (if any) is one that could be read. */
  readonly required: boolean;
}

/** Whether an activity takes part in the step: it is mandatory, or somebody added it. */
export const isPresent = ({ activity }: ActivityDefinition, state: StepState): boolean =>
  activity.mandatory || state.added.includes(activity.form);

/** Every question on the step's screen now, activity by activity. */
export function shownQuestions(definition: StepDefinition, state: StepState): readonly ShownQuestion[] {
  return definition.activities
    .filter((activity) => isPresent(activity, state))
    .flatMap(({ questions }) => {
      const shown = shownIn(questions, state.answers);
      return questions
        .filter((question) => shown.has(question))
        .map((question) => {
          const answer = answerTo(question, state.answers);
          return {
            question,
            answer: answer === undefined || isEmpty(answer.value) ? null : answer,
            required: question.mandatory && !(question.conditional && question.shownIf.length === 0),
          };
        });
    });
}
