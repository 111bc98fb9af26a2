import { FINDING_KINDS, type Finding, SEVERITIES } from '#model/finding.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { DECISIONS } from '#model/words.ts';
import type { Sorting } from './findings-query.ts';
import { stepsAbout } from './match-findings.ts';

const orderOf = (words: readonly string[]): ReadonlyMap<string, number> =>
  new Map(words.map((word, place) => [word, place]));

const SEVERITY_ORDER = orderOf(SEVERITIES);
const KIND_ORDER = orderOf(FINDING_KINDS);
const DECISION_ORDER = orderOf(DECISIONS);
const LAST = Number.MAX_SAFE_INTEGER;

/** The place of each step in the file, which is the order in which people wrote them down. */
export const orderOfSteps = (index: WorkspaceIndex): ReadonlyMap<string, number> =>
  orderOf([...index.stepTypes.keys()]);

/** The findings in an order; what is equal in it stays as the audit gave it. Undecided ones come first by decision. */
export function sortFindings(
  index: WorkspaceIndex,
  findings: readonly Finding[],
  sorting: Sorting,
): readonly Finding[] {
  const steps = orderOfSteps(index);
  const RANKS: Readonly<Record<Sorting, (finding: Finding) => number>> = {
    severity: (finding) => SEVERITY_ORDER.get(finding.severity) ?? LAST,
    kind: (finding) => KIND_ORDER.get(finding.kind) ?? LAST,
    step: (finding) => steps.get(stepsAbout(index, finding)[0] ?? '') ?? LAST,
    decision: (finding) => (finding.decision === null ? -1 : (DECISION_ORDER.get(finding.decision.decision) ?? LAST)),
  };
  const rankOf = RANKS[sorting];
  return findings
    .map((finding) => ({ finding, rank: rankOf(finding) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ finding }) => finding);
}
