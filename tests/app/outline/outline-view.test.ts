import { expect, test } from 'vitest';
import { OUTLINE_WORDS, outlineViewOf, standingIn } from '#app/outline/outline-view.ts';
import { nextActionId, stepTypeId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { FIRST_VIEW, fromHash, toHash, type View, withOwn } from '#store/view.ts';
import { openExample } from '../../support/open-example.ts';

const index = indexWorkspace(openExample().value);
const MAP: View = { ...FIRST_VIEW, screen: 'map' };

test('the table, its rows, the lane and the words looked for come back from the address', () => {
  const view = withOwn(MAP, {
    [OUTLINE_WORDS.table]: 'actions',
    [OUTLINE_WORDS.rows]: 'all',
    [OUTLINE_WORDS.lane]: 'Child & protection',
    [OUTLINE_WORDS.find]: 'date of',
  });
  expect(outlineViewOf(fromHash(toHash(view)))).toEqual({
    table: 'actions',
    rows: 'all',
    lane: 'Child & protection',
    find: 'date of',
  });
});

test('the tables are about the lane of what is chosen, until somebody asks otherwise', () => {
  expect(standingIn(index, MAP).scope).toEqual({ kind: 'all' });
  expect(standingIn(index, withOwn(MAP, { [OUTLINE_WORDS.lane]: 'Assessment' })).scope).toEqual({
    kind: 'lane',
    lane: 'Assessment',
  });
  const step = { ...MAP, step: stepTypeId('S47') };
  expect(standingIn(index, step).scope).toEqual({ kind: 'lane', lane: 'Child protection' });
  expect(standingIn(index, withOwn(step, { [OUTLINE_WORDS.rows]: 'step' })).scope).toEqual({
    kind: 'step',
    step: 'S47',
  });
  expect(standingIn(index, { ...MAP, nextAction: nextActionId('CON_TO_MASH') }).step?.id).toBe('CONTACT');
});

test('a lane that is gone is not asked for', () => {
  expect(standingIn(index, withOwn(MAP, { [OUTLINE_WORDS.lane]: 'No such lane' })).scope).toEqual({ kind: 'all' });
});
