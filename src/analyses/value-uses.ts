import { type FactId, factId } from '#model/ids.ts';
import { groupBy, questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Question, QuestionUsage, Source } from '#model/workspace.ts';
import { describeFact } from './describe.ts';
import { counts } from './recording-places.ts';
import { whileStanding } from './standing.ts';

/** What a workspace says that questions are used for, by `form/question`. */
export interface KnownUses {
  /** Questions that the rules of next actions ask about. */
  readonly nextActions: ReadonlySet<string>;
  /** Questions that the conditions of other questions ask about. */
  readonly conditions: ReadonlySet<string>;
  /** Questions that other questions are filled from. */
  readonly pulled: ReadonlySet<string>;
  /** Facts that some known return reads, or works an item out from. */
  readonly read: ReadonlySet<FactId>;
}

const drivers = (index: WorkspaceIndex): readonly string[] =>
  index.workspace.nextActions.flatMap((action) =>
    action.rules.flatMap((rule) => (rule.kind === 'mandatory-if' ? [questionKey(rule.form, rule.question)] : [])),
  );

const ownKey = (question: Question): string => questionKey(question.form, question.code);

/** `asks` gives the keys of the questions that one asks about. */
function askedByOthers(index: WorkspaceIndex, asks: (question: Question) => readonly string[]): ReadonlySet<string> {
  const asked = new Set<string>();
  for (const question of index.workspace.questions) {
    const keys = asks(question);
    const own = keys.length === 0 ? '' : ownKey(question);
    for (const key of keys) if (key !== own) asked.add(key);
  }
  return asked;
}

const NO_KEYS: readonly string[] = [];

const inputsOf = (source: Source): readonly FactId[] =>
  source.ref.split(';').flatMap((part) => (part.trim() === '' ? [] : [factId(part.trim())]));

/** The facts behind items of every return that is known, and those that they are worked out from in turn. */
function factsRead(index: WorkspaceIndex): ReadonlySet<FactId> {
  const { returns, sources } = index.workspace;
  const calculated = groupBy(
    sources.filter((source) => source.kind === 'calculated' && source.use === 'feeds' && counts(source)),
    (source) => source.fact,
  );
  const read = new Set(returns.flatMap((one) => one.items.flatMap(({ fact }) => (fact === null ? [] : [fact]))));
  for (const fact of read) for (const input of (calculated.get(fact) ?? []).flatMap(inputsOf)) read.add(input);
  return read;
}

type StandingUses = Omit<KnownUses, 'read'>;
const standingUses = whileStanding<StandingUses>();

/** Gathers what questions are used for. */
export const knownUses = (index: WorkspaceIndex): KnownUses => ({
  ...standingUses(index, () => usesOfQuestions(index)),
  read: factsRead(index),
});

function usesOfQuestions(index: WorkspaceIndex): StandingUses {
  return {
    nextActions: new Set(drivers(index)),
    conditions: askedByOthers(index, (question) =>
      question.shownIf.map((clause) => questionKey(question.form, clause.question)),
    ),
    pulled: askedByOthers(index, ({ pulledFrom }) =>
      pulledFrom?.kind === 'question' ? [questionKey(pulledFrom.form, pulledFrom.question)] : NO_KEYS,
    ),
  };
}

/** A question with what is known of how it is used. */
export interface Asked {
  readonly index: WorkspaceIndex;
  readonly uses: KnownUses;
  readonly question: Question;
  /** `form/question`. */
  readonly key: string;
  readonly usage: readonly QuestionUsage[];
  /** Its sources that feed or record a fact and that nobody has ruled out. */
  readonly sources: readonly Source[];
}

/** The sources of a question that feed or record a fact and that nobody has ruled out. */
export const sourcesOf = (index: WorkspaceIndex, key: string): readonly Source[] =>
  index.sourcesOfQuestion.get(key)?.filter(counts) ?? NO_SOURCES;

const NO_SOURCES: readonly Source[] = [];

const feedsItem = ({ uses, sources }: Asked): boolean =>
  sources.some((source) => source.use === 'feeds' && uses.read.has(source.fact));

/** True where people have looked for a purpose and found none, and the workspace shows no use either. */
export function hasNoKnownUse(asked: Asked): boolean {
  const { uses, key } = asked;
  const { assessed, values } = asked.question.purposes;
  if (!assessed || values.length > 0) return false;
  return !(uses.nextActions.has(key) || uses.conditions.has(key) || uses.pulled.has(key) || feedsItem(asked));
}

/** Why a question is never a review candidate, in words; empty where nothing protects it. */
export function protection(asked: Asked): string {
  for (const { fact } of asked.sources) {
    const why = asked.index.facts.get(fact)?.protected ?? '';
    if (why !== '') return `“${describeFact(asked.index, fact)}” is protected (${why})`;
  }
  return feedsItem(asked) ? 'it feeds a return' : '';
}
