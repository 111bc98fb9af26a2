import { describe, expect, test } from 'vitest';
import type { Workspace } from '#model/workspace.ts';
import { aWorkspace, type WorkspaceWords } from '../support/a-workspace.ts';
import { auditOf, withReview } from '../support/expect-findings.ts';

const summaryOf = (given: Workspace | WorkspaceWords) => auditOf(given).summary;

/** One fact typed on three forms, one after the other. */
const thrice: WorkspaceWords = {
  steps: ['A may-start'],
  actions: ['A > B', 'B > C', 'C > end'],
  activities: ['A F', 'B G', 'C H'],
  questions: ['F.Q', 'G.Q', 'H.Q'],
  sources: ['born F.Q', 'born G.Q', 'born H.Q records'],
};

test('a fact that is typed three times is two duplicate entries', () => {
  expect(summaryOf(thrice).duplicateEntries).toBe(2);
});

describe('duplicate entries', () => {
  test('are counted for each fact, never below none', () => {
    expect(summaryOf({ ...thrice, sources: ['a F.Q', 'b G.Q', 'c H.Q', 'a H.Q'] }).duplicateEntries).toBe(1);
    expect(summaryOf({ ...thrice, sources: [] }).duplicateEntries).toBe(0);
  });

  test('one form in two steps is two entries', () => {
    const given = { ...thrice, activities: ['A F', 'B F'], sources: ['born F.Q'] };
    expect(summaryOf(given).duplicateEntries).toBe(1);
  });

  test('two rows for one place are one entry', () => {
    expect(summaryOf({ ...thrice, sources: ['born F.Q', 'born F.Q @A'] }).duplicateEntries).toBe(0);
  });

  test.each<[string, Partial<WorkspaceWords>]>([
    ['judgements', { facts: ['born judgement'] }],
    ['what is true of one step only', { facts: ['born step'] }],
    ['what is pulled', { questions: ['F.Q', 'G.Q pulled-locked', 'H.Q system'] }],
    [
      'what is recorded without typing',
      { sources: ['born F.Q', 'born step-date started @B', 'born person-field DOB'] },
    ],
    ['what is ruled out or only background', { sources: ['born F.Q', 'born G.Q ignored', 'born H.Q supports'] }],
    ['what stands where no route comes', { actions: ['A > end', 'B > C', 'C > end'] }],
  ])('leave out %s', (_, more) => {
    expect(summaryOf({ ...thrice, ...more }).duplicateEntries).toBe(0);
  });

  test('leave out each place that was reviewed as not a duplicate', () => {
    const once = withReview(thrice, 'duplicate/on-route|born|C|H|Q', 'not-a-duplicate');
    expect(summaryOf(once).duplicateEntries).toBe(1);
    const twice = withReview(once, 'duplicate/on-route|born|B|G|Q', 'not-a-duplicate');
    expect(summaryOf(twice).duplicateEntries).toBe(0);
  });

  test('keep what was decided otherwise', () => {
    const kept = withReview(thrice, 'duplicate/on-route|born|C|H|Q', 'keep-and-explain');
    expect(summaryOf(kept).duplicateEntries).toBe(2);
  });

  test('a form reviewed as a whole is left out in all its steps', () => {
    const given = {
      ...thrice,
      activities: ['A F', 'B F'],
      questions: ['F.Q', 'F.R'],
      sources: ['born F.Q', 'born F.R'],
    };
    expect(summaryOf(given).duplicateEntries).toBe(3);
    expect(summaryOf(withReview(given, 'duplicate/on-form|born|F|R', 'not-a-duplicate')).duplicateEntries).toBe(1);
  });
});

test('items are counted by how they are covered', () => {
  const given = {
    steps: ['A may-start may-end'],
    sources: ['a step-date started @A', 'b step-date started @A suggested', 'c person-field C @A'],
    events: ['begun A started'],
    items: ['A fact:a on:begun', 'B fact:b on:begun', 'C fact:c on:begun', 'D fact:d on:begun', 'E fact:a'],
  };
  expect(summaryOf(given)).toMatchObject({ covered: 1, gaps: 1, missing: 1 });
  expect(auditOf(given).coverage.map((item) => item.status)).toEqual([
    'covered',
    'unconfirmed',
    'gaps',
    'missing',
    'not-triggered',
  ]);
});

test('the share assessed is of all questions whose purposes somebody has looked at, even if there are none', () => {
  const workspace = aWorkspace({ questions: ['F.A', 'F.B', 'F.C', 'F.D'] });
  const [first, second, ...rest] = workspace.questions.map((question) => ({ ...question }));
  if (first === undefined || second === undefined) throw new Error('Four questions');
  const looked = [
    { ...first, purposes: { assessed: true, values: [] } },
    { ...second, purposes: { assessed: true, values: ['return' as const] } },
    ...rest,
  ];
  expect(summaryOf({ ...workspace, questions: looked }).assessedShare).toBe(0.5);
  expect(summaryOf(workspace).assessedShare).toBe(0);
  expect(summaryOf({}).assessedShare).toBe(0);
});
