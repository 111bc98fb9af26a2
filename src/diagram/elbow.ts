import type { Box, Point, Size } from './diagram.ts';

/** A line of right angles, and where its label stands on it. */
export interface Elbow {
  readonly points: readonly Point[];
  readonly label: Box;
}

/** How much room a bend needs beside or between two steps. */
const GAP = 22;

const middleX = ({ x, width }: Box): number => x + width / 2;
const middleY = ({ y, height }: Box): number => y + height / 2;
const rightOf = ({ x, width }: Box): number => x + width;
const bottomOf = ({ y, height }: Box): number => y + height;

/** Out below, across in the gap, and in from above; straight down where the two stand nearly above each other. */
function elbowDown(from: Box, to: Box): readonly Point[] {
  const across = (bottomOf(from) + to.y) / 2;
  const start = { x: middleX(from), y: bottomOf(from) };
  const end = { x: middleX(to), y: to.y };
  if (start.x === end.x) return [start, end];
  return [start, { x: start.x, y: across }, { x: end.x, y: across }, end];
}

function elbowAcross(from: Box, to: Box, isRight: boolean): readonly Point[] {
  const start = { x: isRight ? rightOf(from) : from.x, y: middleY(from) };
  const end = { x: isRight ? to.x : rightOf(to), y: middleY(to) };
  if (start.y === end.y) return [start, end];
  const bend = (start.x + end.x) / 2;
  return [start, { x: bend, y: start.y }, { x: bend, y: end.y }, end];
}

/** Out on the right, along beside both, and in from the right. */
function elbowAround(from: Box, to: Box): readonly Point[] {
  const beside = Math.max(rightOf(from), rightOf(to)) + GAP;
  const isSame = from.x === to.x && from.y === to.y;
  const out = isSame ? from.y + from.height / 3 : middleY(from);
  const back = isSame ? from.y + (2 * from.height) / 3 : middleY(to);
  return [
    { x: rightOf(from), y: out },
    { x: beside, y: out },
    { x: beside, y: back },
    { x: rightOf(to), y: back },
  ];
}

function pointsBetween(from: Box, to: Box): readonly Point[] {
  if (to.y - bottomOf(from) >= GAP) return elbowDown(from, to);
  if (to.x - rightOf(from) >= GAP) return elbowAcross(from, to, true);
  if (from.x - rightOf(to) >= GAP) return elbowAcross(from, to, false);
  return elbowAround(from, to);
}

/** The middle of the longest stretch. */
function middleOf(points: readonly Point[]): Point {
  let longest = -1;
  let middle = points[0] ?? { x: 0, y: 0 };
  for (const [index, point] of points.slice(1).entries()) {
    const before = points[index] ?? point;
    const length = Math.hypot(point.x - before.x, point.y - before.y);
    if (length <= longest) continue;
    longest = length;
    middle = { x: (point.x + before.x) / 2, y: (point.y + before.y) / 2 };
  }
  return middle;
}

/** A line from one step to another that nobody has found a way for: the plainest of right angles, bent in the gap between them. */
export function drawElbow(from: Box, to: Box, label: Size): Elbow {
  const points = pointsBetween(from, to);
  const middle = middleOf(points);
  return {
    points,
    label: { ...label, x: middle.x - label.width / 2, y: middle.y - label.height / 2 },
  };
}
