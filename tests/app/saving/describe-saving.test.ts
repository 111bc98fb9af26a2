import { expect, test } from 'vitest';
import { describeMoment } from '#app/saving/describe-moment.ts';
import { describeSaving, describeTrouble, saveWords } from '#app/saving/describe-saving.ts';
import { type KeeperState, untouched } from '#app/saving/keeper-state.ts';
import type { Folder } from '#store/saving/folder.ts';
import { aDisk } from '../../store/saving/fakes.ts';

const NOON = new Date(2026, 10, 3, 12, 0).getTime();
const folder: Folder = aDisk(new Map()).folder;
const IN_FOLDER = { kind: 'folder', name: 'Council', folder } as const;

const words = (change: Partial<KeeperState>): string => {
  const { words: said, more } = describeSaving({ ...untouched(NOON), ...change }, NOON);
  return more === null ? said : `${said} (${more})`;
};

test.each<readonly [string, Partial<KeeperState>, string]>([
  ['the example as it came', {}, 'Nothing changed'],
  ['a workspace nobody changed', { origin: IN_FOLDER }, 'Saved in this browser'],
  [
    'work that only the browser has',
    { unsaved: ['a', 'b', 'c'] },
    'Not saved to a file: 3 changes (kept in this browser)',
  ],
  [
    'work on the way into the browser',
    { unsaved: ['a'], origin: IN_FOLDER, keeping: { kind: 'waiting' } },
    'Not saved to the folder: 1 change (keeping in this browser…)',
  ],
  [
    'work that the browser does not keep',
    { unsaved: ['a'], keeping: { kind: 'failed', failure: { kind: 'full' } } },
    'Not saved to a file: 1 change (not kept in this browser either)',
  ],
  ['files being written', { unsaved: ['a'], isSaving: true }, 'Saving…'],
  [
    'a folder that has everything',
    { origin: IN_FOLDER, lastSaved: { at: NOON, how: 'folder' } },
    'Saved to folder at 12:00',
  ],
  ['a zip that has everything', { lastSaved: { at: NOON, how: 'zip' } }, 'Downloaded as a zip at 12:00'],
  ['a second tab', { role: 'reader' }, 'Read-only: open in another tab'],
])('%s is said in words', (_, change, said) => {
  expect(words(change)).toBe(said);
});

test('what went wrong is said with what to do', () => {
  expect(describeTrouble({ keeping: { kind: 'failed', failure: { kind: 'full' } } })).toMatch(/full.*download a zip/u);
  expect(describeTrouble({ keeping: { kind: 'waiting' } })).toBe(null);
});

test('the button says where it saves to', () => {
  expect(saveWords({ origin: IN_FOLDER })).toBe('Save to folder');
  expect(saveWords({ origin: { ...IN_FOLDER, folder: null } })).toBe('Download a zip');
});

test.each([
  [new Date(2026, 10, 3, 9, 5), '09:05'],
  [new Date(2026, 9, 31, 14, 32), 'Sat 31 Oct, 14:32'],
  [new Date(2025, 11, 31, 14, 32), '31 Dec 2025, 14:32'],
])('%s is said as people say it', (at, said) => {
  expect(describeMoment(at.getTime(), NOON)).toBe(said);
});
