import { expect, test } from 'vitest';
import { overlayItem } from '#diagram/item-overlay.ts';
import { itemId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { aWorkspace, type WorkspaceWords } from '../support/a-workspace.ts';

function overlay(words: WorkspaceWords, item: string): readonly unknown[] {
  const index = indexWorkspace(aWorkspace(words));
  const found = index.items.get(itemId(item));
  if (found === undefined) throw new Error(`No item ${item}`);
  const shown = overlayItem(index, auditWorkspace(index.workspace, [], null), found);
  return [...shown].map(([step, { status, recorded }]) => [step, status, recorded]);
}

const WORDS: WorkspaceWords = {
  steps: ['A may-start', 'B', 'C'],
  actions: ['A > B one-of:X', 'A > C one-of:X', 'B > C', 'C > end always'],
  activities: ['A F', 'B G'],
  questions: ['F.Q', 'G.Q mandatory'],
  facts: ['born family'],
  events: ['sent C completed'],
};

test('where an item is due, and where it is recorded', () => {
  const shown = overlay(
    { ...WORDS, sources: ['born G.Q', 'born F.Q records'], items: ['Born fact:born on:sent'] },
    'Born',
  );
  expect(shown).toEqual([
    ['C', 'sometimes', null],
    ['B', null, { sure: true, feeds: true }],
    ['A', null, { sure: false, feeds: false }],
  ]);
});

test('a calculated item is recorded where its inputs are', () => {
  const shown = overlay(
    {
      ...WORDS,
      facts: ['born family', 'age'],
      sources: ['born G.Q', 'age calculated born'],
      items: ['Age fact:age on:sent'],
    },
    'Age',
  );
  expect(shown).toEqual([
    ['C', 'sometimes', null],
    ['B', null, { sure: true, feeds: true }],
  ]);
});

test('background and what was set aside are recorded nowhere', () => {
  const shown = overlay(
    { ...WORDS, sources: ['born G.Q supports', 'born F.Q ignored'], items: ['Born fact:born on:sent'] },
    'Born',
  );
  expect(shown).toEqual([['C', 'never', null]]);
});
