import { expect, test } from 'vitest';
import { routeOrder } from '#diagram/route-order.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { aWorkspace } from '../support/a-workspace.ts';

const order = (steps: readonly string[], actions: readonly string[]): readonly string[] => [
  ...routeOrder(indexWorkspace(aWorkspace({ steps, actions }))).keys(),
];

test('a step stands after those that lead to it, whatever the order of the file', () => {
  expect(order(['C', 'B', 'A may-start'], ['A > B', 'B > C', 'A > C'])).toEqual(['A', 'B', 'C']);
});

test('a loop is left at some time, and what no route comes to stands last', () => {
  expect(order(['Z', 'A may-start', 'B'], ['A > B', 'B > A', 'B > B', 'B > C', 'Z > Y'])).toEqual([
    'A',
    'B',
    'C',
    'Z',
    'Y',
  ]);
});

test('routes that begin at the step named first stand first', () => {
  expect(order(['A may-start', 'B may-start'], ['A > C', 'B > D'])).toEqual(['A', 'C', 'B', 'D']);
});
