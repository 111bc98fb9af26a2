import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromAuditPatch, toAuditPatch } from '#pipeline/audit-patch.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { arbitraryWorkspace } from '../support/random-workspace.ts';

test('the patch from an audit to any other gives that other', () => {
  fc.assert(
    fc.property(arbitraryWorkspace(), arbitraryWorkspace(), (one, other) => {
      const [before, after] = [auditWorkspace(one, [], null), auditWorkspace(other, [], null)];
      expect(fromAuditPatch(before, toAuditPatch(before, after))).toEqual(after);
      expect(fromAuditPatch(null, toAuditPatch(null, after))).toEqual(after);
    }),
    { numRuns: 60 },
  );
});

test('what has not changed is neither sent nor another value', () => {
  fc.assert(
    fc.property(arbitraryWorkspace(), (workspace) => {
      const before = auditWorkspace(workspace, [], null);
      const patch = toAuditPatch(before, structuredClone(before));
      expect(patch.findings.every((member) => typeof member === 'number')).toBe(true);
      const after = fromAuditPatch(before, patch);
      for (const [at, finding] of after.findings.entries()) expect(finding).toBe(before.findings[at]);
    }),
    { numRuns: 30 },
  );
});
