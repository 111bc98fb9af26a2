import { count, nameOfStep } from '#diagram/describe-step.ts';
import { topicOf } from '#diagram/finding-words.ts';
import type { Audit } from '#model/audit.ts';
import type { Finding } from '#model/finding.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { percent } from './figures-in-words.ts';
import type { MarkedStep, OverlayDraft, Tone } from './overlay.ts';
import { questionsOfStep } from './questions-of-step.ts';
import { findingsByStep, reachableSteps } from './steps-of-place.ts';

/** A purpose that nobody has recorded is something to do, not a signal about the question. */
const isSignal = ({ kind }: Finding): boolean =>
  topicOf(kind) === 'value' && kind !== 'value/no-purpose' && kind !== 'value/review-candidate';

interface Counted {
  readonly candidates: number;
  readonly signals: number;
  readonly decided: number;
  readonly questions: number;
  readonly assessed: number;
}

function countIn(index: WorkspaceIndex, step: StepTypeId, findings: readonly Finding[]): Counted {
  const open = findings.filter((finding) => finding.decision === null);
  const questions = questionsOfStep(index, step);
  return {
    candidates: open.filter((finding) => finding.kind === 'value/review-candidate').length,
    signals: open.filter(isSignal).length,
    decided: findings.filter(({ kind, decision }) => decision !== null && kind !== 'value/no-purpose').length,
    questions: questions.length,
    assessed: questions.filter((question) => question.purposes.assessed).length,
  };
}

function toneOf({ candidates, signals, assessed }: Counted): Tone {
  if (candidates > 0) return 'high';
  if (signals > 0) return 'medium';
  return assessed > 0 ? 'low' : 'none';
}

function badgeOf({ candidates, signals, questions, assessed }: Counted): string {
  const share = `${percent(assessed / questions)} assessed`;
  if (candidates > 0) return `${candidates} to review, ${share}`;
  return signals > 0 ? `${count(signals, 'signal')}, ${share}` : share;
}

function markOf(name: string, counted: Counted): MarkedStep {
  const { candidates, signals, decided, questions, assessed } = counted;
  const share = percent(assessed / questions);
  const found = `${count(candidates, 'question')} to review and ${count(signals, 'review signal')}`;
  return {
    mark: {
      tone: toneOf(counted),
      badge: badgeOf(counted),
      words: `${name}: ${found}${decided === 0 ? '' : `, ${decided} decided`}; ${share} of ${count(questions, 'question')} assessed.`,
      count: candidates > 0 ? candidates : signals,
    },
    cells: [String(candidates), String(signals), String(decided), String(questions), share],
  };
}

/** What people may want to look at on the forms of each step, always beside the share of questions assessed. */
export function overlayReview(index: WorkspaceIndex, audit: Audit): OverlayDraft {
  const byStep = findingsByStep(
    index,
    audit.findings.filter(({ kind }) => topicOf(kind) === 'value'),
  );
  const marked = [...reachableSteps(audit)].flatMap((step) => {
    const counted = countIn(index, step, byStep.get(step) ?? []);
    return counted.questions === 0 ? [] : [[step, markOf(nameOfStep(index, step), counted)] as const];
  });
  return {
    title: 'Review',
    marked: new Map(marked),
    tones: [
      ['high', 'questions to review: no known use, and one more signal'],
      ['medium', 'review signals only'],
      ['low', 'no signal among the questions assessed'],
      ['none', 'no question here has been assessed'],
    ],
    badge: [
      '2 to review, 60% assessed',
      'questions to review that nobody has decided on, and the share of questions whose purposes somebody has looked at',
    ],
    columns: ['To review', 'Signals', 'Decided', 'Questions', 'Assessed'],
    note: `Signals are reasons to ask, not verdicts: people decide. ${percent(audit.summary.assessedShare)} of all questions are assessed, so what is not assessed is not counted. A form that stands on several steps counts on each.`,
  };
}
