import { expect, test } from 'vitest';
import { findInRows, nextFind, replaceIn } from '#views/grid/find-in-sheet.ts';
import { matchOptions } from '#views/grid/match-options.ts';

const SHEET = {
  rows: ['Date of birth', 'date', 'Up.Date'],
  columns: [{ id: 'a', title: 'A', width: 100, kind: 'text' as const, text: (row: string) => row }],
  isReadOnly: false,
};
const ANY = { text: 'date', matchCase: false, wholeCell: false };
const found = (search: typeof ANY): string =>
  findInRows(SHEET, search, 0, 9)
    .map(({ row }) => row)
    .join('');

test.each([
  ['any case', ANY, '012'],
  ['the same case', { ...ANY, matchCase: true }, '1'],
  ['the whole cell', { ...ANY, wholeCell: true }, '1'],
  ['signs as they are', { ...ANY, text: '.' }, '2'],
  ['nothing', { ...ANY, text: '' }, ''],
])('finds %s', (_, search, expected) => {
  expect(found(search)).toBe(expected);
});

test('replaces every find, signs of the replacement taken as they are', () => {
  expect(replaceIn('date and Date', ANY, '$&')).toBe('$& and $&');
});

test('next and previous go round', () => {
  const cells = [
    { row: 1, column: 0 },
    { row: 4, column: 2 },
  ];
  expect(nextFind(cells, { row: 1, column: 0 }, 1)).toBe(1);
  expect(nextFind(cells, { row: 4, column: 2 }, 1)).toBe(0);
  expect(nextFind(cells, { row: 1, column: 0 }, -1)).toBe(1);
  expect(nextFind(cells, { row: 9, column: 0 }, -1)).toBe(1);
  expect(nextFind([], { row: 0, column: 0 }, 1)).toBe(-1);
});

test('options hold every typed word, those beginning with it first', () => {
  const options = [
    { value: 'x', label: 'Child ethnicity' },
    { value: 'y', label: 'Ethnicity of child', hint: 'Same wording' },
    { value: 'z', label: 'Date' },
  ];
  expect(matchOptions(options, 'ethnicity').map(({ value }) => value)).toEqual(['y', 'x']);
  expect(matchOptions(options, 'child wording').map(({ value }) => value)).toEqual(['y']);
  expect(matchOptions(options, '')).toHaveLength(3);
});
