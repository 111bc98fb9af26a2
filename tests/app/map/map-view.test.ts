import { expect, test } from 'vitest';
import { clearedOnce, mapViewOf, panelOf, withMapFilters, withPanel } from '#app/map/map-view.ts';
import { choiceOf, subjectOf } from '#app/map/subject-of.ts';
import { factId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { fromHash, toHash } from '#store/view.ts';
import { openExample } from '../../support/open-example.ts';

const INDEX = indexWorkspace(openExample().value);
const ITEM = 'Child/CINdetails/PrimaryNeedCode';
const MODULE = INDEX.dataReturn?.items[0]?.module ?? '';

test('the whole map stands in the address', () => {
  const hash =
    '#/map?kind=duplicate%2Fon-route&lane=Front+door&only=1&open=CONTACT&panel=thread&role=contact&show=duplicates&team=Duty&text=plan';
  const view = fromHash(hash);
  expect(mapViewOf(view)).toMatchObject({
    show: 'duplicates',
    panel: 'thread',
    only: true,
    filters: { text: 'plan', lane: 'Front door', role: 'contact', team: 'Duty', kind: 'duplicate/on-route' },
  });
  expect(toHash(view)).toBe(hash);
});

test('words that mean nothing are as if they were not there', () => {
  expect(mapViewOf(fromHash('#/map?show=everything&kind=odd&panel=odd&form=odd'))).toMatchObject({
    show: 'coverage',
    form: 'diagram',
    panel: null,
    filters: { kind: '' },
  });
});

test('a filter that is taken away leaves the address', () => {
  const view = withMapFilters(fromHash('#/map?text=plan&lane=Front+door'), { text: '' });
  expect(toHash(view)).toBe('#/map?lane=Front+door');
});

test('a panel that is asked for is seen, though the panels were shut', () => {
  expect(mapViewOf(withPanel(fromHash('#/map?aside=shut'), 'step')).isPanelShut).toBe(false);
});

test.each([
  ['#/map', 'findings'],
  ['#/map?item=a', 'thread'],
  ['#/map?step=CONTACT', 'step'],
  ['#/map?action=X', 'step'],
  ['#/map?question=f/q&step=CONTACT', 'thread'],
  ['#/map?finding=x&item=a', 'findings'],
  ['#/map?finding=x&panel=item', 'item'],
])('%s opens with the panel %s', (hash, panel) => {
  expect(panelOf(fromHash(hash))).toBe(panel);
});

test('Escape takes one thing away at a time, and the item never', () => {
  const view = fromHash('#/map?finding=x&step=CONTACT&fact=f&item=a');
  const second = { ...view, ...clearedOnce(view) };
  expect(second).toMatchObject({ finding: null, step: 'CONTACT' });
  const third = { ...second, ...clearedOnce(second) };
  expect(third).toMatchObject({ step: null, fact: 'f' });
  const last = { ...third, ...clearedOnce(third) };
  expect(last).toMatchObject({ fact: null, item: 'a' });
  expect(clearedOnce(last)).toBeNull();
});

test('an item’s thread is followed, but not while the item itself or the findings are read', () => {
  const view = fromHash(`#/map?item=${ITEM}`);
  expect(subjectOf(INDEX, view, 'thread')).toEqual({ kind: 'item', item: ITEM });
  expect(subjectOf(INDEX, view, 'step')).toEqual({ kind: 'item', item: ITEM });
  expect(subjectOf(INDEX, view, 'item')).toBeNull();
  expect(subjectOf(INDEX, view, 'findings')).toBeNull();
});

test('a fact goes before the question it was found through, and what is not there is not followed', () => {
  const [fact] = [...INDEX.facts.keys()];
  const [question] = [...INDEX.questions.keys()];
  const both = { item: null, fact: fact ?? factId(''), question: question ?? '' };
  expect(subjectOf(INDEX, both, 'findings')).toEqual({ kind: 'fact', fact });
  expect(subjectOf(INDEX, { ...both, fact: null }, 'step')).toMatchObject({ kind: 'question' });
  expect(subjectOf(INDEX, { item: null, fact: factId('none'), question: 'none/none' }, 'thread')).toBeNull();
});

test.each([
  ['#/map', { kind: 'return' }],
  [`#/map?item=${ITEM}`, { kind: 'item', item: ITEM }],
  [`#/map?item=${ITEM}&of=return`, { kind: 'return' }],
  [`#/map?of=module:${MODULE}`, { kind: 'module', module: MODULE }],
  ['#/map?of=module:Nowhere', { kind: 'return' }],
  ['#/map?show=nothing', { kind: 'none' }],
  [`#/map?show=time&item=${ITEM}`, { kind: 'time' }],
  ['#/map?show=time', { kind: 'time' }],
])('%s lays its overlay on the map', (hash, choice) => {
  const view = fromHash(hash);
  expect(choiceOf(INDEX, view, mapViewOf(view), null)).toEqual(choice);
});
