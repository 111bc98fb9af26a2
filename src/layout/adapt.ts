import type { Diagram, DiagramLine, LaidOutDiagram, PlacedLine, PlacedStep } from '#diagram/diagram.ts';
import { insertStep } from './insert-step.ts';
import { removeSteps } from './remove-steps.ts';
import { boxesIn, routeLine } from './route-line.ts';
import { updateLines, updateStep } from './update-kept.ts';

/** From this share of new and removed steps or lines on, a fresh layout reads better than an adapted one. */
const MOST_CHANGED = 0.2;
const FEW = 6;

const isLittle = (changed: number, all: number): boolean => changed <= Math.max(FEW, all * MOST_CHANGED);

/** True when the lanes that stay stand in the same order. */
function keepsLanes(diagram: Diagram, previous: LaidOutDiagram): boolean {
  const before = previous.lanes.map((lane) => lane.name).filter((name) => diagram.lanes.includes(name));
  const after = diagram.lanes.filter((name) => before.includes(name));
  return before.length > 0 && before.every((name, index) => after[index] === name);
}

/** A step that changes its lane leaves its place and gets a new one. */
function goneFrom(diagram: Diagram, previous: LaidOutDiagram): readonly PlacedStep[] {
  const lanes = new Map(diagram.steps.map((step) => [step.stepType, step.lane]));
  return previous.steps.filter((placed) => lanes.get(placed.step.stepType) !== placed.step.lane);
}

function routeNewLines(picture: LaidOutDiagram, added: readonly DiagramLine[]): LaidOutDiagram {
  const steps = new Map(picture.steps.map((placed) => [placed.step.stepType, placed.box]));
  const taken = [...boxesIn(picture)];
  const routed = added.flatMap((line): readonly PlacedLine[] => {
    const [from, to] = [steps.get(line.from), steps.get(line.to)];
    if (from === undefined || to === undefined) return [];
    const route = routeLine(from, to, line.label.size, taken);
    taken.push(route.label);
    return [{ line, ...route }];
  });
  return { ...picture, lines: [...picture.lines, ...routed] };
}

const inOrder = <Value>(values: readonly Value[], ids: readonly string[], idOf: (value: Value) => string): Value[] => {
  const rank = new Map(ids.map((id, index) => [id, index]));
  return values.toSorted((one, other) => (rank.get(idOf(one)) ?? 0) - (rank.get(idOf(other)) ?? 0));
};

/** True when so little is new or gone that a fresh layout would not read better. */
function isLittleChanged(diagram: Diagram, previous: LaidOutDiagram): boolean {
  const gone = goneFrom(diagram, previous);
  const before = new Set(previous.lines.map(({ line }) => line.id));
  const added = diagram.steps.length - previous.steps.length + gone.length;
  const lines = diagram.lines.filter((line) => !before.has(line.id)).length;
  return (
    keepsLanes(diagram, previous) &&
    isLittle(gone.length + added, diagram.steps.length) &&
    isLittle(lines - added * 2, diagram.lines.length)
  );
}

/**
 * A picture from the one before: what is still there keeps its place, new steps get a row of their own beside what leads to
 * them, and only new lines look for a way. Null when so much has changed that a fresh layout reads better.
 */
export function adapt(diagram: Diagram, previous: LaidOutDiagram): LaidOutDiagram | null {
  if (!isLittleChanged(diagram, previous)) return null;
  const gone = goneFrom(diagram, previous);
  const stay = new Set(previous.steps.filter((placed) => !gone.includes(placed)).map(({ step }) => step.stepType));
  const without = updateLines(removeSteps(previous, gone), diagram.lines);
  const kept = diagram.steps.filter((step) => stay.has(step.stepType)).reduce(updateStep, without);
  const added = diagram.steps.filter((step) => !stay.has(step.stepType));
  const placed = added.reduce((now, step) => insertStep(now, diagram, step), kept);
  const known = new Set(placed.lines.map(({ line }) => line.id));
  const routed = routeNewLines(
    placed,
    diagram.lines.filter((line) => !known.has(line.id)),
  );
  const stepIds = diagram.steps.map((step) => step.stepType);
  const lineIds = diagram.lines.map((line) => line.id);
  return {
    ...routed,
    steps: inOrder(routed.steps, stepIds, ({ step }) => step.stepType),
    lines: inOrder(routed.lines, lineIds, ({ line }) => line.id),
  };
}
