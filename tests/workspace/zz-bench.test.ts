import Papa from 'papaparse';
import { test } from 'vitest';
import { openWorkspace } from '#pipeline/open-workspace.ts';
import { writeWorkspace } from '#workspace/write-workspace.ts';
import { exampleFiles, shippedFiles } from './folder.ts';

test('bench', () => {
  const files = new Map(exampleFiles());
  const text = new TextDecoder().decode(files.get('workflows/questions.csv'));
  const [head, ...rows] = text.trimEnd().split('\n');
  for (const n of [50_000, 200_000]) {
    for (const bad of [false, true]) {
      const out = [head!];
      for (let i = 0; i < n; i++)
        out.push(rows[i % rows.length]!.replace(/^([^,]+),([^,]+)/, bad ? `$1x${i},$2_${i}` : `$1,$2_${i}`));
      const t = out.join('\n');
      files.set('workflows/questions.csv', new TextEncoder().encode(t));
      const a = performance.now();
      Papa.parse(t);
      const b = performance.now();
      const opened = openWorkspace(files, shippedFiles());
      const c = performance.now();
      writeWorkspace(opened);
      const d = performance.now();
      console.log(
        n,
        bad,
        t.length,
        'papa',
        b - a,
        'open',
        c - b,
        'write',
        d - c,
        opened.problems.length,
        opened.value.questions.length,
        opened.problems[5],
      );
    }
  }
}, 200_000);
