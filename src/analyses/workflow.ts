import type { Finding, FindingKind, Place, Severity } from '#model/finding.ts';
import type { StepTypeId } from '#model/ids.ts';
import { CLOCKED_ROLES } from '#model/words.ts';
import type { NextAction, StepType } from '#model/workspace.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { describeAction, describeForm, describeStep, findingId, withDecision } from './describe.ts';
import { routeTo } from './witness.ts';

interface Found {
  readonly kind: Extract<FindingKind, `workflow/${string}`>;
  readonly severity: Severity;
  /** The key of the step type, next action or form that it is about. */
  readonly about: string;
  readonly place: Place;
  readonly step: StepTypeId | null;
  readonly message: string;
}

function toFinding(input: AnalysisInput, found: Found): Finding {
  const step = found.step === null ? undefined : input.flow.numberOf.get(found.step);
  return withDecision(input.index, {
    id: findingId(found.kind, found.about),
    kind: found.kind,
    severity: found.severity,
    certainty: null,
    fact: '',
    items: [],
    places: [found.place],
    route: step === undefined ? null : routeTo(input.flow, step),
    message: found.message,
  });
}

const aboutStep = (kind: Found['kind'], severity: Severity, step: StepType, message: string): Found => ({
  kind,
  severity,
  about: step.id,
  place: { stepType: step.id },
  step: step.id,
  message,
});

const aboutAction = (kind: Found['kind'], severity: Severity, action: NextAction, message: string): Found => ({
  kind,
  severity,
  about: action.id,
  place: { stepType: action.from, nextAction: action.id },
  step: action.from,
  message,
});

/** `workflow/unreachable-step`: no route from a first step comes here. */
export function analyseUnreachableSteps(input: AnalysisInput): readonly Finding[] {
  return input.index.workspace.stepTypes
    .filter((step) => !input.flow.numberOf.has(step.id))
    .map((step) =>
      toFinding(
        input,
        aboutStep(
          'workflow/unreachable-step',
          'medium',
          step,
          `No route from a first step comes to ${describeStep(input.index, step.id)}: let a next action lead to it, mark it as one that may start, or take it out if it is retired.`,
        ),
      ),
    );
}

/** `workflow/dead-end`: a reachable step from which no run can come to an end. */
export function analyseDeadEnds(input: AnalysisInput): readonly Finding[] {
  return input.flow.steps
    .filter((_, s) => input.flow.endable[s] !== true)
    .map((step) =>
      toFinding(
        input,
        aboutStep(
          'workflow/dead-end',
          'high',
          step,
          `Work that comes to ${describeStep(input.index, step.id)} can never end: give it a next action to the end, or mark it as one that may end.`,
        ),
      ),
    );
}

const reachableActions = (input: AnalysisInput): readonly NextAction[] =>
  input.index.workspace.nextActions.filter((action) => input.flow.numberOf.has(action.from));

/** `workflow/unknown-target`: nobody has said where a next action leads. */
export function analyseUnknownTargets(input: AnalysisInput): readonly Finding[] {
  return reachableActions(input)
    .filter((action) => action.to.kind === 'unknown')
    .map((action) =>
      toFinding(
        input,
        aboutAction(
          'workflow/unknown-target',
          'medium',
          action,
          `The next action ${describeAction(action)} of ${describeStep(input.index, action.from)} does not say where it leads: write a step type or “end” in its “to”.`,
        ),
      ),
    );
}

/** `workflow/never-used-action`: a next action that nobody took while its step was completed. */
export function analyseNeverUsedActions(input: AnalysisInput): readonly Finding[] {
  return reachableActions(input).flatMap((action) => {
    const completed = input.index.stepTypes.get(action.from)?.completedPerYear ?? 0;
    if (action.timesUsed !== 0 || completed <= 0) return [];
    const message = `The next action ${describeAction(action)} was never used in a year in which ${describeStep(input.index, action.from)} was completed ${completed.toLocaleString('en-GB')} times: ask whether it is still wanted.`;
    return [toFinding(input, aboutAction('workflow/never-used-action', 'low', action, message))];
  });
}

function impossibleAt(input: AnalysisInput, step: StepType): readonly Finding[] {
  const { index } = input;
  const actions = index.nextActionsFrom.get(step.id) ?? [];
  const choices = index.choices.get(step.id);
  if (actions.length === 0 || choices === undefined) return [];
  if (choices.smallest.length === 0) {
    return [
      toFinding(
        input,
        aboutStep(
          'workflow/impossible-choice',
          'high',
          step,
          `The rules on the next actions of ${describeStep(index, step.id)} leave no choice that keeps them all, so it can never be finished: look at its “always”, “one-of” and “requires” rules.`,
        ),
      ),
    ];
  }
  return actions
    .filter((action) => !choices.live.includes(action))
    .map((action) =>
      toFinding(
        input,
        aboutAction(
          'workflow/impossible-choice',
          'high',
          action,
          `The next action ${describeAction(action)} of ${describeStep(index, step.id)} can never be chosen, as its rules and those of the next actions it needs shut each other out: look at its “one-of” and “requires” rules.`,
        ),
      ),
    );
}

/** `workflow/impossible-choice`: a next action that no legal choice contains, or a step that no choice can finish. */
export function analyseImpossibleChoices(input: AnalysisInput): readonly Finding[] {
  return input.flow.steps.flatMap((step) => impossibleAt(input, step));
}

/** `workflow/form-not-used`: a form on no reachable step. */
export function analyseUnusedForms(input: AnalysisInput): readonly Finding[] {
  const { index, flow } = input;
  return index.workspace.forms
    .filter((form) => !(index.stepsOfForm.get(form.id) ?? []).some((activity) => flow.numberOf.has(activity.stepType)))
    .map((form) =>
      toFinding(input, {
        kind: 'workflow/form-not-used',
        severity: 'low',
        about: form.id,
        place: { form: form.id },
        step: null,
        message: `${describeForm(index, form.id)} stands on no step that a route reaches: put it on a step in step-forms.csv, or take it out if it is retired.`,
      }),
    );
}

/** `workflow/clock-missing`: work that runs against a statutory clock, with no clock written down. */
export function analyseMissingClocks(input: AnalysisInput): readonly Finding[] {
  return input.flow.steps.flatMap((step) => {
    const role = CLOCKED_ROLES.find((clocked) => step.roles.includes(clocked));
    if (role === undefined || step.clock !== null) return [];
    const message = `${describeStep(input.index, step.id)} has the role “${role}”, which runs against a statutory clock, but no clock is written down: fill in clock_length, clock_unit and clock_from.`;
    return [toFinding(input, aboutStep('workflow/clock-missing', 'low', step, message))];
  });
}
