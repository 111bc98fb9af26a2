import { expect, test } from 'vitest';
import { changesSince } from '#app/overview/changes-since.ts';
import type { FileChange } from '#pipeline/compare-files.ts';

type Row = FileChange['rows'][number];
const row = (key: string): Row => ({
  kind: 'removed',
  key,
  name: key,
  row: 2,
  before: null,
  after: null,
  columns: [],
});

test('edits stand newest first, and each file with the rows that are not as they were', () => {
  const files: readonly FileChange[] = [
    { file: 'mappings/sources.csv', kind: 'changed', rows: [row('a'), row('b')] },
    { file: 'workflows/workspace.json', kind: 'changed', rows: [] },
  ];
  const unsaved = { since: null, edits: ['map 2 questions to child.name', 'rename Contact'], files };
  expect(changesSince(unsaved)).toEqual({
    since: 'since it was opened',
    edits: ['rename Contact', 'map 2 questions to child.name'],
    files: [
      { file: 'mappings/sources.csv', changes: 2 },
      { file: 'workflows/workspace.json', changes: 1 },
    ],
  });
  expect(changesSince({ ...unsaved, since: '14:05' }).since).toBe('since it was saved at 14:05');
});
