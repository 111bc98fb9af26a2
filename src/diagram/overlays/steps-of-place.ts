import type { Audit } from '#model/audit.ts';
import type { Finding, Place } from '#model/finding.ts';
import { type FormId, formId, lookupId, nextActionId, type StepTypeId, stepTypeId } from '#model/ids.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Question, Workspace } from '#model/workspace.ts';

/** The steps that some route comes to. */
export const reachableSteps = (audit: Audit): ReadonlySet<StepTypeId> =>
  new Set(audit.steps.map((step) => stepTypeId(step.stepType)));

const byLookup = new WeakMap<Workspace['questions'], ReadonlyMap<string, readonly Question[]>>();

/** The forms that offer the answers of a lookup. */
function formsWithLookup({ workspace: { questions } }: WorkspaceIndex, lookup: string): readonly FormId[] {
  const known = byLookup.get(questions) ?? groupBy(questions, (question) => question.lookup);
  byLookup.set(questions, known);
  return (known.get(lookupId(lookup)) ?? []).map((question) => question.form);
}

function formsOfPlace(index: WorkspaceIndex, { form, lookup }: Place): readonly FormId[] {
  if (form !== undefined) return [formId(form)];
  return lookup === undefined ? [] : formsWithLookup(index, lookup);
}

/** Where a finding's place is: its own step, that of its next action, or every step with its form or its list of answers. */
export function stepsOfPlace(index: WorkspaceIndex, place: Place): readonly StepTypeId[] {
  if (place.stepType !== undefined) return [stepTypeId(place.stepType)];
  const action = place.nextAction === undefined ? undefined : index.nextActions.get(nextActionId(place.nextAction));
  if (action !== undefined) return [action.from];
  const forms = formsOfPlace(index, place);
  return [...new Set(forms.flatMap((form) => (index.stepsOfForm.get(form) ?? []).map(({ stepType }) => stepType)))];
}

/** Findings by the steps of their first place. */
export function findingsByStep(
  index: WorkspaceIndex,
  findings: readonly Finding[],
): ReadonlyMap<StepTypeId, readonly Finding[]> {
  const byStep = new Map<StepTypeId, Finding[]>();
  for (const finding of findings) {
    const [own] = finding.places;
    if (own === undefined) continue;
    for (const step of stepsOfPlace(index, own)) {
      const known = byStep.get(step);
      if (known === undefined) byStep.set(step, [finding]);
      else known.push(finding);
    }
  }
  return byStep;
}
