import { questionKey } from '#model/index-workspace.ts';
import { SCREEN_KINDS } from '#model/words.ts';
import type { Question } from '#model/workspace.ts';
import type { CaseState } from './case-values.ts';
import type { StepDefinition } from './step-definition.ts';
import { type Answer, screenKey } from './step-values.ts';

type Answers = Readonly<Record<string, Answer>>;

/** What the person record says: what was last recorded on the screen in this case, else what was held before it. */
function onPerson(field: string, { record, input }: CaseState): Answer | undefined {
  const said = record.findLast(({ source }) => source.kind === 'person-field' && source.ref === field);
  if (said !== undefined) return { value: said.value, on: said.on, pulled: { step: said.step, on: said.on } };
  const held = input.held.find(({ kind, ref }) => kind === 'person-field' && ref === field);
  return held === undefined ? undefined : { value: held.value, on: input.on, pulled: { step: null, on: input.on } };
}

/** Every copy of the answer to a question of an earlier form, from the latest step that has one; none where there is none. */
function onForm(key: string, { steps }: CaseState): readonly (readonly [string, Answer])[] {
  const step = steps.findLast(({ status, answers }) => status !== 'cancelled' && Object.hasOwn(answers, key));
  return Object.entries(step?.answers ?? {})
    .filter(([at]) => at === key || at.startsWith(`${key}\t`))
    .map(([at, { value, on }]) => [at.slice(key.length), { value, on, pulled: { step: step?.key ?? null, on } }]);
}

function pulledInto(question: Question, state: CaseState, on: string): readonly (readonly [string, Answer])[] {
  const { pulledFrom } = question;
  if (pulledFrom === null) return [];
  const key = questionKey(question.form, question.code);
  if (pulledFrom.kind === 'question')
    return onForm(questionKey(pulledFrom.form, pulledFrom.question), state).map(([copy, answer]) => [
      `${key}${copy}`,
      { ...answer, on },
    ]);
  const answer = onPerson(pulledFrom.field, state);
  return answer === undefined ? [] : [[key, { ...answer, on }]];
}

/** What stands in a step's pulled questions when it starts on a day, by `answerKey`. */
export const pulledAnswers = (definition: StepDefinition | undefined, state: CaseState, on: string): Answers =>
  Object.fromEntries(
    (definition?.activities ?? []).flatMap(({ questions }) =>
      questions.flatMap((question) => pulledInto(question, state, on)),
    ),
  );

const isScreen = (kind: string): boolean => SCREEN_KINDS.some((screen) => screen === kind);

/** What was held on a step's screens outside forms before the case began, by `screenKey`: known from the start of the step. */
export const heldOnScreens = (definition: StepDefinition | undefined, { input }: CaseState, on: string): Answers =>
  Object.fromEntries(
    (definition?.sources ?? []).flatMap(({ source: { kind, ref } }) => {
      const held = isScreen(kind) ? input.held.find((value) => value.kind === kind && value.ref === ref) : undefined;
      return held === undefined
        ? []
        : [[screenKey(kind, ref), { value: held.value, on, pulled: { step: null, on: input.on } }]];
    }),
  );
