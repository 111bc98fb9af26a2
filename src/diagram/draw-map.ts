import { hasRule } from '#model/choices.ts';
import type { FormId, StepTypeId } from '#model/ids.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { NextAction, StepType } from '#model/workspace.ts';
import { clockLength, describeForms, formsOfStep, nameOfStep } from './describe-step.ts';
import type { ActionLabel, ActionRow, Diagram, DiagramEnd, DiagramLine, DiagramStep, Mark } from './diagram.ts';
import { drawInside, heightOfInside } from './draw-inside.ts';
import { INSIDE, LABEL, STEP } from './lettering.ts';
import { marksOf, signsOf } from './marks.ts';
import { measureText, wrapText } from './measure-text.ts';
import { laneOf, orderSteps } from './order-steps.ts';

/** What of a workspace is drawn, and how far it is opened. */
export interface DrawOptions {
  /** The open steps; for each, which of its forms are open to their questions. */
  readonly open?: ReadonlyMap<StepTypeId, ReadonlySet<FormId>>;
  /** The steps that matter; all of them when absent. */
  readonly only?: ReadonlySet<StepTypeId>;
}

/** A workspace and what of it is drawn. */
interface Drawn {
  readonly index: WorkspaceIndex;
  readonly options: DrawOptions;
}

function drawRow(action: NextAction, marks: readonly Mark[]): ActionRow {
  const words = hasRule(action, 'always') ? `${action.label} (always)` : action.label;
  return { nextAction: action.id, marks, lines: wrapText(words, LABEL.textWidth, LABEL.text, LABEL.mostLines) };
}

function drawLabel(rows: readonly ActionRow[]): ActionLabel {
  const widths = rows.flatMap((row) => row.lines.map((line) => measureText(line, LABEL.text)));
  const lines = rows.reduce((sum, row) => sum + row.lines.length, 0);
  const signs = Math.max(...rows.map((row) => measureText(signsOf(row.marks), LABEL.text)));
  return {
    rows,
    size: {
      width: Math.max(...widths) + signs + LABEL.signGap + 2 * LABEL.paddingX,
      height: lines * LABEL.lineHeight + (rows.length - 1) * LABEL.rowGap + 2 * LABEL.paddingY,
    },
  };
}

const isLeftOut = ({ options }: Drawn, stepType: StepTypeId): boolean => options.only?.has(stepType) === false;

/** The next actions to a step that the picture leaves out: the label names it. */
function drawLeftOut(drawn: Drawn, actions: readonly NextAction[]): readonly DiagramEnd[] {
  const byTarget = groupBy(actions, ({ to }) =>
    to.kind === 'step' && isLeftOut(drawn, to.stepType) ? to.stepType : null,
  );
  return [...byTarget].map(([to, leading]): DiagramEnd => {
    const rows = leading.map((action) => drawRow(action, marksOf(action, false)));
    const target = wrapText(`to ${nameOfStep(drawn.index, to)}`, LABEL.textWidth, LABEL.text, LABEL.mostLines);
    const named = rows.map((row, position) =>
      position === rows.length - 1 ? { ...row, lines: [...row.lines, ...target] } : row,
    );
    return { kind: 'left-out', to, label: drawLabel(named) };
  });
}

function drawEnds(drawn: Drawn, actions: readonly NextAction[]): readonly DiagramEnd[] {
  const ends = (['end', 'unknown'] as const).flatMap((kind): readonly DiagramEnd[] => {
    const leading = actions.filter((action) => action.to.kind === kind);
    if (leading.length === 0) return [];
    return [{ kind, to: null, label: drawLabel(leading.map((action) => drawRow(action, marksOf(action, false)))) }];
  });
  return [...ends, ...drawLeftOut(drawn, actions)];
}

function drawStep(drawn: Drawn, step: StepType): DiagramStep {
  const { index, options } = drawn;
  const open = options.open?.get(step.id);
  const inside = open === undefined ? [] : drawInside(index, step.id, open);
  const nameLines = wrapText(step.name, STEP.width - STEP.paddingLeft - STEP.paddingRight, STEP.name, STEP.mostLines);
  const closedSize = {
    width: STEP.width,
    height: nameLines.length * STEP.nameLineHeight + STEP.formsHeight + STEP.footHeight + 2 * STEP.paddingY,
  };
  return {
    stepType: step.id,
    lane: laneOf(step),
    nameLines,
    formsText: describeForms(formsOfStep(index, step.id)),
    clockText: step.clock === null ? '' : clockLength(step.clock),
    starts: step.mayStart,
    ends: drawEnds(drawn, index.nextActionsFrom.get(step.id) ?? []),
    isOpen: open !== undefined,
    inside,
    size:
      inside.length === 0 ? closedSize : { width: INSIDE.width, height: closedSize.height + heightOfInside(inside) },
    closedSize,
  };
}

/** Every step that some run of next actions leads to from this one. */
function reachedFrom(index: WorkspaceIndex, from: StepTypeId): ReadonlySet<StepTypeId> {
  const reached = new Set<StepTypeId>();
  const open = [from];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    for (const action of index.nextActionsFrom.get(step) ?? []) {
      if (action.to.kind !== 'step' || reached.has(action.to.stepType)) continue;
      reached.add(action.to.stepType);
      open.push(action.to.stepType);
    }
  }
  return reached;
}

const timesUsed = (actions: readonly NextAction[]): number =>
  actions.reduce((sum, action) => sum + (action.timesUsed ?? 0), 0);

function drawLines(index: WorkspaceIndex, order: readonly StepType[]): readonly DiagramLine[] {
  const rank = new Map(order.map((step, position) => [step.id, position]));
  return order.flatMap((step) => {
    const leaving = index.nextActionsFrom.get(step.id) ?? [];
    const byTarget = groupBy(leaving, (action) =>
      action.to.kind === 'step' && rank.has(action.to.stepType) ? action.to.stepType : null,
    );
    return [...byTarget].map(([to, actions]): DiagramLine => {
      const back = (rank.get(to) ?? 0) <= (rank.get(step.id) ?? 0);
      const again = to === step.id || (back && reachedFrom(index, to).has(step.id));
      const rows = actions.map((action) => drawRow(action, marksOf(action, again)));
      const share = timesUsed(actions) / Math.max(1, timesUsed(leaving));
      return { id: `${step.id}→${to}`, from: step.id, to, back, share, label: drawLabel(rows) };
    });
  });
}

/** Draws a workspace's workflows: its lanes, its steps with their sizes, and its next actions with their marks. */
export function drawMap(index: WorkspaceIndex, options: DrawOptions = {}): Diagram {
  const drawn = { index, options };
  const stepTypes = index.workspace.stepTypes.filter((step) => !isLeftOut(drawn, step.id));
  const lanes = orderSteps(stepTypes, index.workspace.nextActions);
  const order = [...lanes.values()].flat();
  return {
    lanes: [...lanes.keys()],
    steps: order.map((step) => drawStep(drawn, step)),
    lines: drawLines(index, order),
  };
}
