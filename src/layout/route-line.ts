import type { Box, LaidOutDiagram, Point, Size } from '#diagram/diagram.ts';
import { drawElbow, type Elbow } from '#diagram/elbow.ts';

/** How far a line keeps from what it passes. */
const CLEAR = 13;
const COST_OF_HIT = 100_000;
const COST_OF_BEND = 60;

/** Everything that takes room in a picture: steps, what stands beside them, and labels. */
export const boxesIn = (picture: Pick<LaidOutDiagram, 'steps' | 'lines'>): readonly Box[] => [
  ...picture.steps.flatMap(({ box, start, ends }) => [
    box,
    ...(start === null ? [] : [start]),
    ...ends.map((end) => end.label),
  ]),
  ...picture.lines.map((placed) => placed.label),
];

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** A stretch of a line with a little room on both sides, but not beyond its ends: there it touches its step. */
const toBox = (a: Point, b: Point): Box => {
  const upright = a.x === b.x;
  const side = 3;
  return {
    x: Math.min(a.x, b.x) - (upright ? side : -1),
    y: Math.min(a.y, b.y) - (upright ? -1 : side),
    width: upright ? 2 * side : Math.max(0, Math.abs(a.x - b.x) - 2),
    height: upright ? Math.max(0, Math.abs(a.y - b.y) - 2) : 2 * side,
  };
};

/** Without repeated points and without points on a straight stretch. */
function simplify(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    const isStraight =
      before !== undefined &&
      last !== undefined &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (isStraight) kept.pop();
    kept.push(point);
  }
  return kept;
}

const lengthOf = (points: readonly Point[]): number =>
  points.slice(1).reduce((sum, point, index) => {
    const before = points[index] ?? point;
    return sum + Math.abs(point.x - before.x) + Math.abs(point.y - before.y);
  }, 0);

/** How good a way is: few bends, short, and through nothing. Not worked out further than what is already known to be too much. */
function costOf(points: readonly Point[], boxes: readonly Box[], most: number): number {
  let cost = points.length * COST_OF_BEND + lengthOf(points);
  for (const [index, point] of points.slice(1).entries()) {
    if (cost >= most) return cost;
    const stretch = toBox(points[index] ?? point, point);
    for (const box of boxes) if (overlaps(stretch, box)) cost += COST_OF_HIT;
  }
  return cost;
}

/** Below a step: close to it, and below everything that stands in its row; or above, the same way. */
function crossingsNear(box: Box, boxes: readonly Box[], side: 'below' | 'above'): readonly number[] {
  const row = boxes.filter((other) => other.y < box.y + box.height + CLEAR && other.y + other.height > box.y - CLEAR);
  return side === 'below'
    ? [box.y + box.height + CLEAR, Math.max(box.y + box.height, ...row.map((other) => other.y + other.height)) + CLEAR]
    : [box.y - CLEAR, Math.min(box.y, ...row.map((other) => other.y)) - CLEAR];
}

/** Out below one step, along a channel past whatever stands between, and into the other from above. */
function* waysBetween(from: Box, to: Box, boxes: readonly Box[]): Generator<readonly Point[]> {
  const start = { x: from.x + from.width / 2, y: from.y + from.height };
  const end = { x: to.x + to.width / 2, y: to.y };
  const channels = [start.x, end.x, ...boxes.flatMap((box) => [box.x - CLEAR, box.x + box.width + CLEAR])];
  for (const out of crossingsNear(from, boxes, 'below')) {
    for (const into of crossingsNear(to, boxes, 'above')) {
      for (const x of new Set(channels)) {
        yield simplify([start, { x: start.x, y: out }, { x, y: out }, { x, y: into }, { x: end.x, y: into }, end]);
      }
    }
  }
}

/** Where on a line its label covers least: in the middle of a long stretch where it can. */
function placeLabel(points: readonly Point[], size: Size, boxes: readonly Box[]): Box {
  let best: Box = { x: 0, y: 0, ...size };
  let least = Number.POSITIVE_INFINITY;
  for (const [index, point] of points.slice(1).entries()) {
    const before = points[index] ?? point;
    const length = Math.abs(point.x - before.x) + Math.abs(point.y - before.y);
    for (const share of [0.5, 0.3, 0.7, 0.15, 0.85]) {
      const x = before.x + (point.x - before.x) * share - size.width / 2;
      const y = before.y + (point.y - before.y) * share - size.height / 2;
      const box = { x, y, ...size };
      const hits = boxes.filter((other) => overlaps(box, other)).length;
      const cost = hits * COST_OF_HIT - length + Math.abs(share - 0.5);
      if (cost >= least) continue;
      [best, least] = [box, cost];
    }
  }
  return best;
}

/** How far from two steps a way between them may lead. */
const DETOUR = 900;

function nearTo(from: Box, to: Box, boxes: readonly Box[]): readonly Box[] {
  const [x, y] = [Math.min(from.x, to.x) - DETOUR, Math.min(from.y, to.y) - DETOUR];
  const right = Math.max(from.x + from.width, to.x + to.width) + DETOUR;
  const bottom = Math.max(from.y + from.height, to.y + to.height) + DETOUR;
  const area = { x, y, width: right - x, height: bottom - y };
  return boxes.filter((box) => overlaps(area, box));
}

/** A way at right angles from one step to another that runs through as little as possible, and its label's place on it. */
export function routeLine(from: Box, to: Box, label: Size, boxes: readonly Box[]): Elbow {
  const around = nearTo(from, to, boxes);
  let points = drawElbow(from, to, label).points;
  const isLoop = from.x === to.x && from.y === to.y;
  let least = isLoop ? 0 : costOf(points, around, Number.POSITIVE_INFINITY);
  for (const way of isLoop ? [] : waysBetween(from, to, around)) {
    const cost = costOf(way, around, least);
    if (cost < least) [points, least] = [way, cost];
  }
  return { points, label: placeLabel(points, label, around) };
}
