import { expect, test } from 'vitest';
import { type MoveKey, moveInGrid } from '#views/grid/move-in-grid.ts';
import { readKey } from '#views/grid/read-key.ts';

const FILLED = ['xx..x', 'x....', 'x.x..', '.....', 'x...x'];
const GROUND = {
  size: { rows: 5, columns: 5 },
  page: 2,
  isFilled: ({ row, column }: { row: number; column: number }) => FILLED[row]?.[column] === 'x',
};

test.each<[string, string, [number, number], string]>([
  ['right', 'ArrowRight', [0, 0], '0,1'],
  ['right at the border', 'ArrowRight', [0, 4], '0,4'],
  ['up from the first row are the headings', 'ArrowUp', [0, 2], '-1,2'],
  ['down from the headings', 'ArrowDown', [-1, 2], '0,2'],
  ['page down stops at the last row', 'PageDown', [4, 1], '4,1'],
  ['page up does not go to the headings', 'PageUp', [1, 1], '0,1'],
  ['home', 'Home', [2, 3], '2,0'],
  ['Ctrl+End', 'Ctrl+End', [0, 0], '4,4'],
  ['Ctrl: to the end of a run', 'Ctrl+ArrowDown', [0, 0], '2,0'],
  ['Ctrl: over empty cells to the next filled', 'Ctrl+ArrowDown', [2, 0], '4,0'],
  ['Ctrl: to the border where nothing follows', 'Ctrl+ArrowRight', [2, 2], '2,4'],
  ['Ctrl up never leaves the rows', 'Ctrl+ArrowUp', [4, 1], '0,1'],
  ['Ctrl down from the headings', 'Ctrl+ArrowDown', [-1, 2], '2,2'],
])('%s', (_, keys, [row, column], expected) => {
  const to = moveInGrid({ row, column }, keys.replace('Ctrl+', '') as MoveKey, keys.startsWith('Ctrl'), GROUND);
  expect(`${to.row},${to.column}`).toBe(expected);
});

test('a grid without rows has its headings', () => {
  const empty = { ...GROUND, size: { rows: 0, columns: 5 } };
  expect(moveInGrid({ row: -1, column: 0 }, 'ArrowDown', false, empty)).toEqual({ row: -1, column: 0 });
});

const PRESS = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

test.each([
  ['a letter types', { key: 'é' }, { kind: 'type', text: 'é' }],
  ['AltGr types', { key: '€', ctrlKey: true, altKey: true }, { kind: 'type', text: '€' }],
  ['undo is not the grid’s', { key: 'z', ctrlKey: true }, null],
  ['copy is the clipboard’s', { key: 'c', ctrlKey: true }, null],
  ['Ctrl+D', { key: 'd', ctrlKey: true }, { kind: 'fill', way: 'down' }],
  ['Shift+Space', { key: ' ', shiftKey: true }, { kind: 'choose', what: 'row' }],
  ['Shift+Tab', { key: 'Tab', shiftKey: true }, { kind: 'pass', way: 'left' }],
  ['a function key is left alone', { key: 'F5' }, null],
])('key: %s', (_, press, expected) => {
  expect(readKey({ ...PRESS, ...press })).toEqual(expected);
});
