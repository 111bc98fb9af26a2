import type { Box, LaidOutDiagram, PlacedLine, PlacedStep, Point } from '#diagram/diagram.ts';

export const movePoint = (point: Point, by: Point): Point => ({ x: point.x + by.x, y: point.y + by.y });

export const moveBox = (box: Box, by: Point): Box => ({ ...box, x: box.x + by.x, y: box.y + by.y });

/** A step with everything that stands beside it, moved as one. */
export const movePlacedStep = (placed: PlacedStep, by: Point): PlacedStep => ({
  ...placed,
  box: moveBox(placed.box, by),
  start: placed.start === null ? null : moveBox(placed.start, by),
  ends: placed.ends.map((end) => ({
    ...end,
    label: moveBox(end.label, by),
    marker: movePoint(end.marker, by),
  })),
});

export const moveLine = (placed: PlacedLine, by: Point): PlacedLine => ({
  ...placed,
  points: placed.points.map((point) => movePoint(point, by)),
  label: moveBox(placed.label, by),
});

/** The whole picture, moved. */
export const movePicture = (picture: LaidOutDiagram, by: Point): LaidOutDiagram => ({
  ...picture,
  lanes: picture.lanes.map((lane) => ({ ...lane, box: moveBox(lane.box, by) })),
  steps: picture.steps.map((placed) => movePlacedStep(placed, by)),
  lines: picture.lines.map((placed) => moveLine(placed, by)),
  ...(picture.stretches === undefined
    ? {}
    : { stretches: picture.stretches.map((room) => ({ ...room, at: movePoint(room.at, by) })) }),
});

const isNear = (one: number, other: number): boolean => Math.abs(one - other) < 0.5;

/** Where the end of a line is when its step has moved or grown: at the same place of the step's edge. */
export function attach(point: Point, before: Box, after: Box): Point {
  const atBottom = isNear(point.y, before.y + before.height);
  const atRight = isNear(point.x, before.x + before.width);
  return {
    x: atRight ? after.x + after.width : after.x + point.x - before.x,
    y: atBottom ? after.y + after.height : after.y + point.y - before.y,
  };
}

/** Puts a bend in a straight line whose ends no longer stand opposite each other. */
function bend(from: Point, to: Point, wasUpright: boolean): readonly Point[] {
  if (isNear(from.x, to.x) || isNear(from.y, to.y)) return [from, to];
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  return wasUpright
    ? [from, { x: from.x, y: middle.y }, { x: to.x, y: middle.y }, to]
    : [from, { x: middle.x, y: from.y }, { x: middle.x, y: to.y }, to];
}

const isUpright = (a: Point | undefined, b: Point | undefined): boolean =>
  a !== undefined && b !== undefined && isNear(a.x, b.x);

/** The first bend in line with a line's start again, as it was before the start moved. */
const alignWith = (end: Point, next: Point, wasUpright: boolean): Point =>
  wasUpright ? { x: end.x, y: next.y } : { x: next.x, y: end.y };

/** Right angles again after the two ends of a line have moved otherwise than its bends. */
export function straighten(before: readonly Point[], after: readonly Point[]): readonly Point[] {
  const points = [...after];
  const last = points.length - 1;
  const [first, second, beforeLast, end] = [points[0], points[1], points[last - 1], points[last]];
  if (first === undefined || second === undefined || beforeLast === undefined || end === undefined) return after;
  if (last === 1) return bend(first, end, isUpright(before[0], before[1]));
  points[1] = alignWith(first, second, isUpright(before[0], before[1]));
  points[last - 1] = alignWith(end, points[last - 1] ?? beforeLast, isUpright(before[last - 1], before[last]));
  return points;
}
