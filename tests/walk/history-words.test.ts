import { expect, test } from 'vitest';
import { caseOf, type WalkEvent } from '#cases/played-case.ts';
import type { CaseInput } from '#machine/case-values.ts';
import { formId, nextActionId, questionCode, stepTypeId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { walkRulesOf } from '#pipeline/walk-case.ts';
import { describeAnswer, describeDay, describeEvent, historyRuns } from '#walk/history-words.ts';
import { aWorkspace } from '../support/a-workspace.ts';

const index = indexWorkspace(
  aWorkspace({
    steps: ['A may-start group', 'B may-end group'],
    actions: ['A > B', 'again: B > B immediate'],
    activities: ['A F', 'B F', 'B G optional'],
    questions: ['F.Q date', 'F.R', 'F.S per-child', 'F.T rows:Visits'],
    sources: ['way person-field SEX @A'],
  }),
);

const input: CaseInput = { held: [], on: '2026-07-01', siblings: ['Brother 1'] };
const [A, F] = [stepTypeId('A'), formId('F')];
const fill = (question: string, value: string | readonly string[], more: object = {}): WalkEvent => ({
  type: 'fill',
  step: 'A-1',
  form: F,
  question: questionCode(question),
  value,
  on: '2026-07-02',
  ...more,
});

const EVENTS: readonly WalkEvent[] = [
  { type: 'begin', stepType: A, on: '2026-07-01', stepSource: 'Police' },
  fill('Q', '2026-07-06'),
  fill('R', 'words'),
  fill('S', 'x', { copy: 1 }),
  fill('T', ['one', 'two'], { copy: 1 }),
  fill('R', ''),
  { type: 'record', step: 'A-1', kind: 'person-field', ref: 'SEX', value: 'Male', on: '2026-07-02' },
  { type: 'complete', step: 'A-1', choose: [nextActionId('A>B')], on: '2026-07-03' },
  { type: 'date', on: '2026-07-14' },
  { type: 'start', step: 'B-2', on: '2026-07-14' },
  { type: 'take', step: 'B-2', nextAction: nextActionId('again'), on: '2026-07-14' },
  { type: 'add-activity', step: 'B-2', form: formId('G'), on: '2026-07-14' },
  { type: 'cancel', step: 'B-3', reason: 'made in error', on: '2026-07-15' },
  { type: 'complete', step: 'B-2', choose: [], on: '2026-07-15' },
  { type: 'reopen', step: 'B-2', reason: 'a date was wrong', on: '2026-07-16' },
];

const { state } = walkRulesOf(index).player.momentOf(caseOf('a case', input, EVENTS));

test('every event of a history is said with the names of the workspace', () => {
  expect(state.history.filter(({ kind }) => kind === 'refused')).toEqual([]);
  expect(EVENTS.map((event) => describeEvent(index, state, event))).toEqual([
    'A begun, source “Police”',
    '“Q”: 6 July 2026',
    '“R”: words',
    '“S”, Brother 1: x',
    '“T”, row 2: one and two',
    '“R”: answer taken back',
    'Person record, SEX: Male',
    'A completed with “A>B”',
    'Date moved to Tuesday 14 July 2026',
    'B 1 started',
    '“again” started from B 1',
    'G added to B 1',
    'B 2 cancelled: made in error',
    'B 1 completed',
    'B 1 opened again: a date was wrong',
  ]);
});

test('a step that is no more is said by its key', () => {
  const event: WalkEvent = { type: 'complete', step: 'GONE-7', choose: [], on: '2026-07-15' };
  expect(describeEvent(index, state, event)).toBe('GONE-7 completed');
});

test('answers on one form on one day stand together, and every event once', () => {
  const runs = historyRuns(index, state, EVENTS);
  expect(runs.map(({ title, lines }) => `${title} ${lines.map(({ at }) => at).join(',')}`).slice(0, 4)).toEqual([
    ' 1',
    'F, A: 5 answers 2,3,4,5,6',
    ' 7',
    ' 8',
  ]);
  expect(runs.flatMap(({ lines }) => lines.map(({ at }) => at))).toEqual(EVENTS.map((_, before) => before + 1));
});

test('a day is said with its weekday, and what is no day as it is', () => {
  expect(describeDay('2026-07-14')).toBe('Tuesday 14 July 2026');
  expect(describeDay('2026-11-01')).toBe('Sunday 1 November 2026');
  expect(describeDay('soon')).toBe('soon');
});

test('an answer has its dates in words, with the time where there is one', () => {
  expect(describeAnswer('2026-04-12T21:50')).toBe('12 April 2026, 21:50');
  expect(describeAnswer(['2026-04-12', 'words'])).toBe('12 April 2026 and words');
  expect(describeAnswer('2026-02-30')).toBe('2026-02-30');
});
