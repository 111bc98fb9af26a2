import type { ReturnFigures, ReturnShare } from '#model/figures.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Question } from '#model/workspace.ts';
import { counts } from './recording-places.ts';
import { rounded } from './time-split.ts';

/** One share in two weights: questions, and usual seconds when each form is filled in once. */
interface Weights {
  readonly questions: number;
  readonly seconds: number;
}

/** What the questions of a form, or of several, add up to. No question stands on two forms, so forms can be added. */
export interface ReturnTally {
  readonly questions: number;
  readonly assessed: Weights;
  readonly onlyForReturns: Weights;
  readonly shared: Weights;
  readonly touched: Weights;
}

const NO_WEIGHT: Weights = { questions: 0, seconds: 0 };
const NO_QUESTIONS: ReturnTally = {
  questions: 0,
  assessed: NO_WEIGHT,
  onlyForReturns: NO_WEIGHT,
  shared: NO_WEIGHT,
  touched: NO_WEIGHT,
};

/** The questions that feed or record an item of the return audited. */
export function questionsOfItems(index: WorkspaceIndex): ReadonlySet<Question> {
  return new Set(
    index.workspace.sources.flatMap((source) => {
      if (source.form === null || source.question === null || !counts(source)) return [];
      if (!index.itemsOfFact.has(source.fact)) return [];
      return index.questions.get(questionKey(source.form, source.question)) ?? [];
    }),
  );
}

const addWeights = (a: Weights, b: Weights): Weights => ({
  questions: a.questions + b.questions,
  seconds: a.seconds + b.seconds,
});

function addTallies(a: ReturnTally, b: ReturnTally): ReturnTally {
  return {
    questions: a.questions + b.questions,
    assessed: addWeights(a.assessed, b.assessed),
    onlyForReturns: addWeights(a.onlyForReturns, b.onlyForReturns),
    shared: addWeights(a.shared, b.shared),
    touched: addWeights(a.touched, b.touched),
  };
}

/** Adds up the questions of one form; `ofItems` are those that feed or record an item, and `seconds` gives the usual ones of each by its place. */
export function tallyQuestions(
  ofItems: ReadonlySet<Question>,
  questions: readonly Question[],
  seconds: (at: number) => number,
): ReturnTally {
  const assessed = { questions: 0, seconds: 0 };
  const onlyForReturns = { questions: 0, seconds: 0 };
  const shared = { questions: 0, seconds: 0 };
  const touched = { questions: 0, seconds: 0 };
  for (const [at, question] of questions.entries()) {
    if (!question.purposes.assessed) continue;
    const weight = seconds(at);
    const purposes = question.purposes.values;
    const isForReturn = purposes.includes('return');
    const kinds = isForReturn && purposes.length > 1 ? new Set(purposes).size : 1;
    count(assessed, 1, weight);
    if (isForReturn) count(shared, 1 / kinds, weight);
    if (isForReturn && kinds === 1) count(onlyForReturns, 1, weight);
    if (isForReturn || ofItems.has(question)) count(touched, 1, weight);
  }
  return { questions: questions.length, assessed, onlyForReturns, shared, touched };
}

function count(sum: { questions: number; seconds: number }, part: number, seconds: number): void {
  sum.questions += part;
  sum.seconds += part * seconds;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : rounded(part / whole, 4));

/** The three shares of national returns in a set of forms. */
export function returnFigures(tallies: readonly ReturnTally[]): ReturnFigures {
  const all = tallies.reduce(addTallies, NO_QUESTIONS);
  const of = (part: Weights): ReturnShare => ({
    ofQuestions: share(part.questions, all.assessed.questions),
    ofSeconds: share(part.seconds, all.assessed.seconds),
  });
  return {
    questions: all.questions,
    assessed: all.assessed.questions,
    assessedShare: share(all.assessed.questions, all.questions),
    onlyForReturns: of(all.onlyForReturns),
    shared: of(all.shared),
    touched: of(all.touched),
  };
}
