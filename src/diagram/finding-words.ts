import { FINDING_KINDS, type Finding, type FindingKind } from '#model/finding.ts';

const TOPIC_WORDS: Readonly<Record<string, string>> = {
  coverage: 'Coverage',
  duplicate: 'Duplicates',
  codes: 'Codes',
  value: 'Review',
  workflow: 'Workflow',
};

/** What a kind of finding belongs to: the part before its stroke. */
export const topicOf = (kind: FindingKind): string => kind.slice(0, kind.indexOf('/'));

const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const describeTopic = (topic: string): string => TOPIC_WORDS[topic] ?? sentenceCase(topic);

/** "duplicate/on-route" as people read it: "On route". */
export const describeKind = (kind: FindingKind): string =>
  sentenceCase(kind.slice(kind.indexOf('/') + 1).replaceAll('-', ' '));

export interface KindCount {
  readonly kind: FindingKind;
  readonly words: string;
  readonly findings: number;
}

export interface TopicCount {
  readonly topic: string;
  readonly words: string;
  readonly findings: number;
  readonly kinds: readonly KindCount[];
}

function countKinds(findings: readonly Finding[]): readonly KindCount[] {
  const counts = new Map<FindingKind, number>();
  for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return FINDING_KINDS.filter((kind) => counts.has(kind)).map((kind) => ({
    kind,
    words: describeKind(kind),
    findings: counts.get(kind) ?? 0,
  }));
}

/** The topics that occur and their kinds, in the order of the kinds, each with how many findings it has. */
export function countTopics(findings: readonly Finding[]): readonly TopicCount[] {
  const all = countKinds(findings);
  return [...new Set(all.map(({ kind }) => topicOf(kind)))].map((topic) => {
    const kinds = all.filter(({ kind }) => topicOf(kind) === topic);
    return {
      topic,
      words: describeTopic(topic),
      findings: kinds.reduce((sum, counted) => sum + counted.findings, 0),
      kinds,
    };
  });
}
