import { count } from '#diagram/describe-step.ts';
import type { Audit } from '#model/audit.ts';
import type { FindingKind } from '#model/finding.ts';
import { countOf } from './findings.ts';
import { heading, percent, table, wrap } from './text.ts';

/** Kinds of finding that this version does not look for. An analysis that is added is a line taken out here. */
export const NOT_LOOKED_FOR: Readonly<Partial<Record<FindingKind, string>>> = {
  'coverage/item-late': 'items recorded only after their date has passed',
};

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

function signals(audit: Audit, share: string): readonly string[] {
  const rows = SIGNALS.map(([kind, words]) => [words, String(countOf(audit.findings, kind))]);
  const found = rows.filter(([, number]) => number !== '0');
  if (found.length === 0) return [];
  const note = 'A sign is a reason to ask. What happens to a question is for people to decide.';
  return [...table([[`Sign (${share} assessed)`, 'Questions'], ...found]), ...wrap(note)];
}

/** For how many questions somebody has said what they are for, what was found about their use, and what was not looked at. */
export function describeAssessed(audit: Audit): readonly string[] {
  const share = percent(audit.summary.assessedShare);
  const questions = count(audit.counts.questions, 'question');
  const others = audit.summary.assessedShare < 1 ? '; for the others nobody has said yet' : '';
  const missing = Object.values(NOT_LOOKED_FOR);
  return [
    ...heading('What is assessed, and what is not'),
    ...wrap(`What it is for is recorded for ${share} of ${questions}${others}.`),
    ...signals(audit, share),
    ...(missing.length === 0 ? [] : wrap(`This version does not look for: ${missing.join('; ')}.`)),
  ];
}
