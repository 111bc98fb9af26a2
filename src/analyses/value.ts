import type { Finding, FindingKind } from '#model/finding.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Question, QuestionUsage } from '#model/workspace.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { describeForm, describeQuestion, findingId, withDecision } from './describe.ts';
import { whileStanding } from './standing.ts';
import type { Signal } from './value-signals.ts';
import * as signals from './value-signals.ts';
import { type Asked, knownUses, protection, sourcesOf } from './value-uses.ts';

type Kind = Extract<FindingKind, `value/${string}`>;

const NO_USAGE: readonly QuestionUsage[] = [];

/** Every question on a form of a step that routes reach, in the order of the file. */
function askedQuestions({ index, flow }: AnalysisInput): readonly Question[] {
  const isAsked = (form: Question['form']): boolean =>
    (index.stepsOfForm.get(form) ?? []).some((activity) => flow.numberOf.has(activity.stepType));
  const forms = new Set(index.workspace.forms.map((form) => form.id).filter(isAsked));
  return index.workspace.questions.filter((question) => forms.has(question.form));
}

/** Brings together what is known of a question's use. */
function asking(index: WorkspaceIndex): (question: Question) => Asked {
  const uses = knownUses(index);
  return (question) => {
    const key = questionKey(question.form, question.code);
    const usage = index.usageOfQuestion.get(key) ?? NO_USAGE;
    return { index, uses, question, key, usage, sources: sourcesOf(index, key) };
  };
}

/** A signal, what to do about it, and whether it says of a protected question that it is one. */
interface Saying {
  readonly kind: Kind;
  readonly signal: Signal;
  readonly advice: string;
  readonly tellProtected: boolean;
}

const SAYINGS: readonly Saying[] = [
  {
    kind: 'value/no-purpose',
    signal: signals.noPurpose,
    advice: 'Fill in “purposes”, or write none there if people have looked and found no use.',
    tellProtected: false,
  },
  {
    kind: 'value/no-known-use',
    signal: signals.noKnownUse,
    advice: 'Ask the people who fill in the form and those who work with it before anything is decided.',
    tellProtected: true,
  },
  {
    kind: 'value/no-reader',
    signal: signals.noReader,
    advice: 'Ask who would miss them, and where they ought to be read.',
    tellProtected: true,
  },
  {
    kind: 'value/rarely-answered',
    signal: signals.rarely,
    advice: 'Ask whether it can be shown only where it is needed: something rare may still matter most.',
    tellProtected: true,
  },
  {
    kind: 'value/always-same',
    signal: signals.same,
    advice: 'Ask whether the rare other answer is what it is asked for, or whether it can be asked only then.',
    tellProtected: true,
  },
  {
    kind: 'value/not-helpful',
    signal: signals.notHelpful,
    advice: 'Ask them why, and ask those who use the answers.',
    tellProtected: true,
  },
  {
    kind: 'value/hard-to-answer',
    signal: signals.hardToAnswer,
    advice: 'Reword or explain it; this is never a reason to take it away.',
    tellProtected: false,
  },
  {
    kind: 'value/unchanged',
    signal: signals.unchanged,
    advice: 'Show the earlier answer with its date, and ask only for what is new.',
    tellProtected: false,
  },
  {
    kind: 'value/review-candidate',
    signal: signals.candidate,
    advice: 'People decide what happens to it, and say why.',
    tellProtected: false,
  },
];

/** The place, fact and items of every finding on a question. */
type About = Pick<Finding, 'fact' | 'items' | 'places'>;

function aboutOf({ index, question, sources }: Asked): About {
  const places = [{ form: question.form, question: question.code }];
  if (sources.length === 0) return { fact: '', items: [], places };
  const facts = new Set(sources.map((source) => source.fact));
  const [fact] = facts;
  const fed = new Set(sources.filter((source) => source.use === 'feeds').map((source) => source.fact));
  return {
    fact: facts.size === 1 ? (fact ?? '') : '',
    items: [...fed].flatMap((one) => (index.itemsOfFact.get(one) ?? []).map((item) => item.id)),
    places,
  };
}

function signalsOf(asked: Asked): readonly Finding[] {
  const { index, question } = asked;
  const found: Finding[] = [];
  let about: About | null = null;
  for (const { kind, signal, advice, tellProtected } of SAYINGS) {
    const said = signal(asked);
    if (said === null) continue;
    const why = tellProtected ? protection(asked) : '';
    const kept = why === '' ? '' : ` It is never proposed for removal: ${why}.`;
    const id = findingId(kind, question.form, question.code);
    about ??= aboutOf(asked);
    const subject = `${describeQuestion(question)} on ${describeForm(index, question.form)}`;
    const message = `${subject} ${said}. ${advice}${kept}`;
    found.push(withDecision(index, { id, kind, severity: 'low', certainty: null, ...about, route: null, message }));
  }
  return found;
}

/** The signals of questions that no source names: they stay as they are while sources of others change. */
const unmapped = whileStanding<Map<Question, readonly Finding[]>>();

/** `value/*`: every review signal of every question that routes come to. */
export function analyseReviewSignals(input: AnalysisInput): readonly Finding[] {
  const known = unmapped(input.index, () => new Map());
  const mapped = new Set([...input.index.sourcesOfQuestion.keys()].map((key) => input.index.questions.get(key)));
  const ask = asking(input.index);
  return askedQuestions(input).flatMap((question) => {
    if (mapped.has(question)) return signalsOf(ask(question));
    const found = known.get(question) ?? signalsOf(ask(question));
    known.set(question, found);
    return found;
  });
}
