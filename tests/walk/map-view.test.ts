import { expect, test } from 'vitest';
import type { CaseEvent } from '#machine/case-values.ts';
import { nextActionId, stepTypeId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Told } from '#walk/entry-words.ts';
import { caseOnMap, stepToChoose } from '#walk/map-view.ts';
import { Playing } from '../returns-of-case/playing.ts';
import { begin, complete, start } from '../returns-of-case/small.ts';
import { aWorkspace } from '../support/a-workspace.ts';

const DAY = '2026-05-04';
const INDEX = indexWorkspace(
  aWorkspace({ steps: ['A may-start', 'B may-end', 'C may-end'], actions: ['A > B', 'A > C', 'B > B'] }),
);

function told(...events: readonly CaseEvent[]): Told {
  const playing = new Playing(INDEX, { held: [], on: DAY });
  for (const event of events) playing.send(event);
  return { index: INDEX, state: playing.moment.state, on: DAY };
}

const BOTH = [begin('A', DAY), complete('A-1', '2026-05-06', 'A>B', 'A>C')];
const [A, B, C] = ['A', 'B', 'C'].map(stepTypeId);

test('a case that has not begun stands nowhere', () => {
  expect(caseOnMap(told())).toMatchObject({ lines: [], open: new Set() });
});

test('steps stand with their number, their days, and by which next action they came in', () => {
  const { lines } = caseOnMap(told(...BOTH, start('B-2', '2026-05-07')));
  expect(lines.map(({ number, name, standing, says, from }) => [number, name, standing, says, from])).toEqual([
    [1, 'A', 'done', '4 May to 6 May', ''],
    [2, 'B', 'open', 'started 7 May', 'by “A>B” from 1, A'],
    [3, 'C', 'open', 'came in 6 May, not started', 'by “A>C” from 1, A'],
  ]);
});

test('what is open, what was done and what was cancelled is marked by a sign and a word', () => {
  const cancelled = { type: 'cancel', step: 'C-3', reason: 'By mistake', on: DAY } as const;
  const { marks, open, route } = caseOnMap(told(...BOTH, start('B-2', DAY), cancelled));
  expect([A, B, C].map((step) => (step === undefined ? '' : marks.get(step)?.text))).toEqual([
    '✓ Done',
    '● Open',
    '– Cancelled',
  ]);
  expect(open).toEqual(new Set([B]));
  expect(route.nextActions).toEqual(new Set(['A>B', 'A>C'].map(nextActionId)));
});

test('a step that comes round again says how often, and keeps its latest numbers', () => {
  const rounds = [2, 3, 4, 5].flatMap((number) => {
    const key = number === 2 ? 'B-2' : `B-${number + 1}`;
    return [start(key, DAY), complete(key, DAY, 'B>B')];
  });
  const about = told(...BOTH, ...rounds);
  const { marks, route } = caseOnMap(about);
  expect(marks.get(stepTypeId('B'))?.text).toBe('● Open');
  expect(marks.get(stepTypeId('B'))?.says).toMatch(/done 4 times before$/u);
  expect(route.numbers.get(stepTypeId('B'))).toEqual([5, 6, 7]);
  expect(stepToChoose(about, stepTypeId('B'))).toBe('B-7');
});

test('pressing a step on the map chooses what is open there, else the latest', () => {
  const about = told(...BOTH);
  expect(stepToChoose(about, stepTypeId('A'))).toBe('A-1');
  expect(stepToChoose(about, stepTypeId('C'))).toBe('C-3');
  expect(stepToChoose(told(), stepTypeId('C'))).toBeNull();
});
