import { targetCell } from '#edits/edit-next-actions.ts';
import type { NextAction, NextActionRule, StepType, Workspace } from '#model/workspace.ts';
import type { Change } from '#workspace/apply-edit.ts';
import { formatRules } from '#workspace/rules.ts';
import { NEXT_ACTIONS, STEP_TYPES } from '#workspace/shapes-workflows.ts';

type Row = Readonly<Record<string, string>>;

const flag = (value: boolean): string => (value ? 'Y' : 'N');
const amount = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);
const list = (values: readonly string[]): string =>
  values
    .map((value) => value.replaceAll(';', ',').trim())
    .filter((value) => value !== '')
    .join('; ');

const stepRow = (step: StepType): Row => ({
  step_type: step.id,
  name: step.name,
  workflow: step.workflow,
  roles: list(step.roles),
  may_start: flag(step.mayStart),
  may_end: flag(step.mayEnd),
  opens: list(step.opens),
  per: step.per,
  team: step.team,
  clock_length: amount(step.clock?.length),
  clock_unit: step.clock?.unit ?? '',
  clock_from: step.clock?.from ?? '',
  clock_basis: step.clock?.basis ?? '',
  completed_per_year: amount(step.completedPerYear),
  notes: step.notes,
});

/** A group's name ends at the signs that part rules. */
const plainGroup = (rule: NextActionRule): NextActionRule =>
  rule.kind === 'one-of' ? { ...rule, group: rule.group.replaceAll(/[;"\p{Cc}]/gu, ' ').trim() || 'choice' } : rule;

const actionRow = (action: NextAction): Row => ({
  next_action: action.id,
  label: action.label,
  from: action.from,
  to: targetCell(action.to),
  rules: formatRules(action.rules.map(plainGroup)),
  delay_days: amount(action.delayDays),
  is_nfa: flag(action.isNfa),
  times_used: amount(action.timesUsed),
  notes: action.notes,
});

/** Step types and next actions as rows that are added below those of a workspace. */
export function workflowRows({
  stepTypes,
  nextActions,
}: Pick<Workspace, 'stepTypes' | 'nextActions'>): readonly Change[] {
  return [
    { kind: 'add', file: STEP_TYPES.file, rows: stepTypes.map(stepRow) },
    ...(nextActions.length === 0
      ? []
      : [{ kind: 'add', file: NEXT_ACTIONS.file, rows: nextActions.map(actionRow) } as const]),
  ];
}
