import { expect, test } from 'vitest';
import { cutTo } from '#app/walk/cut-to.ts';
import { movedTo } from '#app/walk/date-moves.tsx';
import { caseOf, newCase, onBranch, type PlayedCase, playedTo, type WalkEvent, withEvent } from '#cases/played-case.ts';
import { nextActionId, stepTypeId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { walkRulesOf } from '#pipeline/walk-case.ts';
import { branchPoints } from '#walk/branch-points.ts';
import { whyItCannotEnd } from '#walk/can-end.ts';
import { firstRefused } from '#walk/first-refused.ts';
import { heldFields } from '#walk/held-fields.ts';
import { inventedPerson } from '#walk/invented-person.ts';
import { aWorkspace } from '../support/a-workspace.ts';
import { openExample } from '../support/open-example.ts';

const date = (day: number): WalkEvent => ({ type: 'date', on: `2026-07-0${day}` });
const input = { held: [], on: '2026-07-01' };
const played = (...days: readonly number[]): PlayedCase => caseOf('one', input, days.map(date));

test('where another branch leaves the one that is played is said, also before the first event and at the end', () => {
  const base = played(2, 3, 4);
  const middle = withEvent(playedTo(base, 1), date(9));
  const first = withEvent(playedTo(onBranch(middle, 0), 0), date(8));
  const points = branchPoints(onBranch(first, 0));
  expect(points.map(({ after, branch }) => [after, branch])).toEqual([
    [0, 2],
    [1, 1],
  ]);
  expect(branchPoints(onBranch(first, 1)).map(({ after, branch }) => [after, branch])).toEqual([
    [0, 2],
    [1, 0],
  ]);
  expect(branchPoints(base)).toEqual([]);
});

test('moving the date twice is one move; elsewhere in the history it begins a branch', () => {
  const twice = movedTo(movedTo(newCase('one', input), '2026-07-02'), '2026-07-05');
  expect(twice.branches).toEqual([{ name: 'As first played', events: [date(5)] }]);
  const inside = movedTo(playedTo(played(2, 3), 1), '2026-07-09');
  expect(inside.branches.map(({ events }) => events.length)).toEqual([2, 2]);
});

test('a history is cut where it stops, and other branches stay', () => {
  const two = withEvent(playedTo(played(2, 3, 4), 2), date(9));
  const cut = cutTo(two, 1);
  expect(cut.branches.map(({ events }) => events.length)).toEqual([3, 1]);
  expect(cut.at).toBe(1);
});

const index = (mayStart: boolean) =>
  indexWorkspace(
    aWorkspace({
      steps: [mayStart ? 'A may-start' : 'A', 'B', 'C may-end', 'D'],
      actions: ['A > B', 'A > C', 'B > B', 'C > D', 'D > B always'],
    }),
  );

const WALKED: readonly WalkEvent[] = [
  { type: 'date', on: '2026-07-01' },
  { type: 'begin', stepType: stepTypeId('A'), on: '2026-07-01' },
  { type: 'complete', step: 'A-1', choose: [nextActionId('A>C')], on: '2026-07-02' },
];

test('the first event that the workspace refuses now is found, with its reasons', () => {
  const walked = caseOf('one', input, WALKED);
  expect(firstRefused(walkRulesOf(index(true)).player, walked)).toBeNull();
  expect(firstRefused(walkRulesOf(index(false)).player, walked)).toEqual({
    at: 1,
    event: WALKED[1],
    reasons: [{ kind: 'not-a-first-step', stepType: 'A' }],
  });
});

test('a case that can no longer end is explained with the step that holds it', () => {
  const rules = walkRulesOf(index(true));
  const walked = caseOf('one', input, WALKED);
  expect(whyItCannotEnd(rules.index, rules.player.momentOf(walked).state)).toBe('');
  const stuck = caseOf('one', input, [
    ...WALKED.slice(0, 2),
    { type: 'complete', step: 'A-1', choose: [nextActionId('A>B')], on: '2026-07-02' },
  ]);
  expect(whyItCannotEnd(rules.index, rules.player.momentOf(stuck).state)).toContain('from B no end can be reached');
});

const example = indexWorkspace(openExample().value);

test('the person record offers what screens hold and what forms are filled in from, each once', () => {
  const fields = heldFields(example);
  const refs = fields.map(({ kind, ref }) => `${kind}:${ref}`);
  expect(new Set(refs).size).toBe(refs.length);
  expect(refs).toEqual(
    expect.arrayContaining(['person-field:UPN', 'register-field:HISTORY', 'person-field:INTERPRETER']),
  );
  expect(refs).not.toContain('register-field:CATEGORY');
  const typeOf = (ref: string): string | undefined => fields.find((field) => field.ref === ref)?.type;
  expect(['DATE_OF_BIRTH', 'SEX', 'DISABILITY', 'UPN'].map(typeOf)).toEqual(['date', 'choice', 'multi-choice', 'text']);
  expect(fields.find(({ ref }) => ref === 'SEX')?.answers).toContain('Female');
});

test('an invented person is told from another by the number, and every value is one that the screen offers', () => {
  const fields = heldFields(example);
  const [one, two] = [inventedPerson(fields, '2026-11-01', 1), inventedPerson(fields, '2026-11-01', 2)];
  const value = (held: typeof one, ref: string): unknown => held.find((entry) => entry.ref === ref)?.value;
  expect(value(one, 'PERSON_ID')).toBe('EX900001');
  expect(value(two, 'PERSON_ID')).toBe('EX900002');
  expect(value(one, 'UPN')).toMatch(/^[A-HJ-NP-RT-Z]\d{12}$/u);
  expect(value(one, 'UPN')).not.toBe(value(two, 'UPN'));
  for (const { ref, value: held } of one) {
    const offered = fields.find((field) => field.ref === ref)?.answers ?? [];
    if (offered.length > 0) expect(offered).toContain(held);
  }
});
