import { expect, test } from 'vitest';
import { spreadBlock } from '#views/grid/spread-block.ts';

const SIZE = { rows: 6, columns: 5 };
const range = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });
const drawn = (block: string, at: ReturnType<typeof range>): string => {
  const cells = block.split('/').map((row) => [...row]);
  const spread = spreadBlock(cells, at, SIZE);
  const rows = new Map<number, string>();
  for (const { at: place, text } of spread?.cells ?? []) rows.set(place.row, (rows.get(place.row) ?? '') + text);
  return [...rows].map(([row, text]) => `${row}${text}`).join(' ');
};

test.each([
  ['a block is laid once on one cell', 'ab/cd', range(1, 1), '1ab 2cd'],
  ['one value fills the range', 'x', range(0, 0, 1, 2), '0xxx 1xxx'],
  ['a block repeats where the range is a multiple', 'ab/cd', range(0, 0, 3, 3), '0abab 1cdcd 2abab 3cdcd'],
  ['a row repeats down a column of cells', 'abc', range(0, 0, 2, 0), '0abc 1abc 2abc'],
  ['where the range is no multiple it is laid once', 'ab/cd', range(0, 0, 2, 2), '0ab 1cd'],
  ['what does not fit is cut off', 'abc/def', range(5, 3), '5ab'],
])('%s', (_, block, at, expected) => {
  expect(drawn(block, at)).toBe(expected);
});

test('says how much found no room, and what was covered', () => {
  const spread = spreadBlock(
    [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ],
    range(5, 3),
    SIZE,
  );
  expect(spread).toMatchObject({ clippedRows: 1, clippedColumns: 1, into: range(5, 3, 5, 4) });
});

test('nothing is nothing', () => {
  expect(spreadBlock([], range(0, 0), SIZE)).toBeNull();
});
