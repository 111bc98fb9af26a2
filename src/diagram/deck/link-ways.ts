import type { Box, Point } from '#diagram/diagram.ts';
import type { Side } from './slide.ts';

/** One way in which an arrow can lead from a box to another. */
export interface Way {
  readonly fromSide: Side;
  readonly toSide: Side;
  readonly points: readonly Point[];
}

const middle = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** The middle of a side. */
export function pointOn(box: Box, side: Side): Point {
  const { x, y } = middle(box);
  if (side === 'left') return { x: box.x, y };
  if (side === 'right') return { x: box.x + box.width, y };
  return { x, y: side === 'top' ? box.y : box.y + box.height };
}

export const isSideways = (side: Side): boolean => side === 'left' || side === 'right';

/** Out on one side, and in on the opposite one: straight, or bent twice half way. */
function across(from: Box, to: Box, fromSide: Side, toSide: Side): Way {
  const [start, end] = [pointOn(from, fromSide), pointOn(to, toSide)];
  if (start.y === end.y || start.x === end.x) return { fromSide, toSide, points: [start, end] };
  const [x, y] = [(start.x + end.x) / 2, (start.y + end.y) / 2];
  const bends = isSideways(fromSide)
    ? [
        { x, y: start.y },
        { x, y: end.y },
      ]
    : [
        { x: start.x, y },
        { x: end.x, y },
      ];
  return { fromSide, toSide, points: [start, ...bends, end] };
}

/** Out on one side, and round one corner. */
function aroundCorner(from: Box, to: Box, fromSide: Side, toSide: Side): Way {
  const [start, end] = [pointOn(from, fromSide), pointOn(to, toSide)];
  const corner = isSideways(fromSide) ? { x: end.x, y: start.y } : { x: start.x, y: end.y };
  return { fromSide, toSide, points: [start, corner, end] };
}

/**
 * The ways that an arrow can take from one box to another in rows and columns, the plainest first. All of them bend half
 * way or at one corner: programs that show slides agree on those, and keep them when a box is moved.
 */
export function waysBetween(from: Box, to: Box): readonly Way[] {
  const [isRight, isDown] = [to.x > from.x, to.y > from.y];
  const [out, into] = isRight ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const [down, up] = isDown ? (['bottom', 'top'] as const) : (['top', 'bottom'] as const);
  if (from.y === to.y) return [across(from, to, out, into)];
  if (from.x === to.x) return [across(from, to, down, up)];
  return [
    across(from, to, out, into),
    aroundCorner(from, to, out, up),
    aroundCorner(from, to, down, into),
    across(from, to, down, up),
  ];
}

/** A straight stretch of an arrow. */
export interface Stretch {
  readonly a: Point;
  readonly b: Point;
}

export const stretchesOf = (points: readonly Point[]): readonly Stretch[] =>
  points.slice(1).map((b, position) => ({ a: points[position] ?? b, b }));

const between = (one: number, other: number, least: number, most: number): boolean =>
  Math.max(Math.min(one, other), least) < Math.min(Math.max(one, other), most);

/** True where a stretch goes through a box, or along its edge. */
export const goesThrough = ({ a, b }: Stretch, { x, y, width, height }: Box): boolean =>
  between(a.x, b.x === a.x ? a.x + 0.1 : b.x, x - 3, x + width + 3) &&
  between(a.y, b.y === a.y ? a.y + 0.1 : b.y, y - 3, y + height + 3);

const NEAR = 4;

/** True where two stretches run along each other, so that nobody could tell them apart. */
export function runsAlong(one: Stretch, other: Stretch): boolean {
  const isFlat = one.a.y === one.b.y;
  if (isFlat !== (other.a.y === other.b.y)) return false;
  const [own, its, axis] = isFlat ? ([one.a.y, other.a.y, 'x'] as const) : ([one.a.x, other.a.x, 'y'] as const);
  if (Math.abs(own - its) > NEAR) return false;
  return between(
    one.a[axis],
    one.b[axis],
    Math.min(other.a[axis], other.b[axis]),
    Math.max(other.a[axis], other.b[axis]),
  );
}

/** True where two stretches cross. */
export function crosses(one: Stretch, other: Stretch): boolean {
  const isFlat = one.a.y === one.b.y;
  if (isFlat === (other.a.y === other.b.y)) return false;
  const [flat, upright] = isFlat ? [one, other] : [other, one];
  return (
    between(upright.a.x, upright.a.x + 0.1, Math.min(flat.a.x, flat.b.x), Math.max(flat.a.x, flat.b.x)) &&
    between(flat.a.y, flat.a.y + 0.1, Math.min(upright.a.y, upright.b.y), Math.max(upright.a.y, upright.b.y))
  );
}
