import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Question } from '#model/workspace.ts';

/** Every question on the forms of a step, once. */
export function questionsOfStep(index: WorkspaceIndex, step: StepTypeId): readonly Question[] {
  const forms = new Set((index.formsOfStep.get(step) ?? []).map((activity) => activity.form));
  return [...forms].flatMap((form) => index.questionsOfForm.get(form) ?? []);
}
