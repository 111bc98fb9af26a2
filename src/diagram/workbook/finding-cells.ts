import { nameOfStep } from '#diagram/describe-step.ts';
import type { Finding } from '#model/finding.ts';
import { nextActionId, stepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';

/** The route of a finding: its steps, and what is chosen in each. */
export function routeInWords(index: WorkspaceIndex, { route }: Finding): string {
  const steps = (route ?? []).map(({ stepType, nextAction }) => {
    const action = nextAction === null ? undefined : index.nextActions.get(nextActionId(nextAction));
    return `${nameOfStep(index, stepType)}${nextAction === null ? '' : ` → “${action?.label || nextAction}” →`}`;
  });
  return steps.join(' ');
}

/** The first of a finding's places that names a step, a form or a question; empty where none does. */
export const firstPlace = ({ places }: Finding, member: 'form' | 'question'): string =>
  places.flatMap((place) => place[member] ?? [])[0] ?? '';

/** The name of the first step that a finding names. */
export function firstStep(index: WorkspaceIndex, { places }: Finding): string {
  const [step] = places.flatMap((place) => place.stepType ?? []);
  return step === undefined ? '' : nameOfStep(index, stepTypeId(step));
}

/** What a list of findings says of each, by column. */
export const FINDING_COLUMNS = [
  'id',
  'kind',
  'severity',
  'certainty',
  'message',
  'step',
  'form',
  'question',
  'fact',
  'items',
  'route',
  'decision',
  'reason',
  'by',
  'on',
] as const;

/** A finding as the cells of a list. */
export function findingCells(
  index: WorkspaceIndex,
  finding: Finding,
): Readonly<Record<(typeof FINDING_COLUMNS)[number], string>> {
  const { decision } = finding;
  return {
    id: finding.id,
    kind: finding.kind,
    severity: finding.severity,
    certainty: finding.certainty ?? '',
    message: finding.message,
    step: firstStep(index, finding),
    form: firstPlace(finding, 'form'),
    question: firstPlace(finding, 'question'),
    fact: finding.fact,
    items: finding.items.join('; '),
    route: routeInWords(index, finding),
    decision: decision?.decision ?? '',
    reason: decision?.reason ?? '',
    by: decision?.by ?? '',
    on: decision?.on ?? '',
  };
}
