import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseOf, casePlayer } from '#cases/played-case.ts';
import type { CaseEvent, CaseInput } from '#machine/case-values.ts';
import { stepDefinitions } from '#machine/step-definition.ts';
import { indexWorkspace, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { type CaseTotals, caseTotals, describeTotals, describeUsual } from '#walk/totals.ts';
import { begin, complete, fill, record, start } from '../returns-of-case/small.ts';
import { aWorkspace } from '../support/a-workspace.ts';
import { randomWalk } from '../support/random-walk.ts';
import { arbitraryWorkspace } from '../support/random-workspace.ts';

const WORDS = {
  steps: ['A may-start may-end', 'B may-end'],
  actions: ['A > B'],
  activities: ['A F', 'B G'],
  questions: [
    'F.FIRST date',
    'F.OWN date',
    'F.LONG long-text',
    'G.SECOND date',
    'G.PULLED pulled-editable from:F.FIRST',
  ],
  facts: ['day event', 'start event', 'note judgement'],
  sources: [
    'day F.FIRST records',
    'day G.SECOND records',
    'day G.PULLED records',
    'day register-field DAY @B records',
    'start F.OWN records',
    'start step-date started @A records',
    'note F.LONG records',
  ],
};

const DAY = '2026-05-04';
const INPUT: CaseInput = { held: [], on: DAY };

function stateOf(index: WorkspaceIndex, events: readonly CaseEvent[], input: CaseInput = INPUT) {
  const { state } = casePlayer(index).momentOf(caseOf('', input, events));
  expect(state.history.filter(({ kind }) => kind === 'refused')).toEqual([]);
  return state;
}

const totalsOf = (events: readonly CaseEvent[], workspace: Workspace = aWorkspace(WORDS)): CaseTotals => {
  const index = indexWorkspace(workspace);
  return caseTotals(index, stepDefinitions(index), stateOf(index, events));
};

const FIRST = [begin('A', DAY), fill('A-1', 'F.FIRST', '2026-05-01', DAY)];
const ON_TO_B = [...FIRST, complete('A-1', DAY, 'A>B'), start('B-2', DAY)];

test('one answer is one entry, and not typed again', () => {
  expect(totalsOf(FIRST)).toMatchObject({ entries: 1, again: [] });
});

test('of two entries of one fact the later was typed again', () => {
  const totals = totalsOf([...ON_TO_B, fill('B-2', 'G.SECOND', '2026-05-01', DAY)]);
  expect(totals).toMatchObject({ entries: 2, again: ['B-2 question G/SECOND'] });
});

test('which of them was later is told by the day, not by the order of the steps', () => {
  const events = [
    begin('A', DAY),
    complete('A-1', DAY, 'A>B'),
    start('B-2', DAY),
    fill('B-2', 'G.SECOND', '2026-05-01', DAY),
    { type: 'reopen', step: 'A-1', reason: 'Forgotten', on: '2026-05-06' } as const,
    fill('A-1', 'F.FIRST', '2026-05-01', '2026-05-06'),
  ];
  expect(totalsOf(events).again).toEqual(['A-1 question F/FIRST']);
});

test('where nobody has to type it, even the first was typed again', () => {
  expect(totalsOf([begin('A', DAY), fill('A-1', 'F.OWN', DAY, DAY)])).toMatchObject({
    entries: 1,
    again: ['A-1 question F/OWN'],
  });
});

test('what is pulled forward is no entry, and does not make the one it comes from a second', () => {
  expect(totalsOf(ON_TO_B)).toMatchObject({ entries: 1, again: [] });
});

test('typing over what was pulled forward is an entry, and typed again', () => {
  const totals = totalsOf([...ON_TO_B, fill('B-2', 'G.PULLED', '2026-05-02', DAY)]);
  expect(totals).toMatchObject({ entries: 2, again: ['B-2 question G/PULLED'] });
});

test('an entry beside a value that had been pulled forward was typed again', () => {
  const totals = totalsOf([...ON_TO_B, fill('B-2', 'G.SECOND', '2026-05-01', DAY)]);
  expect(totals.again).toContain('B-2 question G/SECOND');
});

test('a screen outside forms counts as people type into it', () => {
  const totals = totalsOf([...ON_TO_B, record('B-2', 'register-field:DAY', '2026-05-01', DAY)]);
  expect(totals).toMatchObject({ entries: 2, again: ['B-2 register-field:DAY'] });
});

test('a judgement is never typed again', () => {
  const words = { ...WORDS, sources: [...WORDS.sources, 'note F.FIRST records'] };
  const events = [...FIRST, fill('A-1', 'F.LONG', 'Safe.', DAY)];
  expect(totalsOf(events, aWorkspace(words))).toMatchObject({ entries: 2, again: [] });
});

test('what a person has called no duplicate is none', () => {
  const workspace = aWorkspace({
    ...WORDS,
    questions: WORDS.questions.filter((line) => !line.includes('PULLED')),
    sources: WORDS.sources.filter((line) => !line.includes('PULLED')),
  });
  const review = {
    finding: 'duplicate/on-route|day|B|G|SECOND',
    decision: 'not-a-duplicate',
    reason: 'Another day',
    by: 'Data lead',
    on: DAY,
    at: { file: '', row: 2 },
  } as const;
  const events = [...ON_TO_B, fill('B-2', 'G.SECOND', '2026-05-01', DAY)];
  expect(totalsOf(events, workspace).again).toHaveLength(1);
  expect(totalsOf(events, { ...workspace, reviews: [review] }).again).toEqual([]);
});

test('entries of a cancelled step were made all the same, and are no longer known twice', () => {
  const events = [
    ...ON_TO_B,
    fill('B-2', 'G.SECOND', '2026-05-01', DAY),
    { type: 'cancel', step: 'B-2', reason: 'By mistake', on: DAY } as const,
  ];
  expect(totalsOf(events)).toMatchObject({ entries: 2, again: [] });
});

test('seconds grow by the step, by the answers, and by the words that were really typed', () => {
  const begun = totalsOf([begin('A', DAY)]).seconds;
  expect(begun).toEqual({ low: 20, usual: 40, high: 120 });
  expect(totalsOf(FIRST).seconds).toEqual({ low: 27, usual: 50, high: 145 });
  const long = totalsOf([
    begin('A', DAY),
    fill('A-1', 'F.LONG', 'Ten words are typed here, and not one of them more.', DAY),
  ]);
  expect(long.seconds.usual).toBeCloseTo(40 + 11 * 3.2);
  expect(totalsOf(ON_TO_B).seconds).toEqual({ low: 27 + 20 + 3, usual: 50 + 40 + 5, high: 145 + 120 + 15 });
});

test('the totals in words', () => {
  const seconds = { low: 540, usual: 1020, high: 1860 };
  const totals: CaseTotals = { entries: 71, again: ['a', 'b'], seconds };
  expect(describeTotals(totals).map(({ figure, words }) => `${figure} ${words}`)).toEqual([
    '71 entries typed',
    '2 typed again that were known',
    '9–31 min of entry',
  ]);
  expect(describeUsual(totals)).toBe('Usually 17 minutes. Modelled, not measured in social care.');
  const long = { ...totals, seconds: { low: 10_800, usual: 21_960, high: 52_200 } };
  expect(describeTotals(long)[2]?.figure).toBe('3–14.5 hours');
  expect(describeUsual(long)).toMatch(/^Usually 6\.1 hours\./u);
});

test('whatever is played, what was typed again was typed, once each, and the range is in order', () => {
  let again = 0;
  fc.assert(
    fc.property(arbitraryWorkspace(), fc.integer(), (workspace, seed) => {
      const index = indexWorkspace(workspace);
      const definitions = stepDefinitions(index);
      const { events } = randomWalk(index, seed);
      const state = casePlayer(index).momentOf(caseOf('', INPUT, events)).state;
      const totals = caseTotals(index, definitions, state);
      again += totals.again.length;
      expect(new Set(totals.again).size).toBe(totals.again.length);
      expect(totals.again.length).toBeLessThanOrEqual(totals.entries);
      expect(totals.seconds.low).toBeLessThanOrEqual(totals.seconds.usual);
      expect(totals.seconds.usual).toBeLessThanOrEqual(totals.seconds.high);
    }),
    { numRuns: 60 },
  );
  expect(again).toBeGreaterThan(0);
});
