import { expect, test } from 'vitest';
import { type PageKey, readPageKey } from '#app/keyboard-help/read-page-key.ts';

const press = (key: string, given: Partial<PageKey> = {}): PageKey => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...given,
});
const READING = { takesSingleKeys: true, afterGo: false };
const WRITING = { takesSingleKeys: false, afterGo: false };

test('Ctrl+K searches even while writing; single keys do nothing then', () => {
  expect(readPageKey(press('k', { ctrlKey: true }), WRITING)).toEqual({ kind: 'search' });
  expect(readPageKey(press('/'), WRITING)).toBeNull();
  expect(readPageKey(press('?', { shiftKey: true }), WRITING)).toBeNull();
});

test('single keys search, help, and go', () => {
  expect(['/', '?', 'g'].map((key) => readPageKey(press(key), READING)?.kind)).toEqual(['search', 'help', 'go']);
  expect(readPageKey(press('o'), READING)).toBeNull();
});

test('after g, a letter goes to its screen', () => {
  const screens = ['o', 'm', 'f', 'r', 'i', 'w', 's'].map((key) =>
    readPageKey(press(key), { ...READING, afterGo: true }),
  );
  expect(screens).toEqual(
    ['overview', 'map', 'fields', 'returns', 'findings', 'walk', 'share'].map((screen) => ({ kind: 'screen', screen })),
  );
});

test('keys with Alt, and AltGr with it, are left alone', () => {
  expect(readPageKey(press('/', { altKey: true }), READING)).toBeNull();
  expect(readPageKey(press('k', { altKey: true, ctrlKey: true }), READING)).toBeNull();
});
