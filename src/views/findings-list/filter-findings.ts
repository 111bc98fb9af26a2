import { describeKind, topicOf } from '#diagram/finding-words.ts';
import type { Finding, FindingKind, Severity } from '#model/finding.ts';

/** What of the findings is listed; an empty word lets everything through. */
export interface FindingsFilter {
  readonly topic: string;
  readonly kind: FindingKind | '';
  readonly severity: Severity | '';
  readonly text: string;
}

export const EVERYTHING: FindingsFilter = { topic: '', kind: '', severity: '', text: '' };

const textOf = (finding: Finding): string =>
  [describeKind(finding.kind), finding.message, finding.id].join('\n').toLowerCase();

/** The findings that pass a filter. Text is looked for in the sentence, the kind and the keys, whatever its case. */
export function filterFindings(findings: readonly Finding[], filter: FindingsFilter): readonly Finding[] {
  const words = filter.text.trim().toLowerCase();
  return findings.filter(
    (finding) =>
      (filter.topic === '' || topicOf(finding.kind) === filter.topic) &&
      (filter.kind === '' || finding.kind === filter.kind) &&
      (filter.severity === '' || finding.severity === filter.severity) &&
      (words === '' || textOf(finding).includes(words)),
  );
}
