import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { returnId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Source, Workspace } from '#model/workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { randomWalk } from '../support/random-walk.ts';
import { arbitraryWorkspace, aWorkspace } from '../support/random-workspace.ts';
import { walkDifferences } from '../support/walk-agrees.ts';

/*
 * The analysis reads the workflow; the machine lives it. Whatever a random life records must lie within what the
 * analysis calls possible, and hold what it calls certain.
 */

/** "Assured" says that a council sees to it; nothing in the machine makes it so for a question, so it is left unsaid. */
const withoutAssuredQuestions = (workspace: Workspace): Workspace => ({
  ...workspace,
  sources: workspace.sources.map(
    (source): Source => (source.kind === 'question' && source.assured === true ? { ...source, assured: null } : source),
  ),
});

test('what a walk records lies between what the analysis calls certain and what it calls possible', () => {
  const seen = { walks: 0, finished: 0, steps: 0, certain: 0, branched: 0 };
  fc.assert(
    fc.property(arbitraryWorkspace(), fc.array(fc.integer(), { minLength: 1, maxLength: 4 }), (random, seeds) => {
      const workspace = withoutAssuredQuestions(random);
      const steps = new Map(auditWorkspace(workspace, [], returnId('test')).steps.map((sets) => [sets.stepType, sets]));
      const index = indexWorkspace(workspace);
      for (const seed of seeds) {
        const walk = randomWalk(index, seed);
        seen.walks += 1;
        seen.finished += walk.finished ? 1 : 0;
        seen.steps += walk.steps.length;
        for (const step of walk.steps) {
          const sets = steps.get(step.stepType);
          expect(walkDifferences(step, sets, walk)).toEqual([]);
          seen.certain += (sets?.beforeAlways.length ?? 0) + (walk.finished ? (sets?.afterAlways.length ?? 0) : 0);
          seen.branched += step.beside.size;
        }
      }
    }),
    { numRuns: Number(process.env['WALKS'] ?? 250), seed: Number(process.env['SEED'] ?? 1) },
  );
  if (process.env['WALKS'] !== undefined) console.log(seen);
  expect(seen.finished).toBeGreaterThan(seen.walks / 4);
  expect(Math.min(seen.certain, seen.branched)).toBeGreaterThan(50);
});

test('a planted fault is found', () => {
  const workspace = aWorkspace({
    steps: ['A may-start'],
    actions: ['A > B', 'B > end'],
    sources: ['a step-date started @A', 'b step-date started @B'],
  });
  const walk = randomWalk(indexWorkspace(workspace), 1);
  const [, b] = walk.steps;
  const [, sets] = auditWorkspace(workspace, [], returnId('test')).steps;
  if (b === undefined || sets === undefined) throw new Error('The walk did not come to B.');
  expect(walkDifferences(b, sets, walk)).toEqual([]);
  expect(walkDifferences(b, { ...sets, beforeSometimes: [], makesAlways: ['a', 'b'] }, walk)).toEqual([
    'B-2: a is makesAlways, not made',
    'B-2: a is before, not in beforeSometimes',
  ]);
});
