import type { Box } from '#diagram/diagram.ts';
import { crosses, goesThrough, runsAlong, type Stretch, stretchesOf, type Way, waysBetween } from './link-ways.ts';

/** One or more next actions between two boxes, or such in both directions. */
export interface Joined {
  readonly from: string;
  readonly to: string;
  readonly isBothWays: boolean;
}

/** Boxes in rows and columns, by their ids. */
export type Grid = ReadonlyMap<string, Box>;

export interface DrawnLink<Link extends Joined> {
  readonly link: Link;
  readonly way: Way;
}

/** The arrows that can be drawn so that each can be followed, those that cannot, and how well it all reads. */
export interface DrawnLinks<Link extends Joined> {
  readonly drawn: readonly DrawnLink<Link>[];
  readonly left: readonly Link[];
  /** The lower the better. */
  readonly cost: number;
}

interface Taken {
  readonly link: Joined;
  readonly way: Way;
  readonly stretch: Stretch;
}

const UNDRAWN = 14;
const CROSSING = 3;
const LEFTWARDS = 2;

/** Two arrows may run together only from one side of a box on, or into one. */
const mayShare = (link: Joined, way: Way, other: Taken): boolean =>
  !link.isBothWays &&
  !other.link.isBothWays &&
  ((link.from === other.link.from && way.fromSide === other.way.fromSide) ||
    (link.to === other.link.to && way.toSide === other.way.toSide));

/** How many arrows a way crosses; null where it cannot be taken. */
function crossingsOf(link: Joined, way: Way, grid: Grid, taken: readonly Taken[]): number | null {
  const stretches = stretchesOf(way.points);
  let crossings = 0;
  for (const stretch of stretches) {
    for (const [id, box] of grid) if (id !== link.from && id !== link.to && goesThrough(stretch, box)) return null;
    for (const other of taken) {
      if (runsAlong(stretch, other.stretch) && !mayShare(link, way, other)) return null;
      if (crosses(stretch, other.stretch)) crossings += 1;
    }
  }
  return crossings;
}

function bestWay(
  link: Joined,
  grid: Grid,
  taken: readonly Taken[],
): { readonly way: Way; readonly cost: number } | null {
  const [from, to] = [grid.get(link.from), grid.get(link.to)];
  if (from === undefined || to === undefined) return null;
  let best: { readonly way: Way; readonly cost: number } | null = null;
  for (const [position, way] of waysBetween(from, to).entries()) {
    const crossings = crossingsOf(link, way, grid, taken);
    if (crossings === null) continue;
    const cost = crossings * CROSSING + position * 0.3;
    if (best === null || cost < best.cost) best = { way, cost };
  }
  return best;
}

/** Draws as many arrows as can be told apart. Links come in the order in which they matter. */
export function drawLinks<Link extends Joined>(links: readonly Link[], grid: Grid): DrawnLinks<Link> {
  const taken: Taken[] = [];
  const drawn: DrawnLink<Link>[] = [];
  const left: Link[] = [];
  let cost = 0;
  for (const link of links) {
    const best = bestWay(link, grid, taken);
    if (best === null) {
      left.push(link);
      cost += UNDRAWN;
      continue;
    }
    drawn.push({ link, way: best.way });
    taken.push(...stretchesOf(best.way.points).map((stretch) => ({ link, way: best.way, stretch })));
    cost += best.cost + (best.way.fromSide === 'left' || best.way.fromSide === 'top' ? LEFTWARDS : 0);
  }
  return { drawn, left, cost };
}
