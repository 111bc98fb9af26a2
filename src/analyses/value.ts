import type { Finding, FindingKind } from '#model/finding.ts';
import { questionKey } from '#model/index-workspace.ts';
import type { Question } from '#model/workspace.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { describeForm, describeQuestion, findingId, withDecision } from './describe.ts';
import type { Asked, Signal } from './value-signals.ts';
import * as signals from './value-signals.ts';
import { knownUses, protection, sourcesOf } from './value-uses.ts';

type Kind = Extract<FindingKind, `value/${string}`>;

/** Every question on a form of a step that routes reach, in the order of the file. */
function askedQuestions({ index, flow }: AnalysisInput): readonly Asked[] {
  const uses = knownUses(index);
  const isAsked = (form: Question['form']): boolean =>
    (index.stepsOfForm.get(form) ?? []).some((activity) => flow.numberOf.has(activity.stepType));
  const forms = new Set(index.workspace.forms.map((form) => form.id).filter(isAsked));
  return index.workspace.questions
    .filter((question) => forms.has(question.form))
    .map((question) => {
      const usage = index.usageOfQuestion.get(questionKey(question.form, question.code)) ?? [];
      return { index, uses, question, usage };
    });
}

function toFinding({ index, question }: Asked, kind: Kind, message: string): Finding {
  const sources = sourcesOf(index, question);
  const facts = new Set(sources.map((source) => source.fact));
  const [fact] = facts;
  const fed = new Set(sources.filter((source) => source.use === 'feeds').map((source) => source.fact));
  return withDecision(index, {
    id: findingId(kind, question.form, question.code),
    kind,
    severity: 'low',
    certainty: null,
    fact: facts.size === 1 ? (fact ?? '') : '',
    items: [...fed].flatMap((one) => (index.itemsOfFact.get(one) ?? []).map((item) => item.id)),
    places: [{ form: question.form, question: question.code }],
    route: null,
    message,
  });
}

const subject = ({ index, question }: Asked): string =>
  `${describeQuestion(question)} on ${describeForm(index, question.form)}`;

interface Saying {
  readonly kind: Kind;
  readonly signal: Signal;
  /** What to do about it. */
  readonly advice: string;
  /** Says of a protected question that it is one. */
  readonly tellProtected: boolean;
}

const analyseSignal =
  ({ kind, signal, advice, tellProtected }: Saying) =>
  (input: AnalysisInput): readonly Finding[] =>
    askedQuestions(input).flatMap((asked) => {
      const said = signal(asked);
      if (said === null) return [];
      const why = tellProtected ? protection(asked.index, asked.uses, asked.question) : '';
      const kept = why === '' ? '' : ` It is never proposed for removal: ${why}.`;
      return [toFinding(asked, kind, `${subject(asked)} ${said}. ${advice}${kept}`)];
    });

type AnalyseSignal = (input: AnalysisInput) => readonly Finding[];

/** `value/no-purpose`: nobody has said what a question is for. A to-do. */
export const analyseNoPurpose: AnalyseSignal = analyseSignal({
  kind: 'value/no-purpose',
  signal: signals.noPurpose,
  advice: 'Fill in “purposes”, or write none there if people have looked and found no use.',
  tellProtected: false,
});

/** `value/no-known-use`: people found no purpose, and the workspace shows no use. */
export const analyseNoKnownUse: AnalyseSignal = analyseSignal({
  kind: 'value/no-known-use',
  signal: signals.noKnownUse,
  advice: 'Ask the people who fill in the form and those who work with it before anything is decided.',
  tellProtected: true,
});

/** `value/no-reader`: people looked for somebody who reads the answers and found nobody. */
export const analyseNoReader: AnalyseSignal = analyseSignal({
  kind: 'value/no-reader',
  signal: signals.noReader,
  advice: 'Ask who would miss them, and where they ought to be read.',
  tellProtected: true,
});

/** `value/rarely-answered`: answered under 5% of at least 100 times shown. */
export const analyseRarelyAnswered: AnalyseSignal = analyseSignal({
  kind: 'value/rarely-answered',
  signal: signals.rarely,
  advice: 'Ask whether it can be shown only where it is needed: something rare may still matter most.',
  tellProtected: true,
});

/** `value/always-same`: one answer in at least 98% of at least 100. */
export const analyseAlwaysSame: AnalyseSignal = analyseSignal({
  kind: 'value/always-same',
  signal: signals.same,
  advice: 'Ask whether the rare other answer is what it is asked for, or whether it can be asked only then.',
  tellProtected: true,
});

/** `value/not-helpful`: two or more practitioners say so, and no data user disagrees. */
export const analyseNotHelpful: AnalyseSignal = analyseSignal({
  kind: 'value/not-helpful',
  signal: signals.notHelpful,
  advice: 'Ask them why, and ask those who use the answers.',
  tellProtected: true,
});

/** `value/hard-to-answer`: two or more people say so. A matter of wording. */
export const analyseHardToAnswer: AnalyseSignal = analyseSignal({
  kind: 'value/hard-to-answer',
  signal: signals.hardToAnswer,
  advice: 'Reword or explain it; this is never a reason to take it away.',
  tellProtected: false,
});

/** `value/unchanged`: the answer stands unchanged at least half the time over 30 or more compared. */
export const analyseUnchanged: AnalyseSignal = analyseSignal({
  kind: 'value/unchanged',
  signal: signals.unchanged,
  advice: 'Show the earlier answer with its date, and ask only for what is new.',
  tellProtected: false,
});

/** `value/review-candidate`: no known use and one more signal, and nothing protects the question. */
export const analyseReviewCandidates: AnalyseSignal = analyseSignal({
  kind: 'value/review-candidate',
  signal: signals.candidate,
  advice: 'People decide what happens to it, and say why.',
  tellProtected: false,
});
