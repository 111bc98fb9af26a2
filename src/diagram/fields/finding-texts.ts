import { SEVERITY_WORDS } from '#diagram/status-words.ts';
import { type Finding, SEVERITIES, type Severity } from '#model/finding.ts';
import { type FieldMark, joinList } from './field-column.ts';

const TONES: Readonly<Record<Severity, FieldMark['tone']>> = {
  high: 'bad',
  medium: 'some',
  low: 'info',
  info: 'quiet',
};

/** The gravest severity among some findings; null where there are none. */
export const worstOf = (findings: readonly Finding[]): Severity | null =>
  SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? null;

export function worstMark(findings: readonly Finding[]): FieldMark | null {
  const worst = worstOf(findings);
  return worst === null ? null : { tone: TONES[worst], ...SEVERITY_WORDS[worst] };
}

/** `3: on route, no purpose`; empty where there are none. */
export function findingsText(findings: readonly Finding[]): string {
  if (findings.length === 0) return '';
  const kinds = findings.map(({ kind }) => kind.slice(kind.indexOf('/') + 1).replaceAll('-', ' '));
  return `${findings.length}: ${joinList(kinds).replaceAll(';', ',')}`;
}
