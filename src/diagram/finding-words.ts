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

export interface TopicCount {
  readonly topic: string;
  readonly words: string;
  readonly findings: number;
}

/** The topics that occur, in the order of the kinds, each with how many findings it has. */
export function countTopics(findings: readonly Finding[]): readonly TopicCount[] {
  const topics = [...new Set(FINDING_KINDS.map(topicOf))];
  return topics
    .map((topic) => ({
      topic,
      words: describeTopic(topic),
      findings: findings.filter((finding) => topicOf(finding.kind) === topic).length,
    }))
    .filter((counted) => counted.findings > 0);
}
