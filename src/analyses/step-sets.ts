import type { StepSets } from '#model/audit.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { allBits, type Bits, hasBit, without } from './bits.ts';

/** For every reachable step type, what it makes and what is known before, after and beside it, from places that feed or record. */
export function stepSets(input: AnalysisInput): readonly StepSets[] {
  const { flow, numbers, recording } = input;
  const size = numbers.facts.length;
  const inOrder = numbers.facts.map(({ id }, f) => ({ id, f })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const keys = (bits: Bits | undefined): readonly string[] =>
    bits === undefined ? [] : inOrder.filter(({ f }) => hasBit(bits, f)).map(({ id }) => id);
  return flow.steps.map((step, s) => ({
    stepType: step.id,
    makesAlways: keys(recording.makesSure[s]),
    makesSometimes: keys(recording.makesMaybe[s]),
    beforeAlways: keys(recording.beforeSure[s]),
    beforeSometimes: keys(recording.beforeMaybe[s]),
    afterAlways: keys(without(allBits(size), recording.avoidable[s] ?? allBits(size))),
    afterSometimes: keys(recording.afterMaybe[s]),
    beside: keys(recording.besideMaybe[s]),
  }));
}
