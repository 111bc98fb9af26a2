import { expect, test } from 'vitest';
import { fillDown, fillReach, fillRight, reachTo } from '#views/grid/fill-range.ts';
import { extendTo, type Passage, passTo, rangeOf, standAt } from '#views/grid/standing.ts';

const SIZE = { rows: 10, columns: 6 };
const at = (row: number, column: number) => ({ row, column });
const through = (ways: string) =>
  ways.split(' ').reduce((standing, way) => passTo(standing, way as Passage, SIZE), standAt(at(2, 1))).active;

test('Enter after Tab comes back to the column it began in', () => {
  expect(through('right right down')).toEqual(at(3, 1));
});

test('Tab stops at the end of a row', () => {
  expect(through('right right right right right right')).toEqual(at(2, 5));
});

test('in a range Tab goes along the rows and Enter along the columns, round and round', () => {
  const range = extendTo(standAt(at(0, 0)), at(1, 1));
  const go = (ways: readonly Passage[]) => ways.reduce((standing, way) => passTo(standing, way, SIZE), range);
  expect(go(['right', 'right']).active).toEqual(at(1, 0));
  expect(go(['down', 'down']).active).toEqual(at(0, 1));
  expect(go(['left']).active).toEqual(at(1, 1));
  expect(rangeOf(go(['right', 'down']))).toEqual(rangeOf(range));
});

const RANGE = { top: 2, left: 1, bottom: 3, right: 2 };

test('fill down copies the first row; one row takes the row above', () => {
  expect(fillDown(RANGE)).toEqual([
    { at: at(3, 1), from: at(2, 1) },
    { at: at(3, 2), from: at(2, 2) },
  ]);
  expect(fillDown({ ...RANGE, bottom: 2, right: 1 })).toEqual([{ at: at(2, 1), from: at(1, 1) }]);
  expect(fillDown({ top: 0, left: 0, bottom: 0, right: 0 })).toEqual([]);
});

test('fill right copies the first column', () => {
  expect(fillRight(RANGE).map(({ from }) => from)).toEqual([at(2, 1), at(3, 1)]);
});

test('the handle reaches one way only, the one it is pulled further', () => {
  expect(reachTo(RANGE, at(7, 3))).toEqual({ ...RANGE, bottom: 7 });
  expect(reachTo(RANGE, at(0, 2))).toEqual({ ...RANGE, top: 0 });
  expect(reachTo(RANGE, at(2, 1))).toEqual(RANGE);
});

test('the handle repeats what the range holds, upwards too', () => {
  const column = { top: 2, left: 0, bottom: 3, right: 0 };
  const rows = (reach: typeof column) => fillReach(column, reach).map((fill) => [fill.at.row, fill.from.row]);
  expect(rows({ ...column, bottom: 6 })).toEqual([
    [4, 2],
    [5, 3],
    [6, 2],
  ]);
  expect(rows({ ...column, top: 0 })).toEqual([
    [0, 2],
    [1, 3],
  ]);
});
