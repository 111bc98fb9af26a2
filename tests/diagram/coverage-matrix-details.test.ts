import { expect, test } from 'vitest';
import { type ItemDetails, itemDetails } from '#diagram/item-details.ts';
import type { DataReturn } from '#model/data-return.ts';
import { itemId, returnId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { aWorkspace, type WorkspaceWords } from '../support/a-workspace.ts';
import { openExample } from '../support/open-example.ts';

function details(workspace: Workspace, item: string, comparedWith: DataReturn | null = null): ItemDetails {
  const index = indexWorkspace(workspace);
  const found = index.items.get(itemId(item));
  if (found === undefined) throw new Error(`No item ${item}`);
  return itemDetails(index, auditWorkspace(workspace, []), found, comparedWith);
}

const WORDS: WorkspaceWords = {
  steps: ['A may-start', 'B', 'C'],
  actions: ['A > B one-of:X', 'A > C one-of:X', 'B > C', 'C > end always'],
  activities: ['A F', 'B G'],
  questions: ['F.Q', 'G.Q mandatory lookup:SEXES', 'G.R'],
  lookups: ['SEXES Female Male Other'],
  codes: ['SEX F M U'],
  mappings: ['SEXES Female SEX F', 'SEXES Male SEX M', 'ELSEWHERE Unknown SEX U'],
  facts: ['sex'],
  sources: ['sex G.Q order:1', 'sex person-field GENDER order:2 suggested', 'sex F.Q records', 'sex G.R supports'],
  events: ['sent C completed'],
  items: ['Sex fact:sex on:sent code-set:SEX'],
};

test('what is read where the item is due stands in precedence, each with the mapping behind it', () => {
  const { places, alsoRecorded, notUsed } = details(aWorkspace(WORDS), 'Sex');
  expect(places.map(({ words, place }) => [words, place.status])).toEqual([['C completed', 'sometimes']]);
  expect(places[0]?.sources.map(({ source }) => [source.kind, source.status, source.order])).toEqual([
    ['question', 'confirmed', 1],
    ['person-field', 'suggested', 2],
  ]);
  expect(places[0]?.route.map(({ name }) => name)).toEqual(['A', 'C']);
  expect(places[0]?.gap?.kind).toBe('coverage/item-gap');
  expect(alsoRecorded.map(({ words }) => words)).toEqual(['“Q” on F']);
  expect(notUsed.map(({ words }) => words)).toEqual(['“R” on G']);
});

test('every mapping of the fact is shown once', () => {
  const workspace = aWorkspace({ ...WORDS, sources: [...(WORDS.sources ?? []), 'sex G.R ignored'] });
  const { places, alsoRecorded, notUsed } = details(workspace, 'Sex');
  const shown = [...places.flatMap(({ sources }) => sources), ...alsoRecorded, ...notUsed].map(({ source }) => source);
  expect(new Set(shown)).toEqual(new Set(workspace.sources));
  expect(shown.length).toBe(workspace.sources.length);
});

test('each code has the answers that lead to it from lists that feed the item', () => {
  const { codes } = details(aWorkspace(WORDS), 'Sex');
  expect(codes.map(({ code, answers }) => [code, answers.map(({ answer }) => answer)])).toEqual([
    ['F', ['Female']],
    ['M', ['Male']],
    ['U', []],
  ]);
});

test('codes are held against the compared year: new, with another label, or retired', () => {
  const workspace = aWorkspace(WORDS);
  const [now] = workspace.returns;
  if (now === undefined) throw new Error('No return');
  const [female, male] = now.codes;
  if (female === undefined || male === undefined) throw new Error('No codes');
  const then = { ...now, codes: [{ ...female, label: 'Girl' }, male, { ...male, code: 'N', label: 'Neither' }] };
  const { codes } = details(workspace, 'Sex', then);
  expect(codes.map(({ code, change, was }) => [code, change, was])).toEqual([
    ['F', 'relabelled', 'Girl'],
    ['M', 'none', ''],
    ['U', 'new', ''],
    ['N', 'retired', ''],
  ]);
});

test('the worked example: what is not verified of an item stays with it, and so do the rules that test it', () => {
  const { value: workspace } = openExample();
  const before = workspace.returns.find(({ id }) => id === returnId('cin-2025-26')) ?? null;
  const outcome = details(workspace, 'Child/CINdetails/PreProceedingsandFGDM/PPOutcome', before);
  expect(outcome.unverified).not.toBe('');
  expect(outcome.event?.short).toBe('Pre-proceedings ended');
  expect(outcome.codes.map(({ code, change }) => [code, change])).toEqual([
    ['A', 'none'],
    ['B', 'none'],
    ['C', 'none'],
  ]);
  const need = details(workspace, 'Child/CINdetails/PrimaryNeedCode', before);
  expect(need.rules.length).toBeGreaterThan(0);
  expect(need.places.length).toBe(3);
  expect(need.alsoRecorded.length).toBeGreaterThan(0);
});
