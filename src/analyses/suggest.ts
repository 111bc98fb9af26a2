import type { DataReturn } from '#model/data-return.ts';
import type { FactId } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { QuestionSuggestions, Suggestion } from '#model/suggestion.ts';
import type { Question } from '#model/workspace.ts';
import { indexAnswers } from './suggest-answers.ts';
import { wordsOfCode } from './suggest-codes.ts';
import { type Asked, gatherEvidence, indexKnown, type KnownIndex } from './suggest-evidence.ts';
import { answersOf, broad, knownWordings, wordsWithDate } from './suggest-profiles.ts';
import { describeEvidence } from './suggest-reasons.ts';
import { type Scales, scoreOf } from './suggest-score.ts';
import { type Around, marksOf, weighBy } from './suggest-wordings.ts';
import { wordsOf } from './wording.ts';

/** A fact below this score is not near. */
const NEAR = 0.45;
/** How many facts a person is shown, and how far behind the first one may be. */
const MOST = 3;
const BEHIND = 0.6;

type Proposing = (question: Question) => readonly Suggestion[];

/** Reads section, form and steps once for all questions that stand there. */
function readAround(index: WorkspaceIndex): (question: Question) => Around {
  const known = new Map<string, Around>();
  const stepsOf = (question: Question): readonly string[] =>
    (index.stepsOfForm.get(question.form) ?? []).flatMap(({ stepType }) => {
      const step = index.stepTypes.get(stepType);
      return step === undefined ? [] : [step.name, ...step.roles.map((role) => role.replaceAll('-', ' '))];
    });
  return (question) => {
    const key = `${question.form}|${question.section}|${question.collection}`;
    const said = known.get(key);
    if (said !== undefined) return said;
    const texts = [question.section, question.collection, index.forms.get(question.form)?.title ?? ''];
    const words = new Set(texts.flatMap((text) => [...wordsOf(text)]));
    const steps = stepsOf(question).flatMap((text) => [...wordsOf(text)]);
    const around = { words: broad(words), marks: marksOf(words), work: broad([...words, ...steps]) };
    known.set(key, around);
    return around;
  };
}

/** What stands in brackets, or after "if", only explains: "Date due (45 working days)", "Father's address if different". */
const asidesOf = (text: string): readonly string[] => text.match(/\([^)]*\)|\S\s+if\s.*$/gu) ?? [];

function askedWith(index: WorkspaceIndex, { weigh }: KnownIndex): (question: Question) => Asked {
  const aroundOf = readAround(index);
  const answers = indexAnswers(index);
  return (question) => {
    const words = wordsWithDate(question.text, question.type);
    return {
      question,
      words: broad(words),
      marks: marksOf(words),
      asides: broad(asidesOf(question.text).flatMap((aside) => [...wordsOf(aside)])),
      section: broad(wordsOf(`${question.section} ${question.collection}`)),
      listed: answersOf(index, question),
      codeWords: broad(wordsOfCode(question.code, weigh)),
      around: aroundOf(question),
      answers: question.lookup === null ? [] : (answers.get(question.lookup) ?? []),
    };
  };
}

/** The facts that people have said a question is not. */
const ruledOut = (index: WorkspaceIndex, question: Question): ReadonlySet<FactId> =>
  new Set(
    (index.sourcesOfQuestion.get(questionKey(question.form, question.code)) ?? [])
      .filter(({ status }) => status === 'ignored')
      .map(({ fact }) => fact),
  );

const rounded = (score: number): number => Math.round(score * 100) / 100;

function proposing(index: WorkspaceIndex, wanted: DataReturn | null): Proposing {
  const known = knownWordings(index);
  const told = known.filter(({ origin }) => origin.kind === 'name' || origin.kind === 'item');
  const facts = indexKnown(known, weighBy(told.map(({ words }) => words)));
  const read = askedWith(index, facts);
  const families = [...new Set(index.workspace.returns.map(({ family }) => family))];
  return (question) => {
    const asked = read(question);
    const no = ruledOut(index, question);
    const of = question.lookup === null ? 0 : (index.answersOfLookup.get(question.lookup)?.length ?? 0);
    const scales: Scales = { weigh: facts.weigh, wanted, families, answers: of };
    const ranked = gatherEvidence(facts, asked)
      .filter(({ profile }) => !no.has(profile.fact.id))
      .map((evidence) => ({ evidence, score: rounded(scoreOf(evidence, asked, scales)) }))
      .toSorted((a, b) => b.score - a.score || (a.evidence.profile.fact.id < b.evidence.profile.fact.id ? -1 : 1));
    const best = ranked[0]?.score ?? 0;
    return ranked
      .filter(({ score }) => score >= NEAR && score >= BEHIND * best)
      .slice(0, MOST)
      .map(({ evidence, score }) => ({
        fact: evidence.profile.fact.id,
        score,
        reasons: describeEvidence(index, evidence, asked, scales),
      }));
  };
}

/** True when nobody has mapped the question, or people have only said what it is not. */
const hasNoSource = (index: WorkspaceIndex, question: Question): boolean =>
  (index.sourcesOfQuestion.get(questionKey(question.form, question.code)) ?? []).every(
    ({ status }) => status === 'ignored',
  );

/**
 * Facts proposed for every question that has no source, in the order of the file, one question at a time, so that whoever
 * asks may do other things in between. A proposal changes nothing: a person confirms it. `wanted` is the return whose
 * facts are slightly favoured; null favours none.
 */
export function* suggestEach(index: WorkspaceIndex, wanted: DataReturn | null): Generator<QuestionSuggestions, void> {
  const propose = proposing(index, wanted);
  for (const question of index.workspace.questions) {
    if (!hasNoSource(index, question)) continue;
    yield { form: question.form, question: question.code, suggestions: propose(question) };
  }
}

/** All of that at once. */
export const suggest = (index: WorkspaceIndex, wanted: DataReturn | null): readonly QuestionSuggestions[] => [
  ...suggestEach(index, wanted),
];
