import { expect, test } from 'vitest';
import { entriesOfFindings, entriesOfQuestions, entriesOfThings, toEntry } from '#diagram/search/build-entries.ts';
import { type FoundEntries, findEntries, MOST_SHOWN } from '#diagram/search/find-entries.ts';
import { normalise } from '#diagram/search/normalise.ts';
import type { SearchEntry } from '#diagram/search/search-entry.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { openExample } from '../../support/open-example.ts';

const command = (title: string): SearchEntry =>
  toEntry({ kind: 'command', id: title }, { title, detail: '', codes: [], more: '' });
const titles = (found: FoundEntries): readonly string[] =>
  found.groups.flatMap(({ entries }) => entries.map(({ title }) => title));
const searched = (names: readonly string[], words: string): readonly string[] =>
  titles(findEntries([names.map(command)], words));

test('its very name first, then what begins with it, then words that begin with it, then the rest', () => {
  const names = ['Postdated', 'Due date', 'Dates of birth', 'Date', 'Plan'];
  expect(searched(names, 'date')).toEqual(['Date', 'Dates of birth', 'Due date', 'Postdated']);
});

test('every word has to fit, in any order, whatever the case, accents and signs', () => {
  const names = ['Date of birth', 'Date of referral', 'Birth weight'];
  expect(searched(names, 'birth DATE')).toEqual(['Date of birth']);
  expect(searched(['Siân’s “plan”'], 'sian plan')).toEqual(['Siân’s “plan”']);
  expect(searched(names, 'birth address')).toEqual([]);
  expect(searched(names, '  ')).toEqual([]);
});

test('a text is compared without what stands between its words', () => {
  expect(normalise('REP_CIN–Ethnicity  (child)')).toBe(' rep cin ethnicity child');
  expect(normalise('…')).toBe(' ');
});

test('at most fifty are shown, shared out among the groups, and all are counted', () => {
  const many = Array.from({ length: 80 }, (_, n) => command(`Date ${n}`));
  const facts = Array.from({ length: 3 }, (_, n) => ({ ...command(`The date ${n}`), found: { kind: 'form' } }));
  const { groups, count } = findEntries([many, facts as unknown as SearchEntry[]], 'date');
  expect(groups.map((group) => [group.kind, group.count, group.entries.length])).toEqual([
    ['command', 80, MOST_SHOWN - 3],
    ['form', 3, 3],
  ]);
  expect(count).toBe(83);
});

const EXAMPLE = openExample().value;
const INDEX = indexWorkspace(EXAMPLE);
const FINDINGS = auditWorkspace(EXAMPLE, [], null).findings;
const LISTS = [entriesOfThings(INDEX), entriesOfQuestions(INDEX), entriesOfFindings(FINDINGS)];
const best = (words: string): SearchEntry | undefined => findEntries(LISTS, words).groups[0]?.entries[0];

test('everything of the worked example can be found', () => {
  const { stepTypes, nextActions, forms, questions, facts } = EXAMPLE;
  const things = [stepTypes, nextActions, forms, questions, facts, [...INDEX.items.values()], FINDINGS];
  expect(LISTS.flat()).toHaveLength(things.reduce((total, list) => total + list.length, 0));
});

test('a user code finds its question, a CBDS number and a tag their item, a key its step', () => {
  expect(best('CFA_NEED')?.found).toMatchObject({ kind: 'question', question: expect.stringMatching(/\/CFA_NEED$/u) });
  expect(best('cfa_need')?.title).toBe(best('CFA_NEED')?.title);
  expect(best('N00101')?.found).toEqual({ kind: 'item', item: 'Child/CINdetails/PrimaryNeedCode' });
  expect(best('PrimaryNeedCode')?.found).toEqual({ kind: 'item', item: 'Child/CINdetails/PrimaryNeedCode' });
  expect(best('CONTACT')?.found).toEqual({ kind: 'step', step: 'CONTACT' });
});

test('the words of a tag can be looked for one by one', () => {
  const { groups } = findEntries(LISTS, 'need code primary');
  expect(groups.map(({ kind }) => kind)).toContain('item');
});

test('a name that several have stands above their findings, and facts and items above the many questions', () => {
  expect(findEntries(LISTS, 'primary need').groups.map(({ kind }) => kind)).toEqual([
    'fact',
    'item',
    'question',
    'finding',
  ]);
});
