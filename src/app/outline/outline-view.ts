import { laneOf } from '#diagram/order-steps.ts';
import type { TableScope } from '#diagram/outline/table-lines.ts';
import { standingOf } from '#diagram/outline/table-lines.ts';
import { asWord } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { StepType } from '#model/workspace.ts';
import type { View } from '#store/view.ts';

export const TABLES = ['steps', 'actions', 'forms'] as const;
/** Which table stands beside the tree. */
export type OutlineTable = (typeof TABLES)[number];
export const SCOPES = ['all', 'lane', 'step'] as const;
/** Whose rows the tables show. */
export type ScopeKind = (typeof SCOPES)[number];

/** What the address says of the outline alone. */
export interface OutlineView {
  readonly table: OutlineTable;
  readonly rows: ScopeKind;
  /** The lane that is chosen, while no step is. */
  readonly lane: string;
  readonly find: string;
}

/** The outline's words in the address: those of the map beside it are others. */
export const OUTLINE_WORDS = {
  table: 'outline-table',
  rows: 'outline-rows',
  lane: 'outline-lane',
  find: 'outline-find',
} as const;

export const outlineViewOf = ({ own }: View): OutlineView => ({
  table: asWord(TABLES, own[OUTLINE_WORDS.table] ?? '') ?? 'steps',
  rows: asWord(SCOPES, own[OUTLINE_WORDS.rows] ?? '') ?? 'lane',
  lane: own[OUTLINE_WORDS.lane] ?? '',
  find: own[OUTLINE_WORDS.find] ?? '',
});

/** What the tables are about: the step and the lane that are chosen, and the rows that follow. */
export interface Standing {
  readonly step: StepType | null;
  /** Empty where no lane is chosen. */
  readonly lane: string;
  readonly scope: TableScope;
}

/** The rows that are asked for, as far as what is chosen allows: without a step its lane's, without a lane all. */
export function standingIn(index: WorkspaceIndex, view: View): Standing {
  const { rows, lane: named } = outlineViewOf(view);
  const step = standingOf(index, view.step, view.nextAction);
  const isKnown = index.workspace.stepTypes.some((one) => laneOf(one) === named);
  const lane = step === null ? (isKnown ? named : '') : laneOf(step);
  if (rows === 'step' && step !== null) return { step, lane, scope: { kind: 'step', step: step.id } };
  if (rows !== 'all' && lane !== '') return { step, lane, scope: { kind: 'lane', lane } };
  return { step, lane, scope: { kind: 'all' } };
}
