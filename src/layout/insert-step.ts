import type { Diagram, DiagramStep, LaidOutDiagram, PlacedLane, PlacedStep } from '#diagram/diagram.ts';
import { BESIDE } from '#diagram/lettering.ts';
import { placeEnds } from './from-elk.ts';
import { stretch } from './stretch.ts';
import { sizeOfEnds } from './to-elk.ts';

/** Where the room for a new row begins below a step: above the first bends of the lines that leave it. */
const BELOW = 8;
const MARGIN = 16;
const LEFT = 28;
const BESIDE_LINE = 12;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A step at a place of its own, with what stands beside it. */
export function placeStepAt(step: DiagramStep, x: number, y: number): PlacedStep {
  const box = { x, y, ...step.closedSize };
  const middle = y + box.height / 2;
  const { startWidth, startHeight } = BESIDE;
  const ends = step.ends.length === 0 ? null : sizeOfEnds(step);
  return {
    step,
    box,
    start: step.starts
      ? { x: x - startWidth, y: middle - startHeight / 2, width: startWidth, height: startHeight }
      : null,
    ends: ends === null ? [] : placeEnds(step, { x: x + box.width, y: middle - ends.height / 2, ...ends }),
  };
}

/** What a height runs through: upright lines, and whatever reaches from above it to below it. */
function spansAt(picture: LaidOutDiagram, height: number): readonly Span[] {
  const crosses = (top: number, bottom: number): boolean => top < height && bottom > height;
  const boxes = picture.steps.flatMap(({ box, ends }) => [box, ...ends.map((end) => end.label)]);
  const labels = picture.lines.map((placed) => placed.label);
  const lines = picture.lines.flatMap(({ points }) =>
    points.slice(1).flatMap((point, index): readonly Span[] => {
      const before = points[index] ?? point;
      const isThrough = crosses(Math.min(before.y, point.y), Math.max(before.y, point.y));
      return isThrough ? [{ from: point.x - BESIDE_LINE, to: point.x + BESIDE_LINE }] : [];
    }),
  );
  const through = [...boxes, ...labels].filter((box) => crosses(box.y, box.y + box.height));
  return [...lines, ...through.map((box) => ({ from: box.x - MARGIN, to: box.x + box.width + MARGIN }))];
}

/** The left edge nearest to the wanted one from which a width is free. */
function freeLeft(spans: readonly Span[], wanted: number, least: number, width: number): number {
  const isFree = (left: number): boolean => spans.every((span) => span.to <= left || span.from >= left + width);
  const candidates = [wanted, ...spans.flatMap((span) => [span.to, span.from - width])];
  const free = candidates.filter((left) => left >= least && isFree(left));
  return free.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ?? wanted;
}

/** The height at which room is made: below a step of the lane that leads here, or above one that this leads to. */
function findRow(
  picture: LaidOutDiagram,
  diagram: Diagram,
  step: DiagramStep,
): { readonly x: number; readonly y: number } {
  const inLane = (id: string): PlacedStep | undefined =>
    picture.steps.find((placed) => placed.step.stepType === id && placed.step.lane === step.lane);
  const [before] = diagram.lines.flatMap((line) => (line.to === step.stepType ? (inLane(line.from) ?? []) : []));
  if (before !== undefined) return { x: before.box.x, y: before.box.y + before.box.height + BELOW };
  const [after] = diagram.lines.flatMap((line) => (line.from === step.stepType ? (inLane(line.to) ?? []) : []));
  if (after !== undefined) return { x: after.box.x, y: after.box.y - BELOW };
  const lane = picture.lanes.find((candidate) => candidate.name === step.lane)?.box;
  const others = picture.steps.filter((placed) => placed.step.lane === step.lane);
  const first = others[0]?.box.x ?? (lane?.x ?? 0) + LEFT + BESIDE.startWidth;
  return { x: first, y: (lane?.y ?? 0) + (lane?.height ?? 0) };
}

/** The step's lane, newly made where there was none: in the order of the diagram. */
export function withLane(picture: LaidOutDiagram, diagram: Diagram, name: string): LaidOutDiagram {
  if (picture.lanes.some((lane) => lane.name === name)) return picture;
  const order = diagram.lanes.indexOf(name);
  const next = picture.lanes.find((lane) => diagram.lanes.indexOf(lane.name) > order);
  const last = picture.lanes.at(-1)?.box;
  const y = next?.box.y ?? (last === undefined ? 0 : last.y + last.height);
  const made: PlacedLane = { name, box: { x: last?.x ?? 0, y, width: picture.size.width, height: 0 } };
  const lanes = [...picture.lanes, made].toSorted(
    (one, other) => diagram.lanes.indexOf(one.name) - diagram.lanes.indexOf(other.name),
  );
  return { ...picture, lanes };
}

/** Makes room at a height, all of it in one lane: the lane above ends where it ended. */
function deepen(picture: LaidOutDiagram, name: string, y: number, by: number): LaidOutDiagram {
  const before = new Map(picture.lanes.map((lane) => [lane.name, lane.box]));
  const at = { x: Number.POSITIVE_INFINITY, y };
  const pushed = stretch(picture, { at, by: { width: 0, height: by } });
  return {
    ...pushed,
    lanes: pushed.lanes.map((lane): PlacedLane => {
      const was = before.get(lane.name) ?? lane.box;
      if (lane.name === name) return { name, box: { ...was, height: was.height + by } };
      return was.y + was.height <= y ? { name: lane.name, box: was } : lane;
    }),
  };
}

/** Puts a new step into a picture, in a row that is made for it; nothing changes its order. */
export function insertStep(picture: LaidOutDiagram, diagram: Diagram, step: DiagramStep): LaidOutDiagram {
  const base = withLane(picture, diagram, step.lane);
  const row = findRow(base, diagram, step);
  const ends = step.ends.length === 0 ? { width: 0, height: 0 } : sizeOfEnds(step);
  const before = step.starts ? BESIDE.startWidth : 0;
  const own = diagram.lines.filter((line) => line.from === step.stepType || line.to === step.stepType);
  const margin = MARGIN + Math.max(0, ...own.map((line) => line.label.size.height));
  const depth = Math.max(step.closedSize.height, ends.height);
  const corner = base.lanes[0]?.box.x ?? 0;
  const width = before + step.closedSize.width + ends.width;
  const left = freeLeft(spansAt(base, row.y), row.x - before, corner + LEFT, width) + before;
  const deep = deepen(base, step.lane, row.y, depth + 2 * margin);
  const placed = placeStepAt(step, left, row.y + margin + (depth - step.closedSize.height) / 2);
  const right = left + step.closedSize.width + ends.width + LEFT - corner;
  const wide = Math.max(deep.size.width, right);
  return {
    ...deep,
    size: { ...deep.size, width: wide },
    lanes: deep.lanes.map((lane) => ({ ...lane, box: { ...lane.box, width: wide } })),
    steps: [...deep.steps, placed],
  };
}
