import { expect, test } from 'vitest';
import {
  allOf,
  leftIn,
  type MergeFile,
  type MergeRow,
  NO_CHOICES,
  withFile,
  withRow,
} from '#views/merge-rows/merge-file.ts';

const row = (key: string, by: MergeRow['by']): MergeRow => ({
  key,
  name: key,
  by,
  mine: new Map(),
  theirs: new Map(),
  columns: [],
});

const FILES: readonly MergeFile[] = [
  { kind: 'rows', file: 'a.csv', rows: [row('one', 'both'), row('two', 'mine'), row('three', 'both')] },
  { kind: 'whole', file: 'workspace.json', isGone: false },
];

test('only what both changed, and whole files, are left to be chosen', () => {
  expect(leftIn(FILES, NO_CHOICES)).toBe(3);
  const one = withRow(NO_CHOICES, 'a.csv', 'one', 'theirs');
  expect(leftIn(FILES, one)).toBe(2);
  const again = withRow(one, 'a.csv', 'one', 'mine');
  expect(leftIn(FILES, again)).toBe(2);
  expect(again.rows.get('a.csv')?.get('one')).toBe('mine');
  expect(leftIn(FILES, withFile(withRow(again, 'a.csv', 'three', 'mine'), 'workspace.json', 'theirs'))).toBe(0);
});

test('one side for all leaves nothing to be chosen', () => {
  const theirs = allOf(FILES, 'theirs');
  expect(leftIn(FILES, theirs)).toBe(0);
  expect(theirs.rows.get('a.csv')?.has('two')).toBe(false);
});
