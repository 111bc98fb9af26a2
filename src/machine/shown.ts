import type { Clause, Question } from '#model/workspace.ts';
import type { ActivityDefinition, StepDefinition } from './step-definition.ts';
import { type Answer, answerKey, isEmpty, type StepState } from './step-values.ts';

type Answers = StepState['answers'];

function answerTo({ form, code }: Question, copy: number, answers: Answers): Answer | undefined {
  const key = answerKey(form, code, copy);
  return Object.hasOwn(answers, key) ? answers[key] : undefined;
}

function meets(clause: Clause, answer: Answer | undefined): boolean {
  if (answer === undefined || isEmpty(answer.value)) return false;
  if (clause.kind === 'answered') return true;
  const texts = typeof answer.value === 'string' ? [answer.value] : answer.value;
  return texts.some((text) => clause.answers.includes(text));
}

/** What is repeated together: the questions asked per child, or those of one repeating table; empty where nothing is. */
const repeatsWith = ({ perChild, collection }: Question): string =>
  perChild ? 'per child' : collection && `rows ${collection}`;

/**
 * The questions of a form that are on the screen, in one copy: every clause of their condition holds, and the questions
 * that the clauses are about are shown themselves. A question is held against the same row or child where what it hangs
 * on is repeated with it, else against the first. Questions whose conditions run in a circle never show. A condition
 * that could not be read hides nothing.
 */
export function shownIn(form: readonly Question[], answers: Answers, copy = 0): ReadonlySet<Question> {
  const byCode = new Map(form.map((question) => [question.code, question]));
  const first = copy === 0 ? new Set<Question>() : shownIn(form, answers);
  const shown = new Set<Question>();
  const holdsFor = (question: Question, clause: Clause): boolean => {
    const controlling = byCode.get(clause.question);
    if (controlling === undefined) return false;
    const together = copy > 0 && repeatsWith(controlling) === repeatsWith(question);
    return (
      (copy > 0 && !together ? first : shown).has(controlling) &&
      meets(clause, answerTo(controlling, together ? copy : 0, answers))
    );
  };
  // A question may stand before the one that controls it, so the form is read again until nothing more shows.
  for (let before = -1; before < shown.size; ) {
    before = shown.size;
    for (const question of form)
      if (question.shownIf.every((clause) => holdsFor(question, clause))) shown.add(question);
  }
  return shown;
}

/** A question on a step's screen now, with its answer if there is one. */
export interface ShownQuestion {
  readonly question: Question;
  /** Which row or child, from 0. */
  readonly copy: number;
  readonly answer: Answer | null;
  /** Completion waits for it: mandatory, its condition (if any) is one that could be read, and its row has been begun. */
  readonly required: boolean;
}

/** Whether an activity takes part in the step: it is mandatory, or somebody added it. */
export const isPresent = ({ activity }: ActivityDefinition, state: StepState): boolean =>
  activity.mandatory || state.added.includes(activity.form);

/** How many rows of each repeating table have been begun, at least one; children do not count as rows. */
function rowsOf(questions: readonly Question[], answers: Answers): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const { form, code, collection, perChild } of questions) {
    if (collection === '' || perChild) continue;
    const key = `${answerKey(form, code)}\t`;
    const begun = Object.keys(answers).flatMap((at) => (at.startsWith(key) ? [Number(at.slice(key.length))] : []));
    rows.set(collection, Math.max(1, rows.get(collection) ?? 1, ...begun));
  }
  return rows;
}

/** Every question of one form on the step's screen now, each with its copies in order. */
function shownOf(questions: readonly Question[], state: StepState): readonly ShownQuestion[] {
  const rows = rowsOf(questions, state.answers);
  const shown = new Map<number, ReadonlySet<Question>>();
  const shownAs = (copy: number): ReadonlySet<Question> => {
    const found = shown.get(copy) ?? shownIn(questions, state.answers, copy);
    shown.set(copy, found);
    return found;
  };
  const copiesOf = ({ perChild, collection }: Question): number =>
    perChild ? state.children : collection === '' ? 1 : (rows.get(collection) ?? 1);
  return questions.flatMap((question) =>
    Array.from({ length: copiesOf(question) }, (_, copy) => copy)
      .filter((copy) => shownAs(copy).has(question))
      .map((copy) => {
        const answer = answerTo(question, copy, state.answers);
        return {
          question,
          copy,
          answer: answer === undefined || isEmpty(answer.value) ? null : answer,
          required: question.mandatory && !(question.conditional && question.shownIf.length === 0),
        };
      }),
  );
}

/** Every question on the step's screen now, activity by activity; in a repeating table, of each row that has been begun. */
export const shownQuestions = (definition: StepDefinition, state: StepState): readonly ShownQuestion[] =>
  definition.activities
    .filter((activity) => isPresent(activity, state))
    .flatMap(({ questions }) => shownOf(questions, state));
