import { expect, test } from 'vitest';
import { compareWorkspaces } from '#pipeline/compare-files.ts';
import { newEditor } from '#pipeline/edit-workspace.ts';
import { changesToState, readSaved } from '#pipeline/saved-state.ts';
import { currentFiles } from '#pipeline/write-files.ts';
import { cleanFiles, open } from '../workspace/reading.ts';

const FORMS = 'workflows/forms.csv';
const rename = { kind: 'cells', file: FORMS, cells: [{ row: 2, column: 'title', value: 'New title' }] } as const;

test('the changes to a saved state bring back its files and its meaning, and undo themselves', () => {
  const opened = open(cleanFiles());
  const editor = newEditor();
  const later = editor.change(opened, [rename]);
  const changes = changesToState(later, currentFiles(opened, opened));
  expect(changes.map(({ file }) => file)).toEqual([FORMS]);
  const back = editor.change(later, changes);
  expect(back.value.forms).toEqual(opened.value.forms);
  expect(currentFiles(opened, back)).toEqual(currentFiles(opened, opened));
  expect(changesToState(back, currentFiles(opened, opened))).toEqual([]);
});

test('a file that the saved state does not have is taken away', () => {
  const opened = open(cleanFiles());
  const files = new Map(currentFiles(opened, opened));
  files.delete('mappings/reviews.csv');
  expect(changesToState(opened, files)).toEqual([{ kind: 'file', file: 'mappings/reviews.csv', bytes: null }]);
});

test('what was saved is read as far as comparing needs it', () => {
  const saved = open(cleanFiles());
  const files = currentFiles(saved, saved);
  const broughtBack = newEditor().change(saved, [rename]);
  const now = currentFiles(saved, broughtBack);
  const read = readSaved(files, { files: now, opened: broughtBack });
  const [change, ...others] = compareWorkspaces(read, broughtBack);
  expect(others).toEqual([]);
  expect(change).toMatchObject({ file: FORMS, kind: 'changed' });
  expect(change?.rows.map(({ columns }) => columns)).toEqual([['title']]);
});
