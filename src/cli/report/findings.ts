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

function describeFinding(finding: Finding, number: number, index: WorkspaceIndex): readonly string[] {
  const start = `${String(number).padStart(2)}. `;
  const route = finding.route === null || finding.route.length === 0 ? null : routeInWords(index, finding.route);
  return [
    ...wrap(`[${finding.severity}] ${finding.message}`, start),
    ...(route === null ? [] : wrap(`Route: ${route}`, ' '.repeat(start.length))),
  ];
}

/** Findings as a numbered list, each with the route that shows it, and how many more there are. */
export function listFindings(findings: readonly Finding[], most: number, index: WorkspaceIndex): readonly string[] {
  const more = findings.length - most;
  return [
    ...findings.slice(0, most).flatMap((finding, place) => describeFinding(finding, place + 1, index)),
    ...(more > 0 ? [`    and ${count(more, 'more', 'more')}; all of them with --json.`] : []),
  ];
}
