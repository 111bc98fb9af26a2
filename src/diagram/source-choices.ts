import type { FactId, FormId, QuestionCode, StepTypeId } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Suggestions } from '#model/suggestion.ts';
import type { Question, StepForm } from '#model/workspace.ts';

/** A question that a fact may be read from. */
export interface QuestionChoice {
  /** `form/user code`. */
  readonly id: string;
  readonly form: FormId;
  readonly question: QuestionCode;
  readonly text: string;
  readonly formTitle: string;
  /** Whether it stands on a form of the step that is looked at. */
  readonly isHere: boolean;
  /** Whether it has to be answered every time the form is filled in there. */
  readonly isSure: boolean;
  /** Why it is proposed; empty: it is not. */
  readonly why: string;
}

const isAlwaysAsked = (question: Question, activities: readonly StepForm[]): boolean =>
  question.mandatory &&
  !question.conditional &&
  activities.length > 0 &&
  activities.every(({ mandatory, kind }) => mandatory && kind === 'form');

const reasonsFor = (suggestions: Suggestions | null, fact: FactId | null): ReadonlyMap<string, string> =>
  new Map(
    (suggestions?.questions ?? []).flatMap(({ form, question, suggestions }): readonly [string, string][] => {
      const own = suggestions.find((one) => one.fact === fact);
      return own === undefined ? [] : [[questionKey(form, question), own.reasons.join('; ')]];
    }),
  );

const rankOf = ({ why, isHere }: QuestionChoice): number => (why === '' ? 2 : 0) + (isHere ? 0 : 1);

/** Every question, those that are proposed for the fact first, then those on the forms of a step. */
export function questionChoices(
  index: WorkspaceIndex,
  step: StepTypeId | null,
  fact: FactId | null,
  suggestions: Suggestions | null,
): readonly QuestionChoice[] {
  const reasons = reasonsFor(suggestions, fact);
  const here = new Map(
    (step === null ? [] : (index.formsOfStep.get(step) ?? [])).map((activity) => [activity.form, activity]),
  );
  const choices = index.workspace.questions.map((question): QuestionChoice => {
    const { form, code, text } = question;
    const own = here.get(form);
    const activities = own === undefined ? (index.stepsOfForm.get(form) ?? []) : [own];
    const id = questionKey(form, code);
    return {
      id,
      form,
      question: code,
      text: text || code,
      formTitle: index.forms.get(form)?.title || form,
      isHere: own !== undefined,
      isSure: isAlwaysAsked(question, activities),
      why: reasons.get(id) ?? '',
    };
  });
  return choices.toSorted((one, other) => rankOf(one) - rankOf(other));
}
