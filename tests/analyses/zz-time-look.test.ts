import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { analysisInput } from '#analyses/analysis-input.ts';
import { figuresOf } from '#analyses/figures.ts';
import { analyse } from '#analyses/index.ts';
import { readFolder } from '#cli/read-folder.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { openWorkspace } from '#pipeline/open-workspace.ts';

test('look', async () => {
  const { files } = await readFolder('.');
  const { value: workspace, problems } = openWorkspace(files, files);
  console.log(problems.slice(0, 3), workspace.stepTypes.length);
  const input = analysisInput(indexWorkspace(workspace));
  const { findings } = analyse(input);
  const t = performance.now();
  const figures = figuresOf(input, findings);
  console.log('ms', performance.now() - t);
  for (let i = 0; i < 5; i++) {
    const t = performance.now();
    figuresOf(input, findings);
    console.log('ms', performance.now() - t);
  }
  writeFileSync('/tmp/figures.json', JSON.stringify(figures, null, 1));
});
