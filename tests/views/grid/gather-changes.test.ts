import { expect, test } from 'vitest';
import { describeChanges, describeClipped } from '#views/grid/describe-changes.ts';
import { gatherChanges } from '#views/grid/gather-changes.ts';
import type { GridColumn } from '#views/grid/grid-column.ts';
import { readInput } from '#views/grid/read-input.ts';

type Row = Readonly<Record<string, string>>;
const OPTIONS = [
  { value: 'short-text', label: 'Short text' },
  { value: 'date', label: 'Date' },
];
const column = (id: string, more: Partial<GridColumn<Row>> = {}): GridColumn<Row> => ({
  id,
  title: id,
  width: 100,
  kind: 'text',
  text: (row) => row[id] ?? '',
  ...more,
});
const TYPE = column('type', { options: () => OPTIONS });

test.each<[string, GridColumn<Row>, string, string | null]>([
  ['the label of an option, whatever the case', TYPE, 'short TEXT', 'short-text'],
  ['the key of an option', TYPE, 'date', 'date'],
  ['an option nobody knows', TYPE, 'colour', null],
  ['nothing', TYPE, '', ''],
  ['several options', { ...TYPE, list: true }, 'Date; short text;', 'date; short-text'],
  ['own words where options only help', { ...TYPE, isOpen: true }, 'Colour', 'Colour'],
  ['yes', column('flag', { kind: 'flag' }), 'TRUE', 'Y'],
  ['no', column('flag', { kind: 'flag' }), 'no', 'N'],
  ['maybe', column('flag', { kind: 'flag' }), 'maybe', null],
  ['a number with a comma', column('number', { kind: 'number' }), '1,200', '1200'],
  ['a word for a number', column('number', { kind: 'number' }), 'many', null],
  ['line breaks in short text', column('text'), 'a\r\nb', 'a b'],
  ['line breaks in prose', column('words', { kind: 'words' }), 'a\r\nb', 'a\nb'],
  ['what a check refuses', column('code', { check: () => 'Codes have no spaces.' }), 'a b', null],
])('reads %s', (_, target, text, expected) => {
  const reading = readInput(target, {}, text);
  expect(reading.kind === 'value' ? reading.value : null).toBe(expected);
});

const SHEET = {
  rows: [{ name: 'a' }, { name: 'b', locked: 'Y' }, { name: 'c' }],
  columns: [column('name', { editable: (row) => row['locked'] !== 'Y' }), column('count', { kind: 'number' })],
  isReadOnly: false,
};
const texts = (text: string, at: number) => SHEET.rows.map((_, row) => ({ at: { row, column: at }, text }));

test('read-only cells are skipped and counted, cells that hold the value already are no change', () => {
  const gathered = gatherChanges(SHEET, texts('c', 0));
  expect(gathered.changes).toEqual([{ row: SHEET.rows[0], column: 'name', value: 'c' }]);
  expect(describeChanges('Pasted', gathered)).toBe('Pasted 2 cells; 1 was read-only and stayed.');
});

test('the first reason for a refusal is said', () => {
  expect(describeChanges('Pasted', gatherChanges(SHEET, texts('x', 1)))).toBe(
    'Pasted no cell; 3 did not fit and stayed. “x” is not a number, as “count” needs.',
  );
});

test('in a read-only grid nothing is taken', () => {
  expect(gatherChanges({ ...SHEET, isReadOnly: true }, texts('1', 1))).toMatchObject({ changes: [], readOnly: 3 });
});

test('what found no room is said', () => {
  expect(describeClipped(1, 2)).toBe(' There was no room for 1 row and 2 columns.');
  expect(describeClipped(0, 0)).toBe('');
});
