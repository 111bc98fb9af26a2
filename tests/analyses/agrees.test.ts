import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { arbitraryWorkspace } from '../support/random-workspace.ts';
import { bruteForce, fromAudit } from './brute-force.ts';

const RUNS = 1500;
const small = { maxSteps: 5, maxActions: 7, maxFacts: 5 };
const asList = (map: ReadonlyMap<string, string>): readonly string[] =>
  [...map].map(([key, value]) => `${key} = ${value}`).sort();

test('every set of facts is the one that trying every choice and walking every route gives', () => {
  let steps = 0;
  fc.assert(
    fc.property(arbitraryWorkspace(small), (workspace) => {
      const audit = auditWorkspace(workspace, []);
      expect(audit.steps).toEqual(bruteForce(workspace).steps);
      steps += audit.steps.length;
    }),
    { numRuns: RUNS, interruptAfterTimeLimit: 20_000 },
  );
  expect(steps).toBeGreaterThan(RUNS);
});

test('coverage at every place is the one that brute force gives', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(arbitraryWorkspace(small), (workspace) => {
      const places = fromAudit(auditWorkspace(workspace, [])).places;
      for (const status of places.values()) seen.add(status);
      expect(asList(places)).toEqual(asList(bruteForce(workspace).places));
    }),
    { numRuns: RUNS, interruptAfterTimeLimit: 20_000 },
  );
  expect([...seen].sort()).toEqual(['always', 'never', 'sometimes']);
});

test('duplicates on routes and in steps are the ones that brute force gives', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(arbitraryWorkspace(small), (workspace) => {
      const duplicates = fromAudit(auditWorkspace(workspace, [])).duplicates;
      for (const id of duplicates.keys()) seen.add(id.split('|')[0] ?? '');
      expect(asList(duplicates)).toEqual(asList(bruteForce(workspace).duplicates));
    }),
    { numRuns: RUNS, interruptAfterTimeLimit: 20_000 },
  );
  expect(seen.size).toBe(3);
});

test('no analysis crashes on any workspace', () => {
  fc.assert(
    fc.property(arbitraryWorkspace(), (workspace) => {
      expect(auditWorkspace(workspace, []).findings.filter((finding) => finding.kind === 'analysis/crashed')).toEqual(
        [],
      );
    }),
    { numRuns: RUNS, interruptAfterTimeLimit: 20_000 },
  );
});
