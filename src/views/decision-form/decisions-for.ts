import { topicOf } from '#diagram/finding-words.ts';
import type { Finding, FindingKind } from '#model/finding.ts';
import { formId, questionCode } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { DecisionWord } from '#model/words.ts';

/** One decision as it is offered: its key, its words, and whether it cannot stand without a reason. */
export interface Offer {
  readonly decision: DecisionWord;
  readonly key: string;
  readonly words: string;
  readonly means: string;
  readonly needsReason: boolean;
}

type Wording = Omit<Offer, 'decision' | 'needsReason'>;

const WORDINGS: Readonly<Record<DecisionWord, Wording>> = {
  'pull-forward': {
    key: 'p',
    words: 'Pull forward',
    means: 'Show the earlier answer with its date and source, instead of asking again.',
  },
  merge: { key: 'm', words: 'Merge', means: 'Make one place out of two.' },
  'show-when-needed': { key: 'w', words: 'Show when needed', means: 'Ask only where the answer matters.' },
  reword: { key: 'r', words: 'Reword', means: 'Keep it, and say it so that people can answer.' },
  move: { key: 'v', words: 'Move', means: 'Ask it in another step or form.' },
  'stop-collecting': { key: 's', words: 'Stop collecting', means: 'Take it off, with the reason kept.' },
  'not-a-duplicate': { key: 'n', words: 'Not a duplicate', means: 'The places ask for different things.' },
  'accept-gap': { key: 'a', words: 'Accept the gap', means: 'It stays as it is, and the reason is kept.' },
  keep: { key: 'k', words: 'Keep', means: 'Looked at: it stays as it is.' },
  'keep-and-explain': { key: 'e', words: 'Keep and explain', means: 'It stays as it is, for a reason to be told.' },
};

const NEEDING_REASON: ReadonlySet<DecisionWord> = new Set([
  'keep-and-explain',
  'accept-gap',
  'not-a-duplicate',
  'stop-collecting',
]);

const OF_TOPIC: Readonly<Record<string, readonly DecisionWord[]>> = {
  coverage: ['accept-gap', 'move', 'keep-and-explain'],
  duplicate: [
    'pull-forward',
    'merge',
    'show-when-needed',
    'move',
    'stop-collecting',
    'not-a-duplicate',
    'keep',
    'keep-and-explain',
  ],
  codes: ['accept-gap', 'reword', 'keep-and-explain'],
  value: ['keep', 'keep-and-explain', 'reword', 'show-when-needed', 'pull-forward', 'merge', 'move', 'stop-collecting'],
  workflow: ['keep', 'keep-and-explain'],
  analysis: ['keep'],
};

/** Kinds for which other decisions make sense than for the rest of their topic. */
const OF_KIND: Readonly<Partial<Record<FindingKind, readonly DecisionWord[]>>> = {
  'coverage/no-precedence': ['merge', 'keep', 'keep-and-explain'],
  'coverage/feeds-nothing': [
    'pull-forward',
    'merge',
    'show-when-needed',
    'stop-collecting',
    'keep',
    'keep-and-explain',
  ],
  'duplicate/same-wording': ['not-a-duplicate', 'merge', 'pull-forward', 'reword', 'keep', 'keep-and-explain'],
  'codes/retired': ['reword', 'stop-collecting', 'accept-gap', 'keep-and-explain'],
  'value/no-purpose': ['keep', 'keep-and-explain', 'stop-collecting'],
  'value/hard-to-answer': ['reword', 'show-when-needed', 'move', 'keep', 'keep-and-explain'],
  'workflow/form-not-used': ['stop-collecting', 'keep', 'keep-and-explain'],
  'workflow/clock-missing': ['accept-gap', 'keep', 'keep-and-explain'],
};

export const describeDecision = (decision: DecisionWord): string => WORDINGS[decision].words;

export const offerOf = (decision: DecisionWord): Offer => ({
  decision,
  ...WORDINGS[decision],
  needsReason: NEEDING_REASON.has(decision),
});

/** Why a question behind a finding is never to be taken away; empty where nothing speaks against it. */
export function protectionOf(index: WorkspaceIndex, finding: Finding): string {
  const facts = finding.places.slice(0, 1).flatMap(({ form, question }) => {
    if (form === undefined || question === undefined) return [];
    return (index.sourcesOfQuestion.get(questionKey(formId(form), questionCode(question))) ?? []).map(
      (source) => source.fact,
    );
  });
  const own = finding.fact === '' ? facts : [finding.fact, ...facts];
  return own.map((fact) => index.facts.get(fact)?.protected ?? '').find((why) => why !== '') ?? '';
}

function decisionsFor(index: WorkspaceIndex, finding: Finding): readonly DecisionWord[] {
  const topic = topicOf(finding.kind);
  const all = OF_KIND[finding.kind] ?? OF_TOPIC[topic] ?? ['keep'];
  const isSafe = topic !== 'value' || !all.includes('stop-collecting') || protectionOf(index, finding) === '';
  return isSafe ? all : all.filter((decision) => decision !== 'stop-collecting');
}

/** The decisions that make sense for every one of some findings. A protected fact is never offered for removal. */
export function offersFor(index: WorkspaceIndex, findings: readonly Finding[]): readonly Offer[] {
  const [first, ...others] = findings;
  if (first === undefined) return [];
  const own = decisionsFor(index, first);
  const shared = new Set(own);
  for (const finding of others) {
    const here = decisionsFor(index, finding);
    for (const decision of shared) if (!here.includes(decision)) shared.delete(decision);
  }
  return own.filter((decision) => shared.has(decision)).map(offerOf);
}
