import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programOf, run } from './built.mjs';

/**
 * A stage of the checks: commands run one after the other, all of them, whatever came of the one before.
 * A stage with a `report` runs tests, and its counts come from that file.
 * @typedef {{ readonly name: string, readonly commands: readonly (readonly string[])[], readonly report?: string }} Stage
 */

/**
 * What came of a stage. A stage without tests counts as one.
 * @typedef {{ readonly name: string, readonly ok: boolean, readonly passed: number, readonly failed: number }} Outcome
 */

const scratch = mkdtempSync(join(tmpdir(), 'throughline-check-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

/**
 * @param {string} report
 * @param {readonly string[]} more
 */
const vitest = (report, ...more) => [
  programOf('vitest'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...more,
];

/** @returns {readonly Stage[]} */
export function checkStages() {
  const report = join(scratch, 'unit.json');
  const vite = programOf('vite');
  return [
    { name: 'format', commands: [[programOf('@biomejs/biome', 'biome'), 'ci', '--colors=off']] },
    { name: 'lint', commands: [[programOf('oxlint'), '--type-aware', 'src', 'tests', 'scripts']] },
    { name: 'types', commands: [[programOf('typescript', 'tsc')]] },
    { name: 'types of the core rooms', commands: [[programOf('typescript', 'tsc'), '-p', 'src/tsconfig.core.json']] },
    { name: 'unit tests', commands: [vitest(report, '--coverage')], report },
    { name: 'unused code', commands: [[programOf('knip'), '--no-progress']] },
    {
      name: 'build',
      commands: [
        // What a build before left must not be measured or tested in place of one that failed.
        ['--eval', "fs.rmSync('dist', { recursive: true, force: true })"],
        [vite, 'build', '--logLevel=warn'],
        [vite, 'build', '--logLevel=warn', '--config=vite.cli.config.ts'],
      ],
    },
    { name: 'size of the first load', commands: [[programOf('size-limit')]] },
  ];
}

/** @returns {Stage} */
export function browserStage() {
  const report = join(scratch, 'browser.json');
  return { name: 'browser tests', commands: [vitest(report, '--config=vitest.browser.config.ts')], report };
}

/**
 * The counts of a test report. A test file that did not even load counts as one failure.
 * @param {string} report
 * @returns {{ passed: number, failed: number }}
 */
function countTests(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0 };
  /** @type {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const notLoaded = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + notLoaded.length };
}

/**
 * @param {Stage} stage
 * @param {boolean} ok
 * @returns {Outcome}
 */
function outcomeOf(stage, ok) {
  if (stage.report === undefined) return { name: stage.name, ok, passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  const { passed, failed } = countTests(stage.report);
  // A run that fails with every test passed, or with none seen, has failed in itself.
  const looked = passed + failed > 0;
  const itself = (!ok || !looked) && failed === 0 ? 1 : 0;
  return { name: stage.name, ok: ok && looked, passed, failed: failed + itself };
}

/**
 * Runs the stages in order, all of them, and prints what came of each.
 * @param {readonly Stage[]} stages
 * @returns {Promise<readonly Outcome[]>}
 */
export async function runStages(stages) {
  const outcomes = [];
  for (const stage of stages) {
    const startedAt = performance.now();
    const runs = [];
    for (const command of stage.commands) runs.push(await run(command));
    const outcome = outcomeOf(
      stage,
      runs.every((each) => each.ok),
    );
    outcomes.push(outcome);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    const tests = stage.report === undefined ? '' : `  ${outcome.passed} passed, ${outcome.failed} failed`;
    console.log(`${outcome.ok ? 'ok    ' : 'FAILED'}  ${stage.name.padEnd(24)}${seconds.padStart(6)} s${tests}`);
    if (!outcome.ok)
      console.log(
        runs
          .map((each) => each.output)
          .join('')
          .trimEnd(),
      );
  }
  return outcomes;
}
