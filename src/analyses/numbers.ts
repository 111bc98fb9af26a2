import type { AuditSummary, ItemCoverage, ItemStatus } from '#model/audit.ts';
import type { Finding } from '#model/finding.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { type TypedEntry, typedEntries } from './typed-entries.ts';

/** Tells entries that a person has ruled out as duplicates: by fact, step (or blank: all) and question of a finding's place. */
export function ruledOut(
  findings: readonly Finding[],
): (entry: Pick<TypedEntry, 'fact' | 'question'>, stepType: string) => boolean {
  const keys = new Set(
    findings.flatMap((finding) => {
      const own = finding.places[0];
      if (finding.decision?.decision !== 'not-a-duplicate' || own === undefined) return [];
      return [[finding.fact, own.stepType ?? '', own.form ?? '', own.question ?? ''].join('|')];
    }),
  );
  if (keys.size === 0) return () => false;
  return (entry, stepType) =>
    ['', stepType].some((step) => keys.has([entry.fact.id, step, entry.question.form, entry.question.code].join('|')));
}

/** How many times over facts are typed in the whole workspace: the sum of max(0, entries − 1) over facts. */
export function countDuplicateEntries(input: AnalysisInput, findings: readonly Finding[]): number {
  const isRuledOut = ruledOut(findings);
  const perFact = new Map<string, number>();
  for (const entry of typedEntries(input)) {
    if (isRuledOut(entry, input.flow.steps[entry.step]?.id ?? '')) continue;
    perFact.set(entry.fact.id, (perFact.get(entry.fact.id) ?? 0) + 1);
  }
  return [...perFact.values()].reduce((sum, entries) => sum + Math.max(0, entries - 1), 0);
}

/** The share of questions whose purposes somebody has looked at, 0 to 1; 0 where there are no questions. */
export function assessedShare(input: AnalysisInput): number {
  const { questions } = input.index.workspace;
  return questions.length === 0
    ? 0
    : questions.filter((question) => question.purposes.assessed).length / questions.length;
}

const countStatus = (coverage: readonly ItemCoverage[], status: ItemStatus): number =>
  coverage.filter((item) => item.status === status).length;

/** How many questions are review candidates, whatever has been decided about them. */
const countCandidates = (findings: readonly Finding[]): number =>
  new Set(
    findings
      .filter((finding) => finding.kind === 'value/review-candidate')
      .map((finding) => `${finding.places[0]?.form ?? ''}/${finding.places[0]?.question ?? ''}`),
  ).size;

/** The figures at the head of an audit. */
export function summarise(
  input: AnalysisInput,
  coverage: readonly ItemCoverage[],
  findings: readonly Finding[],
): AuditSummary {
  return {
    covered: countStatus(coverage, 'covered'),
    gaps: countStatus(coverage, 'gaps'),
    missing: countStatus(coverage, 'missing'),
    duplicateEntries: countDuplicateEntries(input, findings),
    reviewCandidates: countCandidates(findings),
    assessedShare: assessedShare(input),
  };
}
