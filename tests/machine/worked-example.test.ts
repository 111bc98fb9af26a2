import { describe, expect, test } from 'vitest';
import { fromXStateJson } from '#machine/from-machine.ts';
import { toXStateJson } from '#machine/to-machine.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { openExample } from '../support/open-example.ts';
import { randomWalk } from '../support/random-walk.ts';
import { walkDifferences } from '../support/walk-agrees.ts';

const { value: example } = openExample();
const index = indexWorkspace(example);
const sets = new Map(auditWorkspace(example, []).steps.map((step) => [step.stepType, step]));
const firsts = example.stepTypes.filter(({ mayStart }) => mayStart).map(({ id }) => id);

describe('the worked example', () => {
  test('has first steps', () => {
    expect(firsts.length).toBeGreaterThan(1);
  });

  test.each(firsts)('begins at %s and comes to an end, as the analysis says', (first) => {
    const walks = Array.from({ length: 8 }, (_, seed) => randomWalk(index, seed, { first, limit: 12 }));
    expect(walks.filter(({ finished }) => finished).length).toBeGreaterThan(0);
    const differing = walks.flatMap((walk) =>
      walk.steps.flatMap((step) => walkDifferences(step, sets.get(step.stepType), walk)),
    );
    expect(differing).toEqual([]);
  });

  test('comes back from XState JSON as it was', () => {
    const { stepTypes, nextActions } = example;
    const chart: unknown = JSON.parse(JSON.stringify(toXStateJson(example)));
    expect(fromXStateJson(chart)).toEqual({ value: { stepTypes, nextActions }, problems: [] });
  });
});
