import { expect, test } from 'vitest';
import { describeRoute, routeOnMap } from '#diagram/route.ts';
import { formId, nextActionId, questionCode, stepTypeId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { aWorkspace } from '../support/a-workspace.ts';

const step = (
  stepType: string,
  nextAction: string | null,
): { stepType: ReturnType<typeof stepTypeId>; nextAction: ReturnType<typeof nextActionId> | null } => ({
  stepType: stepTypeId(stepType),
  nextAction: nextAction === null ? null : nextActionId(nextAction),
});
const ROUTE = [step('A', 'A>B'), step('B', 'B>B'), step('B', null)];

test('steps are numbered in order, a step that comes round again more than once', () => {
  const { numbers, nextActions } = routeOnMap(ROUTE);
  expect([...numbers]).toEqual([
    ['A', [1]],
    ['B', [2, 3]],
  ]);
  expect([...nextActions]).toEqual(['A>B', 'B>B']);
});

test('a route in words has what the finding names beside the step it stands in', () => {
  const index = indexWorkspace(aWorkspace({ actions: ['A > B', 'B > B'], activities: ['B F'], questions: ['F.Q'] }));
  const place = { stepType: stepTypeId('B'), form: formId('F'), question: questionCode('Q') };
  expect(
    describeRoute(index, ROUTE, [place]).map((line) => [line.number, line.name, line.nextAction, line.places]),
  ).toEqual([
    [1, 'A', 'A>B', []],
    [2, 'B', 'B>B', ['“Q” on F']],
    [3, 'B', '', ['“Q” on F']],
  ]);
});
