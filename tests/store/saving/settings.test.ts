import { describe, expect, test } from 'vitest';
import { openSettings, type TextStorage } from '#store/saving/settings.ts';

function texts(first: Readonly<Record<string, string>> = {}): TextStorage {
  const all = new Map(Object.entries(first));
  return { getItem: (key) => all.get(key) ?? null, setItem: (key, text) => void all.set(key, text) };
}

test('a display name is asked for once', () => {
  const storage = texts();
  expect(openSettings(storage).displayName()).toBe('');
  openSettings(storage).setDisplayName('  A. Analyst ');
  expect(openSettings(storage).displayName()).toBe('A. Analyst');
});

test('views have names, per screen, in order', () => {
  const storage = texts();
  const settings = openSettings(storage);
  settings.addView('fields', { name: 'unmapped', view: { filter: 'fact = ' } });
  settings.addView('fields', { name: 'Health', view: { filter: 'section = Health', sort: 'form' } });
  settings.addView('findings', { name: 'mine', view: {} });
  const names = (): readonly string[] =>
    openSettings(storage)
      .savedViews('fields')
      .map(({ name }) => name);
  expect(names()).toEqual(['Health', 'unmapped']);
  settings.addView('fields', { name: 'Health', view: { sort: 'order' } });
  expect(openSettings(storage).savedViews('fields')[0]).toEqual({ name: 'Health', view: { sort: 'order' } });
  expect(settings.renameView('fields', 'unmapped', 'Health')).toBe(false);
  expect(settings.renameView('fields', 'nobody', 'x')).toBe(false);
  expect(settings.renameView('fields', 'unmapped', 'To do')).toBe(true);
  expect(names()).toEqual(['Health', 'To do']);
  settings.removeView('fields', 'Health');
  expect(names()).toEqual(['To do']);
  expect(settings.savedViews('findings')).toEqual([{ name: 'mine', view: {} }]);
});

describe('what is stored may be anything', () => {
  test.each([
    ['{', []],
    ['null', []],
    ['{"name":"a"}', []],
    ['[1,null,{"name":1,"view":{}},{"name":"a","view":[]}]', []],
    ['[{"name":"a","view":{"b":"c","d":1,"e":null}}]', [{ name: 'a', view: { b: 'c' } }]],
  ])('%s', (text, views) => {
    expect(openSettings(texts({ 'throughline.views.fields': text })).savedViews('fields')).toEqual(views);
  });

  const refuse = (): never => {
    throw new DOMException('denied', 'SecurityError');
  };

  test.each([
    ['none', null],
    ['denied', { getItem: refuse, setItem: refuse }],
    ['full', { getItem: () => null, setItem: refuse }],
  ])('where there is %s, it is remembered until the tab is closed', (_, storage) => {
    const settings = openSettings(storage);
    settings.setDisplayName('A. Analyst');
    settings.addView('fields', { name: 'a', view: {} });
    expect(settings.displayName()).toBe('A. Analyst');
    expect(settings.savedViews('fields')).toEqual([{ name: 'a', view: {} }]);
  });
});
