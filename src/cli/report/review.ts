import { count } from '#diagram/describe-step.ts';
import type { Audit } from '#model/audit.ts';
import type { FindingKind } from '#model/finding.ts';
import { countOf } from './findings.ts';
import { heading, percent, table, wrap } from './text.ts';

const SIGNALS: readonly (readonly [FindingKind, string])[] = [
  ['value/review-candidate', 'To review first: no known use, and one more sign'],
  ['value/no-known-use', 'No known use'],
  ['value/no-reader', 'Nobody is known to read it'],
  ['value/rarely-answered', 'Rarely answered'],
  ['value/always-same', 'Nearly always the same answer'],
  ['value/not-helpful', 'Practitioners say not helpful, no data user disagrees'],
  ['value/hard-to-answer', 'Hard to answer: a matter of wording'],
  ['value/unchanged', 'Text carried over unchanged'],
];

/** What is known of the use of each question, and for how many nobody has looked yet. */
export function describeReview(audit: Audit): readonly string[] {
  const share = percent(audit.summary.assessedShare);
  const rows = SIGNALS.map(([kind, words]) => [words, String(countOf(audit.findings, kind))]).filter(
    ([, number]) => number !== '0',
  );
  return [
    ...heading('Questions to review'),
    ...wrap(
      `Purposes are recorded for ${share} of ${count(audit.counts.questions, 'question')}. The others are not assessed: nothing is said about their use.`,
    ),
    ...(rows.length === 0
      ? ['No sign that a question should be reviewed.']
      : [
          ...table([[`Sign (${share} assessed)`, 'Questions'], ...rows]),
          ...wrap('A sign is a reason to ask. What happens to a question is for people to decide.'),
        ]),
  ];
}
