import { expect, test } from 'vitest';
import type { Clock, Workspace } from '#model/workspace.ts';
import { clockView } from '#walk/clock-view.ts';
import { workList } from '#walk/work-list.ts';
import { aWorkspace } from '../support/a-workspace.ts';
import { begin, complete, playIn, start } from './played.ts';

const CLOCKS: Readonly<Record<string, Clock>> = {
  REFERRAL: { length: 1, unit: 'working days', from: 'referral', basis: 'statutory' },
  CFA: { length: 45, unit: 'working days', from: 'referral', basis: 'statutory' },
  VISIT: { length: 28, unit: 'days', from: 'cin-visit', basis: 'local' },
  REVIEW: { length: 3, unit: 'months', from: 'cin-plan', basis: 'local' },
  LOST: { length: 3, unit: 'days', from: 'missing', basis: 'local' },
};

const words = aWorkspace({
  steps: [
    'REFERRAL may-start role:referral',
    'CFA role:assessment',
    'VISIT role:cin-visit may-end',
    'REVIEW may-end',
    'LOST may-end',
  ],
  actions: ['REFERRAL > CFA', 'CFA > VISIT delay:14', 'VISIT > VISIT delay:28', 'CFA > REVIEW', 'CFA > LOST'],
});

const WORKSPACE: Workspace = {
  ...words,
  stepTypes: words.stepTypes.map((step) => ({
    ...step,
    roles: step.id === 'CFA' ? ['assessment', 'cin-plan'] : step.roles,
    clock: CLOCKS[step.id] ?? null,
  })),
};

const played = playIn(WORKSPACE, [
  begin('REFERRAL', '2026-06-30'),
  complete('REFERRAL-1', '2026-07-01', 'REFERRAL>CFA'),
  start('CFA-2', '2026-07-02'),
  complete('CFA-2', '2026-07-14', 'CFA>VISIT', 'CFA>REVIEW', 'CFA>LOST'),
  start('VISIT-3', '2026-07-28'),
  complete('VISIT-3', '2026-07-28', 'VISIT>VISIT'),
]);

const clockOf = (key: string, on: string) => clockView(played.index, played.state, played.stepOf(key), on);

test('a clock counts working days from the day the referral came in', () => {
  expect(clockOf('CFA-2', '2026-07-14')).toEqual({
    says: 'day 10 of 45 working days',
    since: 'since REFERRAL, 30 June · limit 2 September',
    isOver: false,
    isStatutory: true,
    share: 10 / 45,
  });
});

test('over the limit is said in words; a weekend after it does not count', () => {
  const referral = playIn(WORKSPACE, [begin('REFERRAL', '2026-07-02')]);
  const on = (day: string) => clockView(referral.index, referral.state, referral.stepOf('REFERRAL-1'), day);
  expect(on('2026-07-03')?.isOver).toBe(false);
  expect(on('2026-07-05')?.isOver).toBe(false);
  expect(on('2026-07-07')).toMatchObject({
    isOver: true,
    says: 'over the limit by 2 working days: day 3 of 1 working day',
    since: 'since this step, 2 July · limit 3 July',
  });
});

test('a visit after a visit counts from the one before, the first from its own day', () => {
  expect(clockOf('VISIT-3', '2026-07-28')?.says).toBe('day 0 of 28 days');
  expect(clockOf('VISIT-6', '2026-08-10')).toMatchObject({
    says: 'day 13 of 28 days',
    since: 'since VISIT 1, 28 July · limit 25 August',
  });
});

test('what follows on an assessment has its time from the day that was done, not from the day it was begun', () => {
  const closure: Clock = { length: 5, unit: 'working days', from: 'assessment', basis: 'local' };
  const after = {
    ...WORKSPACE,
    stepTypes: WORKSPACE.stepTypes.map((step) => (step.id === 'LOST' ? { ...step, clock: closure } : step)),
  };
  const lost = playIn(after, [
    begin('REFERRAL', '2026-06-30'),
    complete('REFERRAL-1', '2026-07-01', 'REFERRAL>CFA'),
    start('CFA-2', '2026-07-02'),
    complete('CFA-2', '2026-08-28', 'CFA>LOST'),
  ]);
  expect(clockView(lost.index, lost.state, lost.stepOf('LOST-3'), '2026-09-01')).toMatchObject({
    says: 'day 1 of 5 working days',
    since: 'since CFA, 28 August · limit 7 September',
    isOver: false,
  });
});

test('months count down to their day', () => {
  expect(clockOf('REVIEW-4', '2026-08-02')?.says).toBe('61 days left of 3 months');
  expect(clockOf('REVIEW-4', '2026-10-05')?.says).toBe('over the limit by 3 days: 3 months are up');
});

test('a clock from work that never was says nothing', () => {
  expect(clockOf('LOST-5', '2026-08-02')).toBeNull();
});

test('the work list tells open work from done, the latest done first', () => {
  const { open, done } = workList(played.index, played.state, '2026-08-01');
  expect(open.map(({ name, says, from, putOffTo }) => [name, says, from, putOffTo])).toEqual([
    ['REVIEW', 'Came in 14 July, not started', 'from CFA', null],
    ['LOST', 'Came in 14 July, not started', 'from CFA', null],
    ['VISIT 2', 'Came in 28 July, scheduled for 25 August', 'from VISIT 1', '2026-08-25'],
  ]);
  expect(done.map(({ name, says }) => [name, says])).toEqual([
    ['VISIT 1', 'Completed 28 July'],
    ['CFA', 'Completed 14 July'],
    ['REFERRAL', 'Completed 1 July'],
  ]);
});
