import type { CellTexts } from '#diagram/fields/field-column.ts';
import { problemsByRow } from '#diagram/fields/row-lookups.ts';
import { laneOf, orderSteps } from '#diagram/order-steps.ts';
import type { MapOverlay, StepMark } from '#diagram/overlays/overlay.ts';
import type { RouteOnMap } from '#diagram/route.ts';
import type { Problem } from '#model/finding.ts';
import type { NextActionId, StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Form, NextAction, RowRef, StepForm, StepType } from '#model/workspace.ts';

/** What every line of a table has: its texts as the file holds them, and what the reader said of it. */
interface Line {
  readonly key: string;
  readonly texts: CellTexts;
  readonly problems: readonly Problem[];
}

export interface StepLine extends Line {
  readonly step: StepType;
  /** What the overlay says of it. */
  readonly mark: StepMark | null;
  /** Its numbers on the lit route. */
  readonly route: readonly number[];
}

export interface ActionLine extends Line {
  readonly action: NextAction;
  readonly from: StepType;
  readonly isLit: boolean;
}

export interface ActivityLine extends Line {
  readonly activity: StepForm;
  readonly step: StepType;
  readonly form: Form | null;
  readonly questions: number;
  /** On how many steps the form stands. */
  readonly steps: number;
}

/** Which rows the tables show: those of the whole map, of one lane, or of one step. */
export type TableScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'lane'; readonly lane: string }
  | { readonly kind: 'step'; readonly step: StepTypeId };

/** What lines are made from. */
export interface LinesFrom {
  readonly index: WorkspaceIndex;
  readonly problems: readonly Problem[];
  readonly textsAt: (at: RowRef) => CellTexts;
  readonly overlay: MapOverlay | null;
  readonly route: RouteOnMap | null;
  /** Steps that are shown at all; null: every one. */
  readonly only: ReadonlySet<StepTypeId> | null;
}

const NONE: readonly never[] = [];

function lineOf({ problems, textsAt }: LinesFrom, key: string, at: RowRef): Line {
  return { key, texts: textsAt(at), problems: problemsByRow(problems, at.file).get(at.row) ?? NONE };
}

/** The steps that are in scope, lane by lane in reading order. */
function stepsIn({ index, only }: LinesFrom, scope: TableScope): readonly StepType[] {
  const { stepTypes, nextActions } = index.workspace;
  const ordered = [...orderSteps(stepTypes, nextActions).values()].flat();
  const shown = only === null ? ordered : ordered.filter((step) => only.has(step.id));
  if (scope.kind === 'all') return shown;
  return shown.filter((step) => (scope.kind === 'lane' ? laneOf(step) === scope.lane : step.id === scope.step));
}

export const stepLines = (from: LinesFrom, scope: TableScope): readonly StepLine[] =>
  stepsIn(from, scope).map((step) => ({
    ...lineOf(from, step.id, step.at),
    step,
    mark: from.overlay?.steps.get(step.id) ?? null,
    route: from.route?.numbers.get(step.id) ?? NONE,
  }));

export const actionLines = (from: LinesFrom, scope: TableScope): readonly ActionLine[] =>
  stepsIn(from, scope).flatMap((step) =>
    (from.index.nextActionsFrom.get(step.id) ?? []).map((action) => ({
      ...lineOf(from, action.id, action.at),
      action,
      from: step,
      isLit: from.route?.nextActions.has(action.id) ?? false,
    })),
  );

export const activityLines = (from: LinesFrom, scope: TableScope): readonly ActivityLine[] =>
  stepsIn(from, scope).flatMap((step) =>
    (from.index.formsOfStep.get(step.id) ?? []).map((activity) => ({
      ...lineOf(from, `${activity.stepType}/${activity.form}`, activity.at),
      activity,
      step,
      form: from.index.forms.get(activity.form) ?? null,
      questions: from.index.questionsOfForm.get(activity.form)?.length ?? 0,
      steps: from.index.stepsOfForm.get(activity.form)?.length ?? 0,
    })),
  );

/** The step and lane of what is chosen; null where nothing is. */
export function standingOf(
  index: WorkspaceIndex,
  step: StepTypeId | null,
  nextAction: NextActionId | null,
): StepType | null {
  const from = nextAction === null ? undefined : index.nextActions.get(nextAction)?.from;
  const id = from ?? step;
  return (id === null ? undefined : index.stepTypes.get(id)) ?? null;
}
