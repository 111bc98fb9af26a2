import type { Box } from '#diagram/diagram.ts';
import { type DrawnLinks, drawLinks, type Grid, type Joined } from './draw-links.ts';
import { AREA } from './slide.ts';

/** More boxes than this need another slide. */
export const MOST_BOXES = 9;

const BOX_WIDTH = 176;

const COLUMNS = 4;
const GAP = (AREA.width - COLUMNS * BOX_WIDTH) / (COLUMNS - 1);
const PASSES = 4;

/** How high the boxes are and how far apart, by the rows they need; below three rows some lines of text fit. */
const TWO_ROWS = { rows: 2, height: 104, gap: 50 } as const;
const THREE_ROWS = { rows: 3, height: 78, gap: 26 } as const;
type Rows = typeof TWO_ROWS | typeof THREE_ROWS;

/** Boxes with room for their arrows: where they stand, and the arrows. */
export interface PlacedBoxes<Link extends Joined> extends DrawnLinks<Link> {
  readonly boxes: Grid;
  /** Where the room below begins. */
  readonly bottom: number;
}

function boxOf(cell: number, { height, gap }: Rows): Box {
  const [column, row] = [cell % COLUMNS, Math.floor(cell / COLUMNS)];
  return {
    x: AREA.left + column * (BOX_WIDTH + GAP),
    y: AREA.top + 4 + row * (height + gap),
    width: BOX_WIDTH,
    height,
  };
}

type Cells = readonly (string | null)[];

const gridOf = (cells: Cells, rows: Rows): Grid =>
  new Map(cells.flatMap((id, cell) => (id === null ? [] : [[id, boxOf(cell, rows)] as const])));

function swapped(cells: Cells, one: number, other: number): Cells {
  const copy = [...cells];
  copy[one] = cells[other] ?? null;
  copy[other] = cells[one] ?? null;
  return copy;
}

const DISORDER = 1.2;
const HOLE = 0.25;

/** How badly boxes read that stand before one they should follow, or far down. */
function disorder(cells: Cells, order: ReadonlyMap<string, number>): number {
  const ranks = cells.flatMap((id) => (id === null ? [] : [order.get(id) ?? 0]));
  const inverted = ranks.reduce(
    (sum, rank, position) => sum + ranks.slice(position + 1).filter((later) => later < rank).length,
    0,
  );
  const last = cells.findLastIndex((id) => id !== null);
  const holes = (last + 1 - ranks.length) * HOLE;
  return inverted * DISORDER + holes;
}

const pairs = (length: number): readonly (readonly [number, number])[] =>
  Array.from({ length }, (_, one) =>
    Array.from({ length: length - one - 1 }, (__, more) => [one, one + more + 1] as const),
  ).flat();

interface Tried {
  readonly cells: Cells;
  readonly cost: number;
  readonly rows: Rows;
}

/** Exchanges two places as long as that makes it better. */
function improve(ids: readonly string[], links: readonly Joined[], rows: Rows): Tried {
  const order = new Map(ids.map((id, position) => [id, position]));
  const tryOut = (cells: Cells): Tried => ({
    cells,
    rows,
    cost: drawLinks(links, gridOf(cells, rows)).cost + disorder(cells, order),
  });
  let best = tryOut(Array.from({ length: COLUMNS * rows.rows }, (_, cell) => ids[cell] ?? null));
  for (let pass = 0; pass < PASSES; pass += 1) {
    const before = best.cost;
    for (const [one, other] of pairs(best.cells.length)) {
      if (best.cells[one] === best.cells[other]) continue;
      const tried = tryOut(swapped(best.cells, one, other));
      if (tried.cost < best.cost) best = tried;
    }
    if (best.cost === before) break;
  }
  return best;
}

/** The same places, without empty columns on the left. */
function shiftedLeft(cells: Cells): Cells {
  const isEmpty = cells.every((id, cell) => cell % COLUMNS > 0 || id === null);
  if (!isEmpty || cells.every((id) => id === null)) return cells;
  return shiftedLeft(cells.map((_, cell) => (cell % COLUMNS === COLUMNS - 1 ? null : (cells[cell + 1] ?? null))));
}

/** Three rows have less room for words: they must make it this much better. */
const THREE_COST = 6;

/**
 * Places boxes, given in reading order, in rows and columns so that as many arrows as can be are drawn and the boxes still
 * read in their order. The same boxes always get the same places.
 */
export function placeBoxes<Link extends Joined>(ids: readonly string[], links: readonly Link[]): PlacedBoxes<Link> {
  const three = ids.length < 4 ? null : improve(ids, links, THREE_ROWS);
  const two = ids.length > COLUMNS * TWO_ROWS.rows ? null : improve(ids, links, TWO_ROWS);
  const isThree = two === null || (three !== null && three.cost + THREE_COST < two.cost);
  const { cells, rows } = (isThree ? three : two) ?? improve(ids, links, THREE_ROWS);
  const boxes = gridOf(shiftedLeft(cells), rows);
  const bottom = Math.max(AREA.top, ...[...boxes.values()].map(({ y, height }) => y + height));
  return { ...drawLinks(links, boxes), boxes, bottom };
}
