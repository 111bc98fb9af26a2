import type { Finding, Place, Route } from '#model/finding.ts';
import { type NextActionId, type StepTypeId, stepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { describePlace } from './describe-place.ts';
import { nameOfStep } from './describe-step.ts';

/** A route as the picture shows it: the numbers on each step (several where it comes round again) and its next actions. */
export interface RouteOnMap {
  readonly numbers: ReadonlyMap<StepTypeId, readonly number[]>;
  readonly nextActions: ReadonlySet<NextActionId>;
}

export function routeOnMap(route: Route): RouteOnMap {
  const numbers = new Map<StepTypeId, number[]>();
  for (const [index, step] of route.entries()) {
    numbers.set(step.stepType, [...(numbers.get(step.stepType) ?? []), index + 1]);
  }
  const nextActions = route.flatMap((step) => (step.nextAction === null ? [] : [step.nextAction]));
  return { numbers, nextActions: new Set(nextActions) };
}

/** One line of a route in words. */
export interface RouteLine {
  readonly number: number;
  readonly stepType: StepTypeId;
  readonly name: string;
  /** The next action taken out of the step; empty at the last. */
  readonly nextAction: string;
  /** What the finding names in this step. */
  readonly places: readonly string[];
}

/** A route in words, with the places of a finding beside the steps they stand in. */
export function describeRoute(index: WorkspaceIndex, route: Route, places: readonly Place[]): readonly RouteLine[] {
  return route.map((step, position) => {
    const here = places.filter((place) => place.stepType === step.stepType);
    const words = here.map((place) => describePlace(index, place)).filter((text) => text !== '');
    const action = step.nextAction === null ? undefined : index.nextActions.get(step.nextAction);
    return {
      number: position + 1,
      stepType: step.stepType,
      name: nameOfStep(index, step.stepType),
      nextAction: action?.label ?? step.nextAction ?? '',
      places: [...new Set(words)],
    };
  });
}

/** The steps that a finding is about, in the order of its places. */
export const stepsOfFinding = (finding: Finding): readonly StepTypeId[] => [
  ...new Set(finding.places.flatMap((place) => (place.stepType === undefined ? [] : [stepTypeId(place.stepType)]))),
];
