import { expect, test } from 'vitest';
import { drawMap } from '#diagram/draw-map.ts';
import { stepTypeId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { standOn, walkSteps } from '#views/map-canvas/walk-steps.ts';
import { aWorkspace } from '../support/a-workspace.ts';

const DIAGRAM = drawMap(
  indexWorkspace(
    aWorkspace({
      steps: ['A', 'B workflow:Two', 'C workflow:Two', 'D workflow:Two'],
      actions: ['A > B', 'A > C', 'A > A', 'B > D', 'C > D'],
    }),
  ),
);

test.each([
  ['right follows the first next action', 'ArrowRight', 'B'],
  ['right, down: the next of those that could be chosen', 'ArrowRight ArrowDown', 'C'],
  ['up from the first comes to the last', 'ArrowRight ArrowUp', 'C'],
  ['left goes back along a next action', 'ArrowRight ArrowRight ArrowLeft', 'B'],
  ['where nothing leads on, it stays', 'End ArrowRight', 'D'],
  ['down without a way there goes through the lane', 'End ArrowDown', 'B'],
  ['Page down is the first step of the next lane', 'PageDown', 'B'],
  ['Page up goes back, and no further than the first lane', 'PageDown PageUp PageUp', 'A'],
  ['Home is the first step', 'End Home', 'A'],
])('%s', (_, keys, expected) => {
  const start = standOn(DIAGRAM, stepTypeId('A'));
  const end = keys.split(' ').reduce((standing, key) => walkSteps(DIAGRAM, standing, key) ?? standing, start);
  expect(end.step).toBe(expected);
});

test('other keys are left alone', () => {
  expect(walkSteps(DIAGRAM, standOn(DIAGRAM, stepTypeId('A')), 'x')).toBeNull();
});
