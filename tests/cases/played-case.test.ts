import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  caseOf,
  casePlayer,
  dateOf,
  newCase,
  onBranch,
  type PlayedCase,
  playedTo,
  renamedBranch,
  type WalkEvent,
  withoutBranch,
} from '#cases/played-case.ts';
import { nextActionId, stepTypeId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { aWorkspace } from '../support/a-workspace.ts';
import { randomWalk } from '../support/random-walk.ts';
import { arbitraryWorkspace } from '../support/random-workspace.ts';

const ON = '2026-07-01';
const index = indexWorkspace(
  aWorkspace({ steps: ['A may-start'], actions: ['A > B', 'A > C'], sources: ['begun step-date started @B'] }),
);
const player = casePlayer(index);
const BEGIN: WalkEvent = { type: 'begin', stepType: stepTypeId('A'), on: ON };
const complete = (...choose: string[]): WalkEvent => ({
  type: 'complete',
  step: 'A-1',
  choose: choose.map(nextActionId),
  on: ON,
});
const after = (played: PlayedCase, event: WalkEvent): PlayedCase => {
  const asked = player.ask(played, event);
  if (asked.kind === 'refused') throw new Error(JSON.stringify(asked.reasons));
  return asked.played;
};
const keys = (played: PlayedCase): readonly string[] => player.momentOf(played).state.steps.map(({ key }) => key);

const AT_START = newCase('Case', { held: [], on: ON });
const DONE = [BEGIN, complete('A>B')].reduce(after, AT_START);

describe('a played case', () => {
  test('grows by what the machine does, and is left as it was by what it refuses', () => {
    expect(keys(DONE)).toEqual(['A-1', 'B-2']);
    expect(player.ask(AT_START, complete('A>B'))).toEqual({
      kind: 'refused',
      reasons: [{ kind: 'no-such-step', step: 'A-1' }],
    });
  });

  test('is taken back and played forward again', () => {
    const back = playedTo(DONE, 1);
    expect(keys(back)).toEqual(['A-1']);
    expect(keys(playedTo(back, 2))).toEqual(['A-1', 'B-2']);
    expect(playedTo(DONE, -5).at).toBe(0);
    expect(playedTo(DONE, 99).at).toBe(2);
  });

  test('branches where something else is done after it was taken back, and keeps what was done before', () => {
    const other = after(playedTo(DONE, 1), complete('A>C'));
    expect(keys(other)).toEqual(['A-1', 'C-2']);
    expect(other.branches.map(({ name }) => name)).toEqual(['As first played', 'Branch 2']);
    expect(keys(onBranch(other, 0))).toEqual(['A-1', 'B-2']);
    expect(renamedBranch(other, 1, 'No plan').branches[1]?.name).toBe('No plan');
  });

  test('loses a branch, never the last', () => {
    const other = after(playedTo(DONE, 1), complete('A>C'));
    expect(keys(withoutBranch(other, 1))).toEqual(['A-1', 'B-2']);
    expect(keys(withoutBranch(other, 0))).toEqual(['A-1', 'C-2']);
    expect(withoutBranch(DONE, 0)).toBe(DONE);
  });

  test('has the day of the last thing that happened, which can be moved', () => {
    expect(dateOf(AT_START)).toBe(ON);
    const later = after(DONE, { type: 'date', on: '2026-08-03' });
    expect(dateOf(later)).toBe('2026-08-03');
    expect(player.momentOf(later)).toEqual(player.momentOf(DONE));
  });
});

test('rewinding and playing forward, and playing all again elsewhere, give the same record', () => {
  fc.assert(
    fc.property(
      arbitraryWorkspace(),
      fc.integer(),
      fc.array(fc.nat(60), { maxLength: 6 }),
      (workspace, seed, stops) => {
        const random = indexWorkspace(workspace);
        const { events } = randomWalk(random, seed);
        const here = casePlayer(random);
        const whole = caseOf('Case', { held: [], on: '2026-04-01' }, events);
        const record = here.momentOf(whole).state;
        for (const stop of stops) {
          const back = playedTo(whole, stop);
          expect(here.momentOf(playedTo(back, events.length)).state).toEqual(record);
          const again = caseOf('Case', back.input, structuredClone(events.slice(0, back.at)));
          expect(casePlayer(random).momentOf(again).state).toEqual(here.momentOf(back).state);
        }
      },
    ),
    { numRuns: 60 },
  );
});
