import { shownIn } from '#machine/shown.ts';
import type { StepDefinition } from '#machine/step-definition.ts';
import { type AnswerValue, answerKey, type StepState } from '#machine/step-values.ts';
import { type FormId, formId, type QuestionCode, questionCode } from '#model/ids.ts';
import type { Question } from '#model/workspace.ts';
import type { ScriptAnswers, ScriptWork } from './case-script.ts';
import type { JsonPath } from './json-tree.ts';
import type { ScriptRefusal } from './script-refusal.ts';

/** One answer of an entry, and where in the entry it stands. */
export interface GivenAnswer {
  readonly form: FormId;
  readonly question: QuestionCode;
  /** Which row or child, from 0. */
  readonly copy: number;
  readonly value: AnswerValue;
  readonly path: JsonPath;
  /** The repeating table, or the brothers and sisters, as one of which it is given; null for the first. */
  readonly as: { readonly table: string } | 'sibling' | null;
}

interface Where extends Pick<GivenAnswer, 'copy' | 'path' | 'as'> {
  readonly form: string;
}

const answersAt = (answers: ScriptAnswers, { form, path, ...where }: Where): readonly GivenAnswer[] =>
  Object.entries(answers).map(([code, value]) => ({
    ...where,
    form: formId(form),
    question: questionCode(code),
    value,
    path: [...path, code],
  }));

function rowsOf({ rows = {} }: ScriptWork): readonly GivenAnswer[] {
  return Object.entries(rows).flatMap(([form, tables]) =>
    Object.entries(tables).flatMap(([table, list]) =>
      list.flatMap((row, at) => answersAt(row, { form, copy: at + 1, path: ['rows', form, table, at], as: { table } })),
    ),
  );
}

function siblingsOf({ siblings = {} }: ScriptWork): readonly GivenAnswer[] {
  return Object.entries(siblings).flatMap(([form, list]) =>
    list.flatMap((child, at) => answersAt(child, { form, copy: at + 1, path: ['siblings', form, at], as: 'sibling' })),
  );
}

/** Every answer of an entry: of the child and the first rows, of the rows after them, of brothers and sisters. */
export const answersOf = (work: ScriptWork): readonly GivenAnswer[] => [
  ...Object.entries(work.answers ?? {}).flatMap(([form, answers]) =>
    answersAt(answers, { form, copy: 0, path: ['answers', form], as: null }),
  ),
  ...rowsOf(work),
  ...siblingsOf(work),
];

const questionsOf = (definition: StepDefinition | undefined, form: FormId): readonly Question[] =>
  definition?.activities.find(({ activity }) => activity.form === form)?.questions ?? [];

/** Why an answer cannot stand where the script has it: in another table's row, for a child the step is not about. */
export function misplaced(
  definition: StepDefinition | undefined,
  children: number,
  { form, question, copy, as }: GivenAnswer,
): readonly ScriptRefusal[] {
  const asked = questionsOf(definition, form).find(({ code }) => code === question);
  if (as === null || asked === undefined) return [];
  if (as !== 'sibling')
    return asked.collection === as.table && !asked.perChild
      ? []
      : [{ kind: 'not-in-table', form, question, table: as.table }];
  if (!asked.perChild) return [{ kind: 'not-per-child', form, question }];
  return copy < children ? [] : [{ kind: 'no-such-sibling', form, number: copy, there: children - 1 }];
}

const keyOf = ({ form, question, copy }: GivenAnswer): string => answerKey(form, question, copy);

/** Whether the question of an answer is on the step's screen, in its row or for its child. */
export function isShown(definition: StepDefinition | undefined, { answers }: StepState, given: GivenAnswer): boolean {
  const questions = questionsOf(definition, given.form);
  return [...shownIn(questions, answers, given.copy)].some(({ code }) => code === given.question);
}

/** Answers in the order of the form, so that the order in which a script has them does not matter. */
export function inFormOrder(
  definition: StepDefinition | undefined,
  answers: readonly GivenAnswer[],
): readonly GivenAnswer[] {
  const places = new Map(
    (definition?.activities ?? [])
      .flatMap(({ activity, questions }) => questions.map(({ code }) => answerKey(activity.form, code)))
      .map((key, at) => [key, at]),
  );
  const placeOf = (given: GivenAnswer): number => places.get(answerKey(given.form, given.question)) ?? places.size;
  return [...new Map(answers.map((given) => [keyOf(given), given])).values()].toSorted(
    (a, b) => placeOf(a) - placeOf(b) || a.copy - b.copy,
  );
}
