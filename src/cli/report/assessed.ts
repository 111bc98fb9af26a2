import { count } from '#diagram/describe-step.ts';
import type { Audit } from '#model/audit.ts';
import type { Finding, FindingKind } from '#model/finding.ts';
import { groupBy } from '#model/index-workspace.ts';
import { countOf, undecided } from './findings.ts';
import { heading, percent, table, wrap } from './text.ts';

const SHOWN = 5;

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

const questionOf = ({ places }: Finding): string => JSON.stringify([places[0]?.form, places[0]?.question]);

/** The questions to review first: those with the most signs, in the order of the forms. */
function candidates(audit: Audit, share: string): readonly string[] {
  const waiting = undecided(audit.findings, 'value/review-candidate');
  if (waiting.length === 0) return [];
  const signs = groupBy(
    audit.findings.filter(({ kind }) => kind.startsWith('value/')),
    questionOf,
  );
  const signsOf = (finding: Finding): number => signs.get(questionOf(finding))?.length ?? 0;
  const most = waiting.toSorted((a, b) => signsOf(b) - signsOf(a));
  const more = most.length - SHOWN;
  // Without the severity, which would read as a verdict on the question.
  const shown = most
    .slice(0, SHOWN)
    .flatMap(({ message }, place) => wrap(message, `${String(place + 1).padStart(2)}. `));
  const others = more > 0 ? [`    and ${count(more, 'more', 'more')}; all of them with --json.`] : [];
  return ['', `To review first (${share} assessed):`, ...shown, ...others];
}

/** For how many questions somebody has said what they are for, and what was found about the use of the others. */
export function describeAssessed(audit: Audit): readonly string[] {
  const title = heading('What is assessed, and what is not');
  if (audit.counts.questions === 0) return [...title, 'There is no question to assess.'];
  const share = percent(audit.summary.assessedShare);
  const questions = count(audit.counts.questions, 'question');
  const others = audit.summary.assessedShare < 1 ? '; for the others nobody has said yet' : '';
  return [
    ...title,
    ...wrap(`What it is for is recorded for ${share} of ${questions}${others}.`),
    ...signals(audit, share),
    ...candidates(audit, share),
  ];
}
