import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { returnId } from '#model/ids.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { openWorkspace } from '#pipeline/open-workspace.ts';
import { exampleFiles, shippedFiles } from '../workspace/folder.ts';

test('x', () => {
  const o = openWorkspace(exampleFiles(), shippedFiles());
  for (const y of ['cin-2026-27', 'cin-2023-24']) {
    const t = performance.now();
    const a = auditWorkspace(o.value, o.problems, returnId(y));
    const f = a.findings.filter((f) => /^(codes|value|analysis)/.test(f.kind));
    const n: Record<string, number> = {};
    for (const x of f) n[x.kind] = (n[x.kind] ?? 0) + 1;
    console.log(
      y,
      performance.now() - t,
      n,
      a.problems.map((p) => p.message),
    );
    writeFileSync(
      `/tmp/try/${y}.txt`,
      f
        .map((x) => `${x.id}\t${x.severity}\t${x.message}${x.decision ? ' DECIDED ' + x.decision.decision : ''}`)
        .join('\n'),
    );
  }
});
