import { describeTopic, topicOf } from '#diagram/finding-words.ts';
import type { Audit } from '#model/audit.ts';
import { groupBy } from '#model/index-workspace.ts';

/** How many findings of a topic people have decided on. */
export interface DecidedTopic {
  readonly topic: string;
  readonly words: string;
  readonly findings: number;
  readonly decided: number;
}

/** Decided and all findings of each topic, in the order in which kinds of findings are listed. */
export const decidedByTopic = (audit: Audit): readonly DecidedTopic[] =>
  [...groupBy(audit.findings, ({ kind }) => topicOf(kind))].map(([topic, findings]) => ({
    topic,
    words: describeTopic(topic),
    findings: findings.length,
    decided: findings.filter(({ decision }) => decision !== null).length,
  }));
