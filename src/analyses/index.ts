import type { ItemCoverage } from '#model/audit.ts';
import { FINDING_KINDS, type Finding } from '#model/finding.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { analyseCodeGaps } from './codes-gap.ts';
import { analyseRetiredCodes } from './codes-retired.ts';
import { analyseTypeMismatches } from './codes-type-mismatch.ts';
import { analyseUnreachableCodes } from './codes-unreachable.ts';
import { coverageOf } from './coverage.ts';
import {
  analyseFeedsNothing,
  analyseItemGaps,
  analyseOptionalSources,
  analysePrecedence,
} from './coverage-findings.ts';
import { findingId } from './describe.ts';
import { analyseInStep, analyseOnForm, analyseOnRoute, analysePerChild } from './duplicate.ts';
import { analyseLateness } from './lateness.ts';
import { analyseSameWording } from './same-wording.ts';
import { analyseReviewSignals } from './value.ts';
import {
  analyseDeadEnds,
  analyseImpossibleChoices,
  analyseMissingClocks,
  analyseNeverUsedActions,
  analyseUnknownTargets,
  analyseUnreachableSteps,
  analyseUnusedForms,
} from './workflow.ts';

/** One question asked of a workspace, answered in findings. `coverage` was worked out before. */
export type Analysis = (input: AnalysisInput, coverage: readonly ItemCoverage[]) => readonly Finding[];

/** Every analysis by the name that is shown when it fails. Adding one is adding a line here. */
export const ANALYSES: Readonly<Record<string, Analysis>> = {
  'item gaps': analyseItemGaps,
  'items recorded late': analyseLateness,
  'optional sources': analyseOptionalSources,
  'order of precedence': analysePrecedence,
  'questions that feed nothing': analyseFeedsNothing,
  'asked twice on a form': analyseOnForm,
  'recorded twice in a step': analyseInStep,
  'asked again on a route': analyseOnRoute,
  'family facts asked per child': analysePerChild,
  'worded alike': analyseSameWording,
  'answers without a code': analyseCodeGaps,
  'codes no answer leads to': analyseUnreachableCodes,
  'codes of other years': analyseRetiredCodes,
  'question types and formats': analyseTypeMismatches,
  'review signals': analyseReviewSignals,
  'unreachable steps': analyseUnreachableSteps,
  'dead ends': analyseDeadEnds,
  'unknown targets': analyseUnknownTargets,
  'never-used next actions': analyseNeverUsedActions,
  'impossible choices': analyseImpossibleChoices,
  'unused forms': analyseUnusedForms,
  'missing clocks': analyseMissingClocks,
};

function crashed(name: string, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    id: findingId('analysis/crashed', name),
    kind: 'analysis/crashed',
    severity: 'high',
    certainty: null,
    fact: '',
    items: [],
    places: [],
    route: null,
    message: `The analysis “${name}” stopped with a fault of ours (${reason}), so what it would say is missing here; the others ran. Send us the workspace’s structure if you can.`,
    decision: null,
  };
}

/** Runs one part of the analysis; a crash becomes a finding and the part's value is what `otherwise` gives. */
export function guarded<Value>(name: string, run: () => Value, otherwise: Value): readonly [Value, readonly Finding[]] {
  try {
    return [run(), []];
  } catch (error) {
    return [otherwise, [crashed(name, error)]];
  }
}

const RANK = new Map(FINDING_KINDS.map((kind, at) => [kind, at]));

/** Coverage of every item, and all findings in the order of their kinds. `analyses` is for tests. */
export function analyse(
  input: AnalysisInput,
  analyses: Readonly<Record<string, Analysis>> = ANALYSES,
): { readonly coverage: readonly ItemCoverage[]; readonly findings: readonly Finding[] } {
  const [coverage, crash] = guarded<readonly ItemCoverage[]>('coverage', () => coverageOf(input), []);
  const found = Object.entries(analyses).flatMap(([name, run]) => {
    const [findings, failed] = guarded<readonly Finding[]>(name, () => run(input, coverage), []);
    return [...findings, ...failed];
  });
  return {
    coverage,
    findings: [...crash, ...found].toSorted((a, b) => (RANK.get(a.kind) ?? 0) - (RANK.get(b.kind) ?? 0)),
  };
}
