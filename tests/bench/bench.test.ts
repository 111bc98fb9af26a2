import { expect, test } from 'vitest';
import { openWorkspace } from '#pipeline/open-workspace.ts';
import { asFiles } from './as-files.ts';
import { runBench } from './bench.ts';
import { FULL_SIZE, type FullSize, fullSizeWorkspace } from './full-size.ts';
import { replaceTable, toMarkdown } from './table.ts';

const TINY: FullSize = {
  seed: 3,
  steps: 40,
  nextActions: 120,
  forms: 40,
  questions: 200,
  lookupAnswers: 160,
  facts: 9,
  sources: 40,
  items: 9,
};

test('a workspace made for measuring is read back from its files as it was made', () => {
  const workspace = fullSizeWorkspace(TINY);
  const { value, problems } = openWorkspace(asFiles(workspace), new Map());
  expect(value).toEqual(workspace);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('the full size is that of a whole Mosaic', () => {
  const { steps, nextActions, questions } = FULL_SIZE;
  expect({ steps, nextActions, questions }).toEqual({ steps: 250, nextActions: 900, questions: 15_000 });
});

test('every line is measured, and the table says so between its markers', async () => {
  const told: string[] = [];
  const lines = await runBench(
    {
      full: TINY,
      growth: [1, 2].map((by) => ({ by, size: { ...TINY, questions: TINY.questions * by } })),
      chains: [2, 3],
      rounds: 1,
      extracts: { steps: 5, forms: 5, versions: 2, questionsEach: 6 },
      children: 30,
      firstLoad: [new Uint8Array(100)],
      app: null,
    },
    ({ what }) => told.push(what),
  );
  expect(lines).toHaveLength(14);
  expect(told).toEqual(lines.map(({ what }) => what));
  for (const line of lines) expect(`${line.took} ${line.baseline} ${line.ratio}`).not.toMatch(/NaN|Infinity/u);
  const before = 'a\n<!-- speed: written by npm run bench -->\nold\n<!-- speed: end -->\nz';
  const after = replaceTable(before, toMarkdown(lines, 'Measured today.')) ?? '';
  expect(after).toContain('Measured today.');
  expect(after).not.toContain('old');
  expect(replaceTable(after, 'x')).toBe(replaceTable(before, 'x'));
  expect(replaceTable('no markers', 'x')).toBeNull();
});
