import { browserStage, checkStages, runStages } from './lib/stages.mjs';

const outcomes = await runStages([...checkStages(), browserStage()]);
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
