import { expect, test } from 'vitest';
import { nextActionId } from '#model/ids.ts';
import { type NextActionsView, nextActionsView } from '#walk/next-actions-view.ts';
import { aWorkspace } from '../support/a-workspace.ts';
import { begin, complete, fill, type PlayedState, playIn, start, take } from './played.ts';

const ON = '2026-07-08';

const WORKSPACE = aWorkspace({
  steps: ['A may-start', 'B may-end', 'STUCK'],
  actions: [
    'assess: A > B one-of:X',
    'nfa: A > end one-of:X',
    'talk: A > B immediate requires:assess if:F.HARM=Yes',
    'later: A > B delay:14',
    'breaks: A > B one-of:X requires:assess',
    'lost: A > STUCK',
    'letter: B > end always',
  ],
  activities: ['A F'],
  questions: ['F.HARM yes-no mandatory'],
});

function viewOf({ index, state, stepOf, definitionOf }: PlayedState, key: string, ...chosen: readonly string[]) {
  const looked = { index, state, step: stepOf(key), on: ON };
  return nextActionsView(looked, definitionOf(key), chosen.map(nextActionId));
}

const option = ({ groups }: NextActionsView, id: string) =>
  groups.flatMap(({ actions }) => actions).find((action) => action.id === id);
const problems = ({ holdsBack }: NextActionsView): readonly string[] => holdsBack.map(({ says }) => says);

test('next actions stand in their groups, with where they lead and their rules in words', () => {
  const view = viewOf(playIn(WORKSPACE, [begin('A')]), 'A-1');
  expect(view.groups.map(({ kind, says, actions }) => [kind, says, actions.map(({ id }) => id)])).toEqual([
    ['one-of', 'One of these 3 next actions', ['assess', 'nfa', 'breaks']],
    ['any', 'Any of these as well', ['talk', 'later', 'lost']],
  ]);
  expect(option(view, 'nfa')?.leads).toBe('ends here');
  expect(option(view, 'later')?.leads).toBe('to B, scheduled for 22 July');
  expect(option(view, 'talk')?.rules).toEqual([
    'may start at once, before the step is completed',
    'only with “assess”',
    'must be chosen if “HARM” is Yes',
  ]);
});

test('a choice that can never be made says why', () => {
  const view = viewOf(playIn(WORKSPACE, [begin('A')]), 'A-1');
  expect(option(view, 'breaks')?.never).toBe(
    'It can never be chosen: “breaks” and “assess” would have to be chosen together, and at most one of them may be.',
  );
  expect(option(view, 'assess')?.never).toBe('');
});

test('what holds the step back changes with what is answered and chosen', () => {
  const begun = playIn(WORKSPACE, [begin('A')]);
  expect(problems(viewOf(begun, 'A-1'))).toHaveLength(2);
  const harm = playIn(WORKSPACE, [begin('A'), fill('A-1', 'F.HARM', 'Yes')]);
  const view = viewOf(harm, 'A-1', 'assess');
  expect(view.holdsBack.map(({ place }) => place)).toEqual(['A-1 next-action:talk']);
  expect(option(view, 'talk')?.rules).toContain('must be chosen because “HARM” is Yes');
  expect(problems(viewOf(harm, 'A-1', 'assess', 'talk'))).toEqual([]);
});

test('an unanswered question is the way to its field', () => {
  const { holdsBack } = viewOf(playIn(WORKSPACE, [begin('A')]), 'A-1', 'nfa');
  expect(holdsBack.map(({ place }) => place)).toEqual(['A-1 question F/HARM']);
});

test('what was taken stays taken, and its rules hold all the same', () => {
  const view = viewOf(playIn(WORKSPACE, [begin('A'), fill('A-1', 'F.HARM', 'Yes'), take('A-1', 'talk')]), 'A-1');
  expect(option(view, 'talk')).toMatchObject({ isTaken: true });
  expect(option(view, 'talk')?.rules).toContain('must be chosen because “HARM” is Yes');
  expect(view.holdsBack.map(({ place }) => place)).toEqual(['A-1 next-action:talk']);
});

test('once one of a group was taken, the others say so', () => {
  const workspace = aWorkspace({
    steps: ['A may-start', 'B may-end'],
    actions: ['now: A > B immediate one-of:X', 'other: A > B one-of:X'],
  });
  const view = viewOf(playIn(workspace, [begin('A'), take('A-1', 'now')]), 'A-1');
  expect(option(view, 'other')?.never).toBe('“now” was taken already, and at most one of these may be.');
  expect(option(view, 'now')?.never).toBe('');
});

test('a step that can never end says so', () => {
  const played = playIn(WORKSPACE, [
    begin('A'),
    fill('A-1', 'F.HARM', 'No'),
    complete('A-1', ON, 'lost', 'later'),
    start('B-2', ON),
    start('STUCK-3', ON),
  ]);
  expect(viewOf(played, 'STUCK-3').neverEnds).toContain('it stays open until somebody cancels it');
  const other = viewOf(played, 'B-2');
  expect(other.neverEnds).toBe('');
  expect(option(other, 'letter')).toMatchObject({ isAlways: true });
});
