import type { Box, LaidOutDiagram, PlacedStep, Point } from '#diagram/diagram.ts';

/** The room below a row of steps in which gateways and timers stand, in px. */
export const ROOM = 190;

interface Reach {
  readonly top: number;
  readonly bottom: number;
}

function reachOf({ box, start, ends }: PlacedStep): Reach {
  const boxes: readonly Box[] = [box, ...(start === null ? [] : [start]), ...ends.map(({ label }) => label)];
  return {
    top: Math.min(...boxes.map(({ y }) => y)),
    bottom: Math.max(...boxes.map(({ y, height }) => y + height)),
  };
}

/** The lower edges of the map's rows: what stands beside each other at any height is one row. */
function rowBottoms(steps: readonly PlacedStep[]): readonly number[] {
  const bottoms: number[] = [];
  for (const { top, bottom } of steps.map(reachOf).toSorted((a, b) => a.top - b.top)) {
    const last = bottoms.at(-1);
    if (last === undefined || top > last) bottoms.push(bottom);
    else bottoms[bottoms.length - 1] = Math.max(last, bottom);
  }
  return bottoms;
}

/** Where things of the map stand when there is room below every row of steps. */
export interface Roomy {
  readonly point: (point: Point) => Point;
  /** A box stays as high as it is. */
  readonly box: (box: Box) => Box;
  /** A band that grows with what stands in it. */
  readonly band: (box: Box) => Box;
  /** The lower edge of the row that a step stands in. */
  readonly rowBottom: (box: Box) => number;
}

/** Makes room below every row: whatever stands lower than its edge moves down. */
export function makeRoom({ steps }: LaidOutDiagram): Roomy {
  const bottoms = rowBottoms(steps);
  const down = (y: number): number => y + ROOM * bottoms.filter((bottom) => bottom < y).length;
  const box = (given: Box): Box => ({ ...given, y: down(given.y) });
  return {
    point: ({ x, y }) => ({ x, y: down(y) }),
    box,
    band: (given) => ({ ...given, y: down(given.y), height: down(given.y + given.height) - down(given.y) }),
    rowBottom: (given) => down(bottoms.find((bottom) => bottom >= given.y + given.height) ?? given.y + given.height),
  };
}
