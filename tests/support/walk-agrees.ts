import type { StepSets } from '#model/audit.ts';
import type { VisitedStep, Walk } from './random-walk.ts';

const missing = (part: Iterable<string>, whole: Iterable<string>): readonly string[] => {
  const all = new Set(whole);
  return [...part].filter((fact) => !all.has(fact));
};

/** Where the walk and the analysis differ at one step, in words; empty where they agree. */
export function walkDifferences(step: VisitedStep, sets: StepSets | undefined, walk: Walk): readonly string[] {
  if (sets === undefined) return [`${step.key} was reached`];
  const checks: readonly (readonly [string, readonly string[]])[] = [
    ['made, not in makesSometimes', missing(step.made, sets.makesSometimes)],
    ['makesAlways, not made', step.completed ? missing(sets.makesAlways, step.made) : []],
    ['before, not in beforeSometimes', missing(step.before, sets.beforeSometimes)],
    ['beforeAlways, not before', missing(sets.beforeAlways, step.before)],
    ['after, not in afterSometimes', missing(step.after, sets.afterSometimes)],
    ['afterAlways, not after', walk.finished ? missing(sets.afterAlways, step.after) : []],
    ['beside, not in beside', missing(step.beside, sets.beside)],
  ];
  return checks.flatMap(([what, facts]) => facts.map((fact) => `${step.key}: ${fact} is ${what}`));
}
