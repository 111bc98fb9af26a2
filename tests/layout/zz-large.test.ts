import ELK from 'elkjs/lib/elk.bundled.js';
import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { drawMap } from '#diagram/draw-map.ts';
import { layOutWithElk } from '#layout/lay-out-with-elk.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { aWorkspace } from '../support/a-workspace.ts';
import { faultsOf } from './layout-laws.ts';
test('large', async () => {
  let seed = 7; const rnd = (n: number): number => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % n; };
  const out: string[] = [];
  for (const [n, m] of [[60, 200], [120, 400], [250, 900]] as const) {
    const steps = Array.from({ length: n }, (_, i) => `S${i} workflow:L${Math.floor(i / (n / 8))} ${i % 9 === 0 ? 'may-start' : ''}`);
    const actions = Array.from({ length: m }, (_, i) => { const a = rnd(n); const r = rnd(10); const b = r < 3 ? 'end' : r < 8 ? `S${Math.min(n - 1, a + 1 + rnd(5))}` : `S${rnd(n)}`; return `a${i}: S${a} > ${b} one-of:X`; });
    const w = aWorkspace({ steps, actions });
    const t = Date.now(); const d = drawMap(indexWorkspace(w)); const t2 = Date.now();
    const l = await layOutWithElk(new ELK())(d);
    out.push(`${n} steps ${d.lines.length} lines draw ${t2 - t} ms layout ${Date.now() - t2} ms ${Math.round(l.size.width)}x${Math.round(l.size.height)} faults ${faultsOf(l).length}`);
    writeFileSync('/tmp/exp/large.txt', out.join('\n'));
  }
}, 300000);
