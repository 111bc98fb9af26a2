import { test } from 'vitest';
import { analysisInput } from '#analyses/analysis-input.ts';
import { ANALYSES } from '#analyses/index.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { aWorkspace } from '../support/a-workspace.ts';
test('speed', () => {
  for (const size of [1, 3]) {
  const forms = Array.from({ length: 250 * size }, (_, f) => f);
  const w = aWorkspace({
    steps: ['A may-start may-end'],
    activities: forms.map((f) => `A F${f}`),
    questions: forms.flatMap((f) => Array.from({ length: 60 }, (_, q) => `F${f}.Q${q} ${q < 20 ? `lookup:L${(f * 20 + q) % 2000}` : q < 30 ? 'yes-no' : 'long-text'}`)),
    lookups: Array.from({ length: 2000 * size }, (_, l) => `L${l} ${Array.from({ length: 20 }, (_, a) => `answer${a}_${l}`).join(' ')}`),
    items: ['I fact:f code-set:S'],
    codes: [`S ${Array.from({ length: 40 }, (_, c) => `c${c}`).join(' ')}`],
    sources: forms.map((f) => `f F${f}.Q3`),
    mappings: Array.from({ length: 500 }, (_, l) => `L${l * 4 + 3} answer1_x S c${l % 40}`),
  });
  const usage = w.questions.map((q) => ({ form: q.form, question: q.code, stepType: null, from: '', to: '', shown: 1000, answered: 900, distinct: null, topShare: 0.4, avgChars: null, compared: 100, unchanged: 7, notHelpful: 0, hardToAnswer: 0, helpful: null, dataUserNeeds: null, at: q.at }));
  const index = indexWorkspace({ ...w, usage: [] });
  const input = analysisInput(index);
  for (const [name, run] of Object.entries(ANALYSES)) {
    run(input, []); run(input, []);
    const t = performance.now();
    const n = run(input, []).length;
    console.log(size, name, n, Math.round(performance.now() - t));
  }
  }
}, 100000);
