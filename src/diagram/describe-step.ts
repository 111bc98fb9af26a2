import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Clock } from '#model/workspace.ts';

/** "1 form", "2 forms": a count and its noun. */
export const count = (number: number, noun: string, nouns = `${noun}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? noun : nouns}`;

const UNIT = { 'working days': 'working day', days: 'day', months: 'month' } as const;

/** How long a step may take: "45 working days". */
export const clockLength = (clock: Clock): string => count(clock.length, UNIT[clock.unit]);

export interface FormOfStep {
  readonly form: string;
  readonly title: string;
  readonly kind: string;
  readonly mandatory: boolean;
  readonly questions: number;
}

/** What a step carries: each form, letter and schedule, with how many questions it asks. */
export function formsOfStep(index: WorkspaceIndex, stepType: StepTypeId): readonly FormOfStep[] {
  return (index.formsOfStep.get(stepType) ?? []).map((activity) => ({
    form: activity.form,
    title: index.forms.get(activity.form)?.title ?? activity.form,
    kind: activity.kind,
    mandatory: activity.mandatory,
    questions: index.questionsOfForm.get(activity.form)?.length ?? 0,
  }));
}

/** "2 forms · 38 questions", or "no forms". */
export function describeForms(forms: readonly FormOfStep[]): string {
  if (forms.length === 0) return 'No forms';
  const questions = forms.reduce((sum, form) => sum + form.questions, 0);
  return `${count(forms.length, 'form')} · ${count(questions, 'question')}`;
}

/** A step type's name; its key where the workspace has no such step type. */
export const nameOfStep = (index: WorkspaceIndex, stepType: StepTypeId): string =>
  index.stepTypes.get(stepType)?.name || stepType;
