import { expect, test } from 'vitest';
import { analysisInput } from '#analyses/analysis-input.ts';
import { analyse } from '#analyses/index.ts';
import { isLonger } from '#analyses/lateness.ts';
import type { Finding } from '#model/finding.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { ClockUnit } from '#model/words.ts';
import type { Clock, Workspace } from '#model/workspace.ts';
import { aWorkspace, type WorkspaceWords } from '../support/a-workspace.ts';

const clock = (length: number, unit: ClockUnit = 'working days', from = 'referral'): Clock => ({
  length,
  unit,
  from,
  basis: 'statutory',
});

const withClocks = (workspace: Workspace, clocks: Readonly<Record<string, Clock>>): Workspace => ({
  ...workspace,
  stepTypes: workspace.stepTypes.map((step) => ({ ...step, clock: clocks[step.id] ?? null })),
});

const late = (workspace: Workspace): readonly Finding[] =>
  analyse(analysisInput(indexWorkspace(workspace))).findings.filter(({ kind }) => kind === 'coverage/item-late');

/** An item due when the assessment is finished, and recorded in the plan that always follows. */
const words: WorkspaceWords = {
  steps: ['Referral may-start', 'Assessment', 'Plan may-end', 'Review may-end'],
  actions: ['Referral > Assessment always', 'Assessment > Plan always', 'Plan > Review'],
  activities: ['Plan F'],
  questions: ['F.Q mandatory', 'F.Other'],
  facts: ['outcome referral'],
  sources: ['outcome F.Q'],
  events: ['assessed Assessment completed'],
  items: ['Outcome fact:outcome on:assessed'],
};

test('[coverage/item-late] an item that is surely recorded, but only in a step whose clock runs longer', () => {
  const [finding, ...others] = late(withClocks(aWorkspace(words), { Assessment: clock(45), Plan: clock(60) }));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    id: 'coverage/item-late|Outcome|assessed|Assessment',
    severity: 'high',
    certainty: 'every-route',
    fact: 'outcome',
    items: ['Outcome'],
    places: [{ stepType: 'Assessment' }, { stepType: 'Plan' }],
    route: [
      { stepType: 'Referral', nextAction: 'Referral>Assessment' },
      { stepType: 'Assessment', nextAction: null },
    ],
    message:
      'Outcome falls due at Assessment, within 45 working days of the referral, but “outcome” is surely recorded only later, in Plan (60 working days), counted from the same referral: record it by the time it falls due, or accept that it comes late and say why.',
  });
});

test.each([
  ['the later clock is the same', { Assessment: clock(45), Plan: clock(45) }],
  ['the step has no clock', { Plan: clock(60) }],
  ['the later step has no clock', { Assessment: clock(45) }],
  [
    'the later clock is counted from another role',
    { Assessment: clock(45), Plan: clock(60, 'working days', 'contact') },
  ],
] satisfies readonly (readonly [string, Readonly<Record<string, Clock>>])[])('not where %s', (_, clocks) => {
  expect(late(withClocks(aWorkspace(words), clocks))).toEqual([]);
});

const clocks = { Assessment: clock(45), Plan: clock(60), Review: clock(10) };

test.each([
  ['recorded before', { sources: ['outcome F.Q', 'outcome step-date started @Referral'] }],
  ['recorded in the step itself', { sources: ['outcome F.Q', 'outcome step-date completed @Assessment'] }],
  ['not surely recorded at all', { sources: ['outcome F.Other'] }],
  [
    'recorded in another later step that runs shorter',
    { sources: ['outcome F.Q', 'outcome step-date started @Review'] },
  ],
] satisfies readonly (readonly [string, WorkspaceWords])[])('not where it is %s', (_, also) => {
  expect(late(withClocks(aWorkspace({ ...words, ...also }), clocks))).toEqual([]);
});

test('a later step that makes the fact of another instance does not count', () => {
  const opening = {
    ...words,
    steps: ['Referral may-start', 'Assessment', 'Plan may-end', 'Review may-end opens:referral'],
  };
  const found = late(
    withClocks(aWorkspace({ ...opening, sources: ['outcome F.Q', 'outcome step-date started @Review'] }), clocks),
  );
  expect(found.map((finding) => finding.places)).toEqual([[{ stepType: 'Assessment' }, { stepType: 'Plan' }]]);
});

test('a calculation is late when one of its inputs is', () => {
  const calculated = {
    ...words,
    sources: ['outcome F.Q', 'begun step-date started @Referral', 'length calculated outcome begun'],
    items: ['Length fact:length on:assessed'],
  };
  expect(late(withClocks(aWorkspace(calculated), clocks)).map((finding) => finding.id)).toEqual([
    'coverage/item-late|Length|assessed|Assessment',
  ]);
});

test.each([
  [clock(5), clock(7, 'days'), false],
  [clock(5), clock(8, 'days'), true],
  [clock(1, 'months'), clock(30, 'days'), false],
  [clock(1, 'months'), clock(22), true],
  [clock(6, 'months'), clock(180, 'days'), false],
])('clock %j is exceeded by %j: %s', (own, later, longer) => {
  expect(isLonger(later, own)).toBe(longer);
});
