import { expect, test } from 'vitest';
import { openWorkspace } from '#pipeline/open-workspace.ts';
import { writeWorkspace } from '#workspace/write-workspace.ts';
import { exampleFiles, shippedFiles } from './folder.ts';

test('smoke', () => {
  const files = exampleFiles();
  const opened = openWorkspace(files, shippedFiles());
  console.log(opened.problems.slice(0, 40), opened.problems.length, [...files.keys()]);
  for (const [k, v] of Object.entries(opened.value)) console.log(k, Array.isArray(v) ? v.length : v);
  console.log(opened.value.nextActions.filter(a=>a.rules.length>1).slice(0,3).map(a=>JSON.stringify(a)));
  const w = writeWorkspace(opened);
  for (const [p, b] of w) expect(Buffer.from(b).equals(Buffer.from(files.get(p)!)), p).toBe(true);
  expect(w.size).toBe(files.size);
});
