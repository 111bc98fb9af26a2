import { shownIn } from '#machine/shown.ts';
import { type Answer, type AnswerValue, answerKey, type StepEvent, textsOf } from '#machine/step-values.ts';
import type { FormId, QuestionCode } from '#model/ids.ts';
import { questionKey } from '#model/index-workspace.ts';
import type { Question } from '#model/workspace.ts';
import { type Allowed, ANY, type Sheet } from './allowed-answers.ts';
import { inventedAnswer, placesOf } from './invented-answers.ts';
import type { AtStep } from './making.ts';

export type FillEvent = Extract<StepEvent, { readonly type: 'fill' }>;

interface Filling {
  readonly at: AtStep;
  readonly sheet: Sheet;
  readonly answers: Record<string, Answer>;
  readonly events: FillEvent[];
}

/** Whether what stands in a question already may stay there. */
function mayStay(
  { at, sheet }: Filling,
  question: Question,
  { answers, oneOfEach }: Allowed,
  value: AnswerValue,
): boolean {
  if (!sheet.has(questionKey(question.form, question.code))) return true;
  const texts = textsOf(value);
  const plain = at.making.world.forms.allowed(new Map(), question).answers;
  const isAllowed = (text: string): boolean =>
    answers.includes(text) || (answers.includes(ANY) && !plain.includes(text));
  return texts.every(isAllowed) && oneOfEach.every((some) => texts.some((text) => some.includes(text)));
}

/** Whether a question feeds the return where it stands. */
const isFed = ({ making, definition }: AtStep, question: Question): boolean =>
  placesOf(definition, question).some(({ source, fact }) => source.use === 'feeds' && making.returned.has(fact.id));

/** Gives or takes back an answer. */
function fill({ at, answers, events }: Filling, form: FormId, code: QuestionCode, value: AnswerValue): void {
  answers[answerKey(form, code)] = { value, on: at.days.finished };
  events.push({ type: 'fill', step: at.step.key, form, question: code, value, on: at.days.finished });
}

/** Answers a question that is shown, where it must be answered, the plan says so, or it feeds the return; true if it did. */
function settle(filling: Filling, question: Question): boolean {
  const { at, sheet, answers } = filling;
  const { form, code } = question;
  const allowed = at.making.world.forms.allowed(sheet, question);
  const before = answers[answerKey(form, code)];
  if (before !== undefined && mayStay(filling, question, allowed, before.value)) return false;
  const isNeeded = !allowed.mayBeEmpty || before !== undefined || isFed(at, question);
  const value = isNeeded ? inventedAnswer(at, question, allowed) : null;
  if (value === null && before === undefined) return false;
  fill(filling, form, code, value ?? '');
  return true;
}

/**
 * Fills one form. What an answer shows or hides is looked at before anything else is answered, and a question stands
 * behind those that it hangs on, so that nothing is answered which a later answer hides.
 */
function fillForm(filling: Filling, questions: readonly Question[]): void {
  const controlling = new Set(questions.flatMap(({ shownIf }) => shownIf.map(({ question }) => question)));
  const settled = new Set<Question>();
  const settleOne = (): boolean => {
    for (const question of shownIn(questions, filling.answers)) {
      if (settled.has(question)) continue;
      settled.add(question);
      if (settle(filling, question) && controlling.has(question.code)) return true;
    }
    return false;
  };
  while (settleOne());
}

/** The answers that are given in a step, in the order in which its forms ask for them. */
export function fillStep(at: AtStep, sheet: Sheet, present: ReadonlySet<FormId>): readonly FillEvent[] {
  const filling: Filling = { at, sheet, answers: { ...at.step.answers }, events: [] };
  for (const { activity, questions } of at.definition.activities)
    if (present.has(activity.form)) fillForm(filling, questions);
  return filling.events;
}
