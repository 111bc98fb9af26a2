import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { analysisInput } from '#analyses/analysis-input.ts';
import { figuresOf } from '#analyses/figures.ts';
import { analyse } from '#analyses/index.ts';
import { countDuplicateEntries } from '#analyses/numbers.ts';
import type { Figures } from '#model/figures.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Purpose } from '#model/words.ts';
import type { Review, Workspace } from '#model/workspace.ts';
import { aWorkspace } from '../support/a-workspace.ts';
import { arbitraryWorkspace } from '../support/random-workspace.ts';

function figures(workspace: Workspace): Figures {
  const input = analysisInput(indexWorkspace(workspace));
  return figuresOf(input, analyse(input).findings);
}

const twice = aWorkspace({
  steps: ['A may-start workflow:One', 'B workflow:Two may-end'],
  actions: ['A > B always'],
  activities: ['A F', 'B G'],
  questions: ['F.Q mandatory', 'F.R', 'G.Q mandatory', 'G.P pulled-editable'],
  facts: ['born', 'due', 'view judgement'],
  sources: ['born F.Q', 'born G.Q records', 'due F.R', 'born G.P records', 'view F.R', 'view G.Q'],
});

test('a fact typed in two steps is one duplicate entry of the workspace, and none of each step', () => {
  const { workspace, steps, lanes } = figures(twice);
  expect(workspace.duplicates).toEqual({
    typedEntries: 3,
    duplicateEntries: 1,
    duplicateRate: 0.3333,
    factEntries: 4,
    distinctFacts: 2,
    factRedundancy: 0.5,
    pulledRepeats: 1,
    pullForwardRate: 0.5,
  });
  expect(steps.map((step) => step.duplicates.duplicateEntries)).toEqual([0, 0]);
  expect(lanes.map((lane) => [lane.name, lane.stepTypes])).toEqual([
    ['One', ['A']],
    ['Two', ['B']],
  ]);
});

test('what people ruled out as a duplicate is out of every count', () => {
  const review: Review = {
    finding: 'duplicate/on-route|born|B|G|Q',
    decision: 'not-a-duplicate',
    reason: 'asked again on purpose',
    by: 'A',
    on: '2026-11-01',
    at: { file: '', row: 2 },
  };
  const { workspace, forms } = figures({ ...twice, reviews: [review] });
  expect(workspace.duplicates.duplicateEntries).toBe(0);
  expect(forms.map((form) => form.duplicates.typedEntries)).toEqual([2, 0]);
});

test('a form counts a question once, however many steps carry it', () => {
  const { forms, workspace } = figures({
    ...twice,
    stepForms: [...twice.stepForms, { ...twice.stepForms[0]!, stepType: twice.stepTypes[1]!.id }],
  });
  expect(forms[0]?.duplicates.typedEntries).toBe(2);
  expect(workspace.duplicates.typedEntries).toBe(5);
});

test('on a route, a new instance of a scope is counted afresh, and a loop within one is not', () => {
  const route = (opens: string) =>
    figures(
      aWorkspace({
        steps: ['Plan may-start', `Review ${opens} may-end`],
        actions: ['Plan > Review always'],
        activities: ['Plan F', 'Review F'],
        questions: ['F.Q mandatory'],
        facts: ['date review', 'born'],
        sources: ['date F.Q', 'born F.Q'],
      }),
    ).routes.firstSteps[0]?.least?.duplicates;
  expect(route('opens:review')?.duplicateEntries).toBe(1);
  expect(route('')?.duplicateEntries).toBe(2);
});

test('the three shares of national returns, of questions and of seconds, with the share assessed beside them', () => {
  const purposes: Readonly<Record<string, readonly Purpose[] | null>> = {
    A: ['return'],
    B: ['return', 'practice'],
    C: ['practice'],
    D: [],
    E: null,
  };
  const workspace = aWorkspace({
    steps: ['S may-start may-end'],
    activities: ['S F'],
    questions: ['F.A mandatory date', 'F.B mandatory date', 'F.C mandatory date', 'F.D mandatory date', 'F.E'],
    facts: ['born'],
    sources: ['born F.C records'],
    items: ['Born fact:born on:begun'],
  });
  const { returns } = figures({
    ...workspace,
    questions: workspace.questions.map((question) => {
      const values = purposes[question.code] ?? null;
      return { ...question, purposes: { assessed: values !== null, values: values ?? [] } };
    }),
  }).workspace;
  expect(returns).toEqual({
    questions: 5,
    assessed: 4,
    assessedShare: 0.8,
    onlyForReturns: { ofQuestions: 0.25, ofSeconds: 0.25 },
    shared: { ofQuestions: 0.375, ofSeconds: 0.375 },
    touched: { ofQuestions: 0.75, ofSeconds: 0.75 },
  });
});

test('first capture: in route order, where a fact can first be recorded and where it first surely is', () => {
  const { facts } = figures(
    aWorkspace({
      steps: ['A may-start', 'B', 'C may-end', 'N may-start'],
      actions: ['A > B always', 'B > C always', 'N > C always', 'C > A'],
      activities: ['A F', 'B G', 'C G'],
      questions: ['F.Q', 'G.Q mandatory'],
      sources: ['born F.Q', 'born G.Q', 'sex person-field SEX assured'],
    }),
  );
  expect(facts).toEqual([
    { fact: 'born', heldBefore: 'never', firstSteps: ['A', 'C'], firstSureSteps: ['B', 'C'] },
    { fact: 'sex', heldBefore: 'always', firstSteps: [], firstSureSteps: [] },
  ]);
});

test('duplicate entries of the workspace are those of the summary', () => {
  fc.assert(
    fc.property(arbitraryWorkspace(), (workspace) => {
      const input = analysisInput(indexWorkspace(workspace));
      const { findings } = analyse(input);
      const { duplicates } = figuresOf(input, findings).workspace;
      expect(duplicates.duplicateEntries).toBe(countDuplicateEntries(input, findings));
      expect(duplicates.distinctFacts).toBeLessThanOrEqual(duplicates.factEntries);
    }),
  );
});

test('figures are plain JSON', () => {
  fc.assert(
    fc.property(arbitraryWorkspace(), (workspace) => {
      const found = figures(workspace);
      expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    }),
    { numRuns: 30 },
  );
});
