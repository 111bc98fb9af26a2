import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { SOURCE_KINDS } from '#model/words.ts';
import { arbitraryWorkspace, aWorkspace } from './random-workspace.ts';

test('a workspace in five lines', () => {
  const workspace = aWorkspace({
    steps: ['A may-start opens:referral'],
    actions: ['A > B always', 'back: B > A requires:B>end', 'B > end if:F.Q=Not_known'],
    activities: ['B F optional letter'],
    questions: ['F.Q mandatory yes-no', 'F.R shown:Q=Yes|No'],
    sources: ['born F.R @B records', 'due step-date started @A order:2', 'age calculated born due'],
    items: ['Age fact:age on:begun min:0'],
    events: ['begun A started'],
  });
  expect(workspace.stepTypes.map(({ id, mayStart }) => [id, mayStart])).toEqual([
    ['A', true],
    ['B', false],
  ]);
  expect(workspace.nextActions.map(({ id }) => id)).toEqual(['A>B', 'back', 'B>end']);
  expect(workspace.nextActions[2]?.rules).toEqual([
    { kind: 'mandatory-if', form: 'F', question: 'Q', answer: 'Not known' },
  ]);
  expect(workspace.questions[1]?.shownIf).toEqual([{ kind: 'one-of', question: 'Q', answers: ['Yes', 'No'] }]);
  expect(workspace.sources.map(({ kind, ref, order }) => [kind, ref, order])).toEqual([
    ['question', '', null],
    ['step-date', 'started', 2],
    ['calculated', 'born; due', null],
  ]);
  expect(workspace.facts.map(({ id }) => id)).toEqual(['born', 'due', 'age']);
});

test('every kind of source and rule comes up, and every reference points somewhere', () => {
  const kinds = new Set<string>();
  const rules = new Set<string>();
  const targets = new Set<string>();
  for (const workspace of fc.sample(arbitraryWorkspace(), { numRuns: 300, seed: 1 })) {
    const steps = new Set(workspace.stepTypes.map(({ id }) => id));
    expect(workspace.stepTypes.some(({ mayStart }) => mayStart)).toBe(true);
    for (const source of workspace.sources) {
      kinds.add(source.kind);
      expect(source.stepType === null || steps.has(source.stepType)).toBe(true);
    }
    for (const action of workspace.nextActions) {
      targets.add(action.to.kind);
      expect(steps).toContain(action.from);
      for (const rule of action.rules) rules.add(rule.kind);
    }
  }
  expect([...kinds].toSorted()).toEqual([...SOURCE_KINDS].toSorted());
  expect([...rules].toSorted()).toEqual(['always', 'immediate', 'mandatory-if', 'one-of', 'requires']);
  expect([...targets].toSorted()).toEqual(['end', 'step', 'unknown']);
});
