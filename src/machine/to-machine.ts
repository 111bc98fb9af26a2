import { choicesOf } from '#model/choices.ts';
import { groupBy } from '#model/index-workspace.ts';
import type { NextAction, NextActionRule, StepType, Workspace } from '#model/workspace.ts';

/*
 * The bridge between Mosaic's words and XState's:
 *
 *   step type      ↔ state
 *   next action    ↔ event and transition
 *   mandatory-if   ↔ guard
 *   may initiate   ↔ initial
 *   terminator     ↔ final
 *
 * A child has a set of open steps; a chart of this kind is in one state at a time. What that loses when another tool
 * runs the chart: choosing several next actions at once (`meta.choices` of a state lists the smallest sets that may be
 * chosen; every next action in a set begins a branch of its own), an immediate next action leaving its own step open,
 * and starting anywhere but at the first step type that may start (`meta.stepType.mayStart` marks them all). A guard
 * says when a next action must be chosen; XState reads a guard as when it may. `opens`, clocks and everything else of
 * a row stand in `meta`. Nothing is lost when the chart is read back here.
 */

/** The word in the chart's `meta` that tells it is one of ours. */
export const CHART_FORMAT = 'throughline-chart/1';

/** The final states. No step type can have such a key: in those, brackets are escaped. */
export const END_STATE = '(end)';
export const UNKNOWN_STATE = '(not known)';

export interface ChartTransition {
  readonly target: string;
  readonly description: string;
  readonly guard?: string;
  readonly meta: { readonly nextAction: NextAction };
}

export interface ChartStepState {
  readonly id: string;
  readonly description: string;
  readonly on: Readonly<Record<string, ChartTransition>>;
  readonly meta: {
    readonly stepType: StepType;
    /** The smallest sets of next actions that may be chosen together; several in one set are parallel branches. */
    readonly choices: readonly (readonly string[])[];
  };
}

export interface ChartFinalState {
  readonly id: string;
  readonly type: 'final';
  readonly description: string;
}

/** A workflow as plain XState JSON. */
export interface XStateChart {
  readonly id: string;
  readonly initial?: string;
  readonly states: Readonly<Record<string, ChartStepState | ChartFinalState>>;
  readonly meta: {
    readonly format: typeof CHART_FORMAT;
    /** The keys in the order of the files, which an object's members need not keep. */
    readonly stepTypes: readonly string[];
    readonly nextActions: readonly string[];
  };
}

/** A key as a name that XState takes literally: `.` would part states, `*` match any event. Two keys never share one. */
export const chartKey = (raw: string): string =>
  raw.replaceAll(/[^A-Za-z0-9_-]|^_(?=_)/gu, (letter) => `~${(letter.codePointAt(0) ?? 0).toString(16)}~`);

const targetKey = ({ to }: NextAction): string => {
  if (to.kind === 'step') return chartKey(to.stepType);
  return to.kind === 'end' ? END_STATE : UNKNOWN_STATE;
};

const guardOf = (rules: readonly NextActionRule[]): string =>
  rules
    .flatMap((rule) =>
      rule.kind === 'mandatory-if' ? [`mandatory-if:${rule.form}/${rule.question}=${rule.answer}`] : [],
    )
    .join('; ');

function toTransition(nextAction: NextAction): ChartTransition {
  const guard = guardOf(nextAction.rules);
  return {
    target: `#${targetKey(nextAction)}`,
    description: nextAction.label,
    ...(guard === '' ? {} : { guard }),
    meta: { nextAction },
  };
}

const toState = (stepType: StepType, actions: readonly NextAction[]): ChartStepState => ({
  id: chartKey(stepType.id),
  description: stepType.name,
  on: Object.fromEntries(actions.map((action) => [chartKey(action.id), toTransition(action)])),
  meta: {
    stepType,
    choices: choicesOf(stepType, actions).smallest.map((choice) => choice.map(({ id }) => id)),
  },
});

/** The step types and next actions of a workspace as plain XState JSON, which `createMachine` takes as it is. */
export function toXStateJson({ stepTypes, nextActions }: Pick<Workspace, 'stepTypes' | 'nextActions'>): XStateChart {
  const from = groupBy(nextActions, (action) => action.from);
  const first = stepTypes.find(({ mayStart }) => mayStart) ?? stepTypes[0];
  return {
    id: '(workflow)',
    ...(first === undefined ? {} : { initial: chartKey(first.id) }),
    states: {
      ...Object.fromEntries(stepTypes.map((step) => [chartKey(step.id), toState(step, from.get(step.id) ?? [])])),
      ...(first === undefined
        ? {}
        : {
            [END_STATE]: { id: END_STATE, type: 'final', description: 'End' },
            [UNKNOWN_STATE]: { id: UNKNOWN_STATE, type: 'final', description: 'Not known' },
          }),
    },
    meta: {
      format: CHART_FORMAT,
      stepTypes: stepTypes.map(({ id }) => id),
      nextActions: nextActions.map(({ id }) => id),
    },
  };
}
