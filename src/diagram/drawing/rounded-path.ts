import type { Point } from '#diagram/diagram.ts';

/** How far the corners of a line are rounded. */
export const CORNER = 6;

const ARROW = 9;

const towards = (from: Point, to: Point, distance: number): Point => {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = length === 0 ? 0 : Math.min(distance, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
};

/** A path through the points, as SVG writes one, its corners a little rounded. */
export function toPath(points: readonly Point[], corner: number = CORNER): string {
  const [first] = points;
  if (first === undefined) return '';
  const parts = points.slice(1).map((point, index) => {
    const next = points[index + 2];
    if (next === undefined || corner === 0) return `L${point.x} ${point.y}`;
    const into = towards(point, points[index] ?? point, corner);
    const out = towards(point, next, corner);
    return `L${into.x} ${into.y}Q${point.x} ${point.y} ${out.x} ${out.y}`;
  });
  return `M${first.x} ${first.y}${parts.join('')}`;
}

/** The three corners of the arrow head at the last point, along the last stretch; none where there is no stretch. */
export function arrowHead(points: readonly Point[]): readonly Point[] {
  const [before, tip] = points.slice(-2);
  if (before === undefined || tip === undefined) return [];
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const along = { x: (tip.x - before.x) / length, y: (tip.y - before.y) / length };
  const back = { x: tip.x - along.x * ARROW, y: tip.y - along.y * ARROW };
  const half = ARROW / 2.2;
  return [
    tip,
    { x: back.x - along.y * half, y: back.y + along.x * half },
    { x: back.x + along.y * half, y: back.y - along.x * half },
  ];
}
