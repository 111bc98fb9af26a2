import { describe, expect, test } from 'vitest';
import { compareWorkspaces } from '#pipeline/compare-files.ts';
import { openZip } from '#pipeline/open-workspace.ts';
import { changedFiles, currentFiles, type OpenFiles, zipFiles, zipName } from '#pipeline/write-files.ts';
import { withCells } from '#workspace/change-table.ts';
import { bytesOf, cleanFiles, open, textIn } from '../workspace/reading.ts';

const FORMS = 'workflows/forms.csv';

function withTitle(opened: OpenFiles, value: string): OpenFiles {
  const table = opened.tables.get(FORMS) ?? expect.fail('no forms');
  const changed = withCells(table, [{ row: 2, column: 'title', value }]);
  return { ...opened, tables: new Map([...opened.tables, [FORMS, changed]]) };
}

test('only the files that were touched are written out, and the others keep every byte', () => {
  const opened = open(cleanFiles());
  const edited = withTitle(opened, 'New title');
  expect([...changedFiles(opened, opened, edited).keys()]).toEqual([FORMS]);
  expect(changedFiles(opened, edited, edited).size).toBe(0);
  const all = currentFiles(opened, edited);
  expect(textIn(all, FORMS)).toContain('New title');
  for (const [path, bytes] of opened.files) if (path !== FORMS) expect(all.get(path)).toBe(bytes);
  expect(currentFiles(opened, opened)).toEqual(opened.files);
});

test('a zip holds the workspace as it is', () => {
  const opened = open(cleanFiles());
  const files = currentFiles(opened, withTitle(opened, 'New title'));
  expect(openZip(zipFiles(files), new Map()).files).toEqual(files);
});

test.each([
  ['Exampleshire', 'exampleshire-2026-11-22.zip'],
  ['  County of São José & Wight! ', 'county-of-sao-jose-wight-2026-11-22.zip'],
  ['', 'workspace-2026-11-22.zip'],
  ['../..', 'workspace-2026-11-22.zip'],
])('the zip of "%s" is called %s', (authority, name) => {
  expect(zipName(authority, '2026-11-22')).toBe(name);
});

describe('what changed between two states of a workspace', () => {
  test('is told by file and row', () => {
    const opened = open(cleanFiles());
    expect(compareWorkspaces(opened, opened)).toEqual([]);
    const [change, ...others] = compareWorkspaces(opened, withTitle(opened, 'New title'));
    expect(others).toEqual([]);
    expect(change).toMatchObject({ file: FORMS, kind: 'changed', rows: [{ kind: 'changed', columns: ['title'] }] });
  });

  test('tells files that came, went, or have no rows', () => {
    const files = cleanFiles();
    const manifest = textIn(files, 'workflows/workspace.json');
    const before = open(files);
    files.delete('mappings/reviews.csv');
    files.set('workflows/workspace.json', bytesOf(`${manifest} `));
    files.set('mappings/notes.csv', bytesOf('a\n'));
    const changes = compareWorkspaces(before, open(files));
    expect(changes.map(({ file, kind }) => `${file} ${kind}`).toSorted()).toEqual([
      'mappings/notes.csv added',
      'mappings/reviews.csv removed',
      'workflows/workspace.json changed',
    ]);
    const reviews = changes.find(({ file }) => file === 'mappings/reviews.csv');
    expect(reviews?.rows.every(({ kind }) => kind === 'removed')).toBe(true);
    expect(reviews?.rows.length).toBeGreaterThan(0);
  });
});
