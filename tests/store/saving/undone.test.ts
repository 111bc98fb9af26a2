import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { type Autosave, startAutosave } from '#store/saving/autosave.ts';
import { openDrafts } from '#store/saving/drafts.ts';
import { hashWith } from '#store/saving/hash-bytes.ts';
import { aClock, openClean, withTitle } from './fakes.ts';

const opened = openClean();
const origin = { kind: 'zip', name: 'council.zip' } as const;

function anAutosave(): Autosave {
  const { clock, startTimer } = aClock();
  const drafts = openDrafts({ indexedDb: new IDBFactory(), persist: null });
  const ports = { drafts, hash: hashWith(crypto.subtle), clock, startTimer, by: () => '', tell: () => undefined };
  const start = { id: 'a', name: 'a', authority: '', origin, opened, base: opened.files, kept: null };
  return startAutosave(ports, start);
}

const [one, two] = [withTitle(opened, 'One'), withTitle(opened, 'Two')];

test('undoing an edit takes it off what is not saved, and redoing puts it back', () => {
  const autosave = anAutosave();
  autosave.edited(one, 'One');
  autosave.edited(two, 'Two');
  autosave.edited(one, 'Undo: Two');
  expect(autosave.unsaved()).toEqual(['One']);
  autosave.edited(opened, 'Undo: One');
  expect(autosave.unsaved()).toEqual([]);
  autosave.edited(one, 'One');
  expect(autosave.unsaved()).toEqual(['One']);
});

test('undoing what is saved is a change of its own', async () => {
  const autosave = anAutosave();
  autosave.edited(one, 'One');
  await autosave.saved({ saved: one, base: opened.files, origin, reason: 'Saved' });
  expect(autosave.unsaved()).toEqual([]);
  autosave.edited(opened, 'Undo: One');
  expect(autosave.unsaved()).toEqual(['Undo: One']);
  autosave.edited(one, 'One');
  expect(autosave.unsaved()).toEqual([]);
});

test('what is undone while it is being saved is not taken for saved', async () => {
  const autosave = anAutosave();
  autosave.edited(one, 'One');
  autosave.edited(two, 'Two');
  autosave.edited(one, 'Undo: Two');
  await autosave.saved({ saved: two, base: opened.files, origin, reason: 'Saved' });
  expect(autosave.unsaved()).toEqual(['Undo: Two']);
});

test('an abandoned workspace is not written to any more', async () => {
  const autosave = anAutosave();
  autosave.edited(one, 'One');
  autosave.abandon();
  autosave.edited(two, 'Two');
  expect(autosave.unsaved()).toEqual(['One']);
});
