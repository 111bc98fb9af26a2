import { describePlace } from '#diagram/describe-place.ts';
import { nameOfStep } from '#diagram/describe-step.ts';
import { describeRoute } from '#diagram/route.ts';
import type { Place, Route } from '#model/finding.ts';
import { factId, stepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';

/** What people call a fact; its key where nobody has named it. */
export const factName = (index: WorkspaceIndex, id: string): string => index.facts.get(factId(id))?.name || id;

/** What people call a step type. */
export const stepName = (index: WorkspaceIndex, id: string): string => nameOfStep(index, stepTypeId(id));

/** A route on one line, next actions in quotes: `Contact → “Progress to referral” → Referral`. */
export function routeInWords(index: WorkspaceIndex, route: Route): string {
  return describeRoute(index, route, [])
    .flatMap(({ name, nextAction }) => (nextAction === '' ? [name] : [name, `“${nextAction}”`]))
    .join(' → ');
}

/** A place on one line, from the step inwards: `Referral: “Date of birth” on Referral record`. */
export function placeInWords(index: WorkspaceIndex, place: Place): string {
  const step = place.stepType === undefined ? '' : stepName(index, place.stepType);
  return [step, describePlace(index, place)].filter((words) => words !== '').join(': ');
}
