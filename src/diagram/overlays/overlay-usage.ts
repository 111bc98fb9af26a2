import { count, nameOfStep } from '#diagram/describe-step.ts';
import type { Audit } from '#model/audit.ts';
import { formId, questionCode, type StepTypeId } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { MarkedStep, OverlayDraft, Tone } from './overlay.ts';
import { questionsOfStep } from './questions-of-step.ts';
import { reachableSteps } from './steps-of-place.ts';
import { answeredShare, type Between, describeShare, type StepUsage, usageOfStep } from './usage-share.ts';

/** Shares answered from which a step counts as mostly answered, and as half answered. */
const MOSTLY = 0.75;
const HALF = 0.5;

function toneOf({ low, high }: Between): Tone {
  const middle = (low + high) / 2;
  if (middle >= MOSTLY) return 'high';
  return middle >= HALF ? 'medium' : 'low';
}

/** The questions that the audit found to be rarely answered, by `form/question`. */
const rarelyAnswered = (audit: Audit): ReadonlySet<string> =>
  new Set(
    audit.findings.flatMap(({ kind, places }) =>
      kind === 'value/rarely-answered'
        ? [questionKey(formId(places[0]?.form ?? ''), questionCode(places[0]?.question ?? ''))]
        : [],
    ),
  );

function unknown(name: string, questions: number): MarkedStep {
  return {
    mark: {
      tone: 'none',
      badge: 'no usage known',
      words: `${name}: no usage is known of its ${count(questions, 'question')}.`,
      count: 0,
    },
    cells: ['not known', 'not known', 'not known', `0 of ${questions}`],
  };
}

const howMany = ({ low, high }: Between): string =>
  low === high ? low.toLocaleString('en-GB') : `${low.toLocaleString('en-GB')} to ${high.toLocaleString('en-GB')}`;

function markOf(name: string, usage: StepUsage, rare: number): MarkedStep {
  const share = answeredShare(usage);
  if (share === null) return unknown(name, usage.questions);
  const answered = describeShare(share);
  const missing = usage.questions - usage.known;
  const silent = missing === 0 ? '' : ` No usage is known of ${missing} of its ${count(usage.questions, 'question')}.`;
  const rarely = rare === 0 ? 'None is rarely answered' : `Rarely answered: ${count(rare, 'question')}`;
  return {
    mark: {
      tone: toneOf(share),
      badge: `${answered} answered${rare === 0 ? '' : `, ${rare} rarely`}`,
      words: `${name}: ${answered} of the questions shown were answered (shown ${howMany(usage.shown)} times). ${rarely}.${silent}`,
      count: Math.round(share.low * 100),
    },
    cells: [answered, howMany(usage.shown), String(rare), `${usage.known} of ${usage.questions}`],
  };
}

function markStep(index: WorkspaceIndex, step: StepTypeId, rarely: ReadonlySet<string>): MarkedStep | null {
  const questions = questionsOfStep(index, step);
  if (questions.length === 0) return null;
  const rare = questions.filter((question) => rarely.has(questionKey(question.form, question.code))).length;
  return markOf(nameOfStep(index, step), usageOfStep(index, step, questions), rare);
}

/** How much of what each step shows is answered, from aggregate counts. */
export function overlayUsage(index: WorkspaceIndex, audit: Audit): OverlayDraft {
  const rarely = rarelyAnswered(audit);
  const marked = [...reachableSteps(audit)].flatMap((step) => {
    const found = markStep(index, step, rarely);
    return found === null ? [] : [[step, found] as const];
  });
  return {
    title: 'Usage: how much is answered',
    marked: new Map(marked),
    tones: [
      ['high', '75% or more of the questions shown are answered'],
      ['medium', '50% to 75% are answered'],
      ['low', 'under 50% are answered'],
      ['none', 'no usage known, which is not the same as none'],
    ],
    badge: [
      '41% answered, 2 rarely',
      'share of questions shown that were answered, and how many are rarely answered (under 5% of at least 100)',
    ],
    columns: ['Answered', 'Times shown', 'Rarely answered', 'Questions with usage'],
    note: 'From aggregate counts. Counts of 1 to 5 are held back and never read as zero, so a share may be a range. Counts told for a form as a whole are shown at each step with the form.',
  };
}
