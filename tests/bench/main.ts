import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, release } from 'node:os';
import { runBench } from './bench.ts';
import { FULL_SIZE, timesFullSize } from './full-size.ts';
import { WHOLE_MOSAIC } from './importing.ts';
import { replaceTable, toMarkdown } from './table.ts';

// Started by scripts/bench.mjs, which says where things are.
const [readme = '', address = '', browserPath = '', ...firstLoad] = process.argv.slice(2);

const lines = await runBench(
  {
    full: FULL_SIZE,
    growth: [1, 3, 10].map((by) => ({ by, size: timesFullSize(by) })),
    chains: [4, 6, 8, 10, 12],
    rounds: 8,
    extracts: WHOLE_MOSAIC,
    children: 15_000,
    firstLoad: firstLoad.map((file) => readFileSync(file)),
    app: browserPath === '' ? null : { address, browserPath },
  },
  ({ what, took, baseline, ratio, aim, met }) =>
    console.log(`${what}\n  ${took}\n  ${baseline}\n  ${ratio} (aim: ${aim}${met === false ? ', missed' : ''})\n`),
);

const system = `${process.platform} ${release().split('.', 2).join('.')}`;
const model = cpus()[0]?.model.trim() ?? 'unknown processor';
const about = `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node} on ${availableParallelism()} cores, shared with other work (${model}, ${system}). Each line is the least of several rounds taken in turn with what it is held against, so the ratios say more than the times; ratios without a browser are of processor time.`;
const text = readFileSync(readme, 'utf8');
const written = replaceTable(text, toMarkdown(lines, about));
if (written === null) throw new Error(`${readme} does not hold the two markers of the speed table.`);
writeFileSync(readme, written);
