import { describeTopic, topicOf } from '#diagram/finding-words.ts';
import type { Audit } from '#model/audit.ts';
import { groupBy } from '#model/index-workspace.ts';

/** How many findings of a topic people have decided on. Suggestions, which nobody has to answer, are left out. */
export interface DecidedTopic {
  readonly topic: string;
  readonly words: string;
  readonly findings: number;
  readonly decided: number;
}

/** The findings that people are asked to decide on. */
export const toBeDecided = ({ findings }: Audit): Audit['findings'] =>
  findings.filter(({ severity }) => severity !== 'info');

/** Decided and all findings of each topic, in the order in which kinds of findings are listed. */
export const decidedByTopic = (audit: Audit): readonly DecidedTopic[] =>
  [...groupBy(toBeDecided(audit), ({ kind }) => topicOf(kind))].map(([topic, findings]) => ({
    topic,
    words: describeTopic(topic),
    findings: findings.length,
    decided: findings.filter(({ decision }) => decision !== null).length,
  }));
