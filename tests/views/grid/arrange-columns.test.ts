import { expect, test } from 'vitest';
import {
  firstState,
  freezeUpTo,
  hideColumn,
  moveColumn,
  showColumn,
  sortRows,
  turnSort,
  widenColumn,
} from '#views/grid/arrange-columns.ts';
import type { GridColumn, GridState } from '#views/grid/grid-column.ts';

const START = firstState(['a', 'b', 'c', 'd'].map((id) => ({ id, width: 100 })));
const order = (state: GridState): string => state.columns.map(({ id }) => id).join('');

test('columns move, hide and come back at the end', () => {
  expect(order(moveColumn(START, 'a', 2))).toBe('bcad');
  expect(order(hideColumn(START, 'b'))).toBe('acd');
  expect(order(showColumn(hideColumn(START, 'b'), { id: 'b', width: 80 }))).toBe('acdb');
});

test('hiding a frozen column freezes one less; the last column stays', () => {
  expect(hideColumn(freezeUpTo(START, 'b'), 'a').frozen).toBe(1);
  expect(hideColumn(freezeUpTo(START, 'b'), 'd').frozen).toBe(2);
  const one = ['a', 'b', 'c', 'd'].reduce(hideColumn, START);
  expect(order(one)).toBe('d');
});

test('no column is too narrow to use', () => {
  expect(widenColumn(START, 'a', 3).columns[0]?.width).toBe(56);
});

test('a heading pressed again and again: ascending, descending, as they come', () => {
  const once = turnSort(START, 'a', false);
  const twice = turnSort(once, 'a', false);
  expect([once, twice, turnSort(twice, 'a', false)].map(({ sort }) => sort[0]?.direction)).toEqual([
    'ascending',
    'descending',
    undefined,
  ]);
  expect(turnSort(once, 'b', true).sort.map(({ id }) => id)).toEqual(['a', 'b']);
});

interface Item {
  readonly name: string;
  readonly size: string;
}
const COLUMNS: readonly GridColumn<Item>[] = [
  { id: 'name', title: 'Name', width: 100, kind: 'text', text: (item) => item.name },
  { id: 'size', title: 'Size', width: 100, kind: 'number', text: (item) => item.size },
];
const items = (text: string): readonly Item[] =>
  text.split(' ').map((item) => ({ name: item.slice(0, 1), size: item.slice(1) }));
const sorted = (text: string, sort: GridState['sort']): string =>
  sortRows(items(text), COLUMNS, sort)
    .map(({ name, size }) => name + size)
    .join(' ');

test('numbers sort as numbers, empty cells last both ways', () => {
  expect(sorted('a10 b c9', [{ id: 'size', direction: 'ascending' }])).toBe('c9 a10 b');
  expect(sorted('a10 b c9', [{ id: 'size', direction: 'descending' }])).toBe('a10 c9 b');
});

test('rows alike are sorted by the next column, then stay as they came', () => {
  const sort = [
    { id: 'name', direction: 'ascending' },
    { id: 'size', direction: 'descending' },
  ] as const;
  expect(sorted('b1 a1 a2 b1', sort)).toBe('a2 a1 b1 b1');
});
