import { expect, test } from 'vitest';
import { moveInGrid } from '#views/coverage-matrix/move-in-grid.ts';

const SIZE = { rows: 25, columns: 4 };
const AT = { row: 12, column: 1 };

test.each([
  ['ArrowRight', 12, 2],
  ['ArrowLeft', 12, 0],
  ['ArrowDown', 13, 1],
  ['ArrowUp', 11, 1],
  ['PageDown', 22, 1],
  ['PageUp', 2, 1],
  ['Home', 12, 0],
  ['End', 12, 3],
  ['Control+Home', 0, 0],
  ['Control+End', 24, 3],
])('%s leads to row %i, column %i', (key, row, column) => {
  expect(moveInGrid(SIZE, AT, key)).toEqual({ row, column });
});

test('the grid ends at its edges', () => {
  expect(moveInGrid(SIZE, { row: 0, column: 0 }, 'ArrowUp')).toEqual({ row: 0, column: 0 });
  expect(moveInGrid(SIZE, { row: 24, column: 3 }, 'ArrowRight')).toEqual({ row: 24, column: 3 });
  expect(moveInGrid(SIZE, { row: 20, column: 3 }, 'PageDown')).toEqual({ row: 24, column: 3 });
});

test('other keys lead nowhere, and neither does any key in an empty grid', () => {
  expect(moveInGrid(SIZE, AT, 'a')).toBeNull();
  expect(moveInGrid({ rows: 0, columns: 4 }, AT, 'ArrowDown')).toBeNull();
});
