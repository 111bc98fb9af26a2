import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { returnId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { randomWalk } from '../support/random-walk.ts';
import { arbitraryWorkspace } from '../support/random-workspace.ts';

const tight = (what: 'before' | 'after' | 'beside' | 'made') => {
  fc.assert(
    fc.property(arbitraryWorkspace({ maxSteps: 4, maxActions: 5, maxQuestions: 0, maxFacts: 2, maxSources: 5 }), (random) => {
      const workspace = { ...random, sources: random.sources.map((s) => ({ ...s, assured: s.assured === true && s.kind !== 'question' ? true : s.kind.startsWith('step') || s.kind === 'next-action' ? null : s.assured })) };
      const audit = auditWorkspace(workspace, [], returnId('test')).steps;
      const index = indexWorkspace(workspace);
      const some = new Map<string, Set<string>>();
      const every = new Map<string, Set<string>>();
      for (let seed = 0; seed < 150; seed += 1) {
        const walk = randomWalk(index, seed, 8);
        if (what === 'after' && !walk.finished) continue;
        for (const step of walk.steps) {
          if (what === 'made' && !step.completed) continue;
          const got = new Set<string>(step[what]);
          some.set(step.stepType, new Set([...(some.get(step.stepType) ?? []), ...got]));
          every.set(step.stepType, new Set([...(every.get(step.stepType) ?? got)].filter((f) => got.has(f))));
        }
      }
      for (const sets of audit) {
        if (!some.has(sets.stepType)) continue;
        const maybe = { before: sets.beforeSometimes, after: sets.afterSometimes, beside: sets.beside, made: sets.makesSometimes }[what];
        const sure = { before: sets.beforeAlways, after: sets.afterAlways, beside: null, made: sets.makesAlways }[what];
        expect([sets.stepType, 'maybe', ...[...(some.get(sets.stepType) ?? [])].toSorted()]).toEqual([sets.stepType, 'maybe', ...maybe]);
        if (sure !== null) expect([sets.stepType, 'sure', ...[...(every.get(sets.stepType) ?? [])].toSorted()]).toEqual([sets.stepType, 'sure', ...sure]);
      }
    }),
    { numRuns: 120, seed: 11 },
  );
};
test.each(['before', 'after'] as const)('%s', tight, 600000);
