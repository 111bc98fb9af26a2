import ELK from 'elkjs/lib/elk.bundled.js';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { drawMap } from '#diagram/draw-map.ts';
import { toElk } from '#layout/to-elk.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { openWorkspace } from '#pipeline/open-workspace.ts';
const files = new Map<string, Uint8Array>();
const walk = (d: string): void => { for (const e of readdirSync(d, { withFileTypes: true })) e.isDirectory() ? walk(d + '/' + e.name) : files.set(d + '/' + e.name, readFileSync(d + '/' + e.name)); };
walk('workflows'); walk('mappings');
test('x', async () => {
  const shipped = new Map([...files].filter(([p]) => p.startsWith('mappings/returns/')));
  const w = openWorkspace(files, shipped).value;
  const g = toElk(drawMap(indexWorkspace(w)));
  const elk = new ELK();
  await elk.layout(structuredClone(g));
  const P = 'elk.layered.';
  const out: string[] = [];
  for (const [name, o] of Object.entries({
ls1: {'elk.randomSeed':'1'},ls2: {'elk.randomSeed':'2'},ls3: {'elk.randomSeed':'3'},ls4: {'elk.randomSeed':'4'},lspe1: {'elk.randomSeed':'1',[P+'considerModelOrder.strategy']:'PREFER_EDGES'},lspe2: {'elk.randomSeed':'2',[P+'considerModelOrder.strategy']:'PREFER_EDGES'},lspe3: {'elk.randomSeed':'3',[P+'considerModelOrder.strategy']:'PREFER_EDGES'},lspe4: {'elk.randomSeed':'4',[P+'considerModelOrder.strategy']:'PREFER_EDGES'},lspes1: {'elk.randomSeed':'1',[P+'considerModelOrder.strategy']:'PREFER_EDGES',_sort:'1'},lspes2: {'elk.randomSeed':'2',[P+'considerModelOrder.strategy']:'PREFER_EDGES',_sort:'1'},lspes3: {'elk.randomSeed':'3',[P+'considerModelOrder.strategy']:'PREFER_EDGES',_sort:'1'},lspes4: {'elk.randomSeed':'4',[P+'considerModelOrder.strategy']:'PREFER_EDGES',_sort:'1'},ls_st1: {'elk.randomSeed':'1',_st:'1'},ls_st2: {'elk.randomSeed':'2',_st:'1'},ls_st3: {'elk.randomSeed':'3',_st:'1'},ls_st4: {'elk.randomSeed':'4',_st:'1'},ls_stpe1: {'elk.randomSeed':'1',_st:'1',[P+'considerModelOrder.strategy']:'PREFER_EDGES'},ls_stpe2: {'elk.randomSeed':'2',_st:'1',[P+'considerModelOrder.strategy']:'PREFER_EDGES'},ls_stpe3: {'elk.randomSeed':'3',_st:'1',[P+'considerModelOrder.strategy']:'PREFER_EDGES'},ls_stpe4: {'elk.randomSeed':'4',_st:'1',[P+'considerModelOrder.strategy']:'PREFER_EDGES'},ls_stpes1: {'elk.randomSeed':'1',_st:'1',[P+'considerModelOrder.strategy']:'PREFER_EDGES',_sort:'1'},ls_stpes2: {'elk.randomSeed':'2',_st:'1',[P+'considerModelOrder.strategy']:'PREFER_EDGES',_sort:'1'},ls_stpes3: {'elk.randomSeed':'3',_st:'1',[P+'considerModelOrder.strategy']:'PREFER_EDGES',_sort:'1'},ls_stpes4: {'elk.randomSeed':'4',_st:'1',[P+'considerModelOrder.strategy']:'PREFER_EDGES',_sort:'1'},nsst: {[P+'nodePlacement.strategy']:'NETWORK_SIMPLEX',_st:'1'},nsst2: {[P+'nodePlacement.strategy']:'NETWORK_SIMPLEX',_st:'1','elk.randomSeed':'2'},nsstt1: {[P+'nodePlacement.strategy']:'NETWORK_SIMPLEX',_st:'1',[P+'thoroughness']:'1'},nsstpe: {[P+'nodePlacement.strategy']:'NETWORK_SIMPLEX',_st:'1',[P+'considerModelOrder.strategy']:'PREFER_EDGES'}  })) {
    const h = structuredClone(g); const oo = o as Record<string,string>;
    h.layoutOptions = { ...h.layoutOptions, ...Object.fromEntries(Object.entries(oo).filter(([k]) => !k.startsWith('_'))) };
    const used = (id: string): number => { const [f, t] = id.split('→'); const own = w.nextActions.filter(a => a.from === f); const all = own.reduce((n, a) => n + (a.timesUsed ?? 0), 0) || 1; return own.filter(a => a.to.kind === 'step' && a.to.stepType === t).reduce((n, a) => n + (a.timesUsed ?? 0), 0) / all; };
    for (const e of h.edges!) { const p = String(1 + Math.round(9 * used(e.id!))); e.layoutOptions = { ...(oo['_st'] ? { [P + 'priority.straightness']: p } : {}) }; }
    if (oo['_sort']) h.edges!.sort((a, b) => used(b.id!) - used(a.id!));

    const t = Date.now(); const r = await elk.layout(h);
    let len = 0; let bends = 0;
    for (const e of r.edges ?? []) for (const s of e.sections ?? []) { const p = [s.startPoint, ...(s.bendPoints ?? []), s.endPoint]; bends += p.length - 2; for (let i = 1; i < p.length; i++) len += Math.abs(p[i]!.x - p[i - 1]!.x) + Math.abs(p[i]!.y - p[i - 1]!.y); }
    const at = (id: string): number => { const n = r.children!.find(c => c.id === id)!; return n.x! + n.width! / 2; }; const dist = (a: string, b: string): number => Math.round(Math.abs(at(a) - at(b)));
    const wl = Math.round((r.edges ?? []).reduce((sum, e) => { const s = e.sections![0]!; return sum + used(e.id!) * Math.abs(s.startPoint.x - s.endPoint.x); }, 0));
    out.push(`${wl} ${name} ref-cfa ${dist('REFERRAL','CFA')} cfa-str ${dist('CFA','STRATEGY')} con-ref ${dist('CONTACT','REFERRAL')} `+`${Math.round(r.width!)}x${Math.round(r.height!)} len ${Math.round(len)} bends ${bends} ms ${Date.now() - t}`);
  }
  writeFileSync('/tmp/exp/opts.txt', out.join('\n'));
}, 300000);
