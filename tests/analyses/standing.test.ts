import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Source, Workspace } from '#model/workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { dice, FULL_SIZE, fullSizeWorkspace } from '../bench/full-size.ts';
import { arbitraryWorkspace } from '../support/random-workspace.ts';

const RUNS = 300;

/** How a source may be changed; the last way takes it away. */
const CHANGES: readonly ((source: Source, workspace: Workspace, at: number) => Source | null)[] = [
  (source) => ({ ...source, use: source.use === 'feeds' ? 'records' : 'feeds' }),
  (source) => ({ ...source, use: 'supports' }),
  (source) => ({ ...source, status: source.status === 'ignored' ? 'confirmed' : 'ignored' }),
  (source, { facts }, at) => ({ ...source, fact: facts[at % facts.length]?.id ?? source.fact }),
  (source, { questions }, at) => {
    const question = questions[at % Math.max(1, questions.length)];
    return question === undefined
      ? source
      : { ...source, kind: 'question', form: question.form, question: question.code, stepType: null, ref: '' };
  },
  (source) => ({ ...source, assured: source.assured === true ? null : true, order: (source.order ?? 0) + 1 }),
  () => null,
];

function withOneChanged(workspace: Workspace, at: number, way: number): Workspace {
  const { sources } = workspace;
  const changed = at % Math.max(1, sources.length);
  const change = CHANGES[way % CHANGES.length];
  return {
    ...workspace,
    sources: sources.flatMap((source, n) => (n === changed ? (change?.(source, workspace, at) ?? []) : source)),
  };
}

/** A copy is a workspace that was never seen before, of which nothing is remembered. */
function expectSameAsNew(workspace: Workspace): void {
  expect(auditWorkspace(workspace, [])).toEqual(auditWorkspace(structuredClone(workspace), []));
}

test('after each of several changes to sources, the audit is what it would be had nothing been remembered', () => {
  fc.assert(
    fc.property(arbitraryWorkspace(), fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }), (first, changes) => {
      let workspace = first;
      auditWorkspace(workspace, []);
      for (const [at, way] of changes) {
        workspace = withOneChanged(workspace, at, way);
        expectSameAsNew(workspace);
      }
    }),
    { numRuns: RUNS },
  );
});

test('so it is on a larger workspace, in every way in which a source may change', () => {
  const roll = dice(5);
  let workspace = fullSizeWorkspace({
    ...FULL_SIZE,
    steps: 40,
    nextActions: 130,
    forms: 40,
    questions: 800,
    lookupAnswers: 320,
    facts: 30,
    sources: 300,
    items: 20,
  });
  auditWorkspace(workspace, []);
  for (const way of CHANGES.keys()) {
    workspace = withOneChanged(workspace, roll.below(1_000_000), way);
    expectSameAsNew(workspace);
  }
});

test('lookups stay the same values while sources change, and are new after any other change', () => {
  const workspace = fullSizeWorkspace({ ...FULL_SIZE, questions: 50, lookupAnswers: 0 });
  const { questions } = indexWorkspace(workspace);
  expect(indexWorkspace({ ...workspace, sources: [] }).questions).toBe(questions);
  expect(indexWorkspace({ ...workspace, forms: [...workspace.forms] }).questions).not.toBe(questions);
});

test('what changes beside sources is not remembered', () => {
  const workspace = fullSizeWorkspace({ ...FULL_SIZE, steps: 40, nextActions: 130, forms: 40, questions: 400 });
  auditWorkspace(workspace, []);
  const [, ...nextActions] = workspace.nextActions;
  for (const changed of [
    { ...workspace, nextActions },
    { ...workspace, usage: [] },
    { ...workspace, facts: workspace.facts.map((fact) => ({ ...fact, protected: 'law' })) },
    { ...workspace, lookupAnswers: [] },
    { ...workspace, stepForms: workspace.stepForms.slice(5) },
  ])
    expectSameAsNew(changed);
});
