import { expect, test } from 'vitest';
import type { EditColumn, EditRow } from '#views/own-return/edit-column.ts';
import { pasteBlock } from '#views/own-return/paste-block.ts';

const column = (name: string, label: string): EditColumn => ({ name, label, kind: 'text', options: [], width: 10 });
const columns = [column('code', 'Code'), column('label', 'What it means')];
const rows: readonly EditRow[] = [
  { row: 4, cells: { code: '1', label: 'Home' }, problems: [] },
  { row: 7, cells: { code: '2', label: 'School' }, problems: [] },
];

test('a block goes into the rows that stand there, and what is left becomes new rows', () => {
  const block = [
    ['2', 'At school'],
    ['3', 'Elsewhere'],
  ];
  expect(pasteBlock({ columns, rows }, { row: 1, column: 0 }, block, { code_set: 'Where' })).toEqual({
    changed: [{ row: 7, cells: { code: '2', label: 'At school' } }],
    added: [{ code_set: 'Where', code: '3', label: 'Elsewhere' }],
  });
});

test('the head of a spreadsheet, blank lines and cells beyond the last column are left out', () => {
  const block = [
    ['Code', 'What it means'],
    ['', ''],
    ['9', 'Other', 'a note'],
  ];
  expect(pasteBlock({ columns, rows }, { row: 2, column: 0 }, block, {})).toEqual({
    changed: [],
    added: [{ code: '9', label: 'Other' }],
  });
});

test('a block of one column starts where it is put', () => {
  expect(pasteBlock({ columns, rows }, { row: 0, column: 1 }, [['Ours'], ['Theirs']], {}).changed).toEqual([
    { row: 4, cells: { label: 'Ours' } },
    { row: 7, cells: { label: 'Theirs' } },
  ]);
});
