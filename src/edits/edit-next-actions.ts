import type { NextActionId, StepTypeId } from '#model/ids.ts';
import type { NextAction, NextActionRule, RowRef, Target, Workspace } from '#model/workspace.ts';
import type { Change, Edit } from '#workspace/apply-edit.ts';
import { formatRules } from '#workspace/rules.ts';
import { NEXT_ACTIONS } from '#workspace/shapes-workflows.ts';
import { removeRows, setCells } from './cells.ts';
import { newKey } from './new-key.ts';

/** A target as its cell holds it. */
export function targetCell(to: Target): string {
  if (to.kind === 'step') return to.stepType;
  return to.kind === 'end' ? 'end' : '';
}

const nameOfTarget = (workspace: Workspace, to: Target): string => {
  if (to.kind !== 'step') return to.kind === 'end' ? 'the end' : 'a place not known';
  return workspace.stepTypes.find((step) => step.id === to.stepType)?.name ?? to.stepType;
};

/** A next action that is to be drawn. */
export interface NewNextAction {
  readonly from: StepTypeId;
  readonly to: Target;
  readonly label: string;
}

/** The key that a new next action gets: `S47_TO_ICPC`. */
export const keyOfNextAction = (workspace: Workspace, { from, to }: NewNextAction): string =>
  newKey(
    `${from} to ${targetCell(to) || 'not known'}`,
    workspace.nextActions.map((action) => action.id),
  );

/** Draws a next action; its label is the name of its target until somebody writes another. */
export function addNextAction(workspace: Workspace, wanted: NewNextAction): Edit {
  const label = wanted.label === '' ? nameOfTarget(workspace, wanted.to) : wanted.label;
  const row = {
    next_action: keyOfNextAction(workspace, wanted),
    label,
    from: wanted.from,
    to: targetCell(wanted.to),
    is_nfa: 'N',
  };
  return { name: `add the next action “${label}”`, changes: [{ kind: 'add', file: NEXT_ACTIONS.file, rows: [row] }] };
}

/** What the inspector changes of a next action, as its cells hold it. */
export type NextActionCells = Partial<
  Record<'label' | 'to' | 'rules' | 'delay_days' | 'is_nfa' | 'times_used' | 'notes', string>
>;

/** Changes cells of a next action. */
export const setNextAction = (action: NextAction, cells: NextActionCells): Edit => ({
  name: `change the next action “${action.label}”`,
  changes: [setCells(action.at, cells)],
});

/** Sets the rules of a next action. */
export const setRules = (action: NextAction, rules: readonly NextActionRule[]): Edit => ({
  name: `change the rules of “${action.label}”`,
  changes: [setCells(action.at, { rules: formatRules(rules) })],
});

/** What refers to a next action, and would mean nothing without it. */
export interface HangingOnAction {
  readonly sources: readonly RowRef[];
  readonly events: readonly RowRef[];
  /** Next actions that may only be chosen together with it. */
  readonly requiredBy: readonly NextAction[];
}

export function hangingOnAction(workspace: Workspace, action: NextActionId): HangingOnAction {
  const isOf = (source: Workspace['sources'][number]): boolean =>
    source.kind === 'next-action' && source.ref === action;
  return {
    sources: workspace.sources.filter(isOf).map((source) => source.at),
    events: workspace.eventPlaces.filter((place) => place.nextAction === action).map((place) => place.at),
    requiredBy: workspace.nextActions.filter((other) => requires(other, action)),
  };
}

/** The rows that would mean nothing without a next action. */
export function rowsHangingOn(workspace: Workspace, action: NextActionId): readonly RowRef[] {
  const { sources, events } = hangingOnAction(workspace, action);
  return [...sources, ...events];
}

const requires = (action: NextAction, key: NextActionId): boolean =>
  action.rules.some((rule) => rule.kind === 'requires' && rule.nextAction === key);

/** Takes next actions away, with the sources and events that are theirs and the rules that name them. */
export function removalOfActions(workspace: Workspace, actions: readonly NextAction[]): readonly Change[] {
  const gone = new Set(actions.map((action) => action.id));
  const hanging = actions.map((action) => hangingOnAction(workspace, action.id));
  const left = new Set(hanging.flatMap((one) => one.requiredBy).filter((other) => !gone.has(other.id)));
  const rules = [...left].map((other) => {
    const kept = other.rules.filter((rule) => rule.kind !== 'requires' || !gone.has(rule.nextAction));
    return setCells(other.at, { rules: formatRules(kept) });
  });
  const rows = [...actions.map((action) => action.at), ...hanging.flatMap((one) => [...one.sources, ...one.events])];
  return [...rules, ...removeRows(rows)];
}

/** Takes a next action away. */
export const removeNextAction = (workspace: Workspace, action: NextAction): Edit => ({
  name: `remove the next action “${action.label}”`,
  changes: removalOfActions(workspace, [action]),
});
