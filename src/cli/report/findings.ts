import { count } from '#diagram/describe-step.ts';
import { FINDING_KINDS, type Finding, type FindingKind, SEVERITIES } from '#model/finding.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { routeInWords } from './names.ts';
import { wrap } from './text.ts';

const rank = (finding: Finding): number =>
  SEVERITIES.indexOf(finding.severity) * FINDING_KINDS.length + FINDING_KINDS.indexOf(finding.kind);

/** Findings that wait for a decision, of the kinds whose name begins so, the gravest first. */
export function undecided(findings: readonly Finding[], ...beginnings: readonly string[]): readonly Finding[] {
  return findings
    .filter((finding) => finding.decision === null)
    .filter((finding) => beginnings.some((beginning) => finding.kind.startsWith(beginning)))
    .toSorted((a, b) => rank(a) - rank(b));
}

/** How many findings are of a kind, decided or not. */
export const countOf = (findings: readonly Finding[], kind: FindingKind): number =>
  findings.filter((finding) => finding.kind === kind).length;

/** A finding's sentence, and the route that shows it. `first` opens the first line. */
export function describeFinding(finding: Finding, first: string, index: WorkspaceIndex): readonly string[] {
  const route = finding.route === null || finding.route.length === 0 ? null : routeInWords(index, finding.route);
  return [
    ...wrap(`[${finding.severity}] ${finding.message}`, first),
    ...(route === null ? [] : wrap(`Route: ${route}`, ' '.repeat(first.length))),
  ];
}

/** Findings as a numbered list, and how many more there are. */
export function listFindings(findings: readonly Finding[], most: number, index: WorkspaceIndex): readonly string[] {
  const more = findings.length - most;
  return [
    ...findings
      .slice(0, most)
      .flatMap((finding, place) => describeFinding(finding, `${String(place + 1).padStart(2)}. `, index)),
    ...(more > 0 ? [`    and ${count(more, 'more', 'more')}; all of them with --json.`] : []),
  ];
}
