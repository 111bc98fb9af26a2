import type { ReturnFigures, ReturnShare } from '#model/figures.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Question } from '#model/workspace.ts';
import { counts } from './recording-places.ts';
import { rounded } from './time-split.ts';

/** A question, its usual seconds when its form is filled in once, and whether the return audited has to do with it. */
export interface WeighedQuestion {
  readonly question: Question;
  readonly seconds: number;
  readonly touched: boolean;
}

/** True when a question feeds or records an item of the return audited, or a return is among its purposes. */
export function isTouched(index: WorkspaceIndex, question: Question): boolean {
  if (question.purposes.values.includes('return')) return true;
  const sources = index.sourcesOfQuestion.get(questionKey(question.form, question.code)) ?? [];
  return sources.some((source) => counts(source) && index.itemsOfFact.has(source.fact));
}

const onlyFor = ({ question }: WeighedQuestion): number =>
  question.purposes.values.length > 0 && question.purposes.values.every((purpose) => purpose === 'return') ? 1 : 0;

const sharedPart = ({ question: { purposes } }: WeighedQuestion): number =>
  purposes.values.includes('return') ? 1 / new Set(purposes.values).size : 0;

function shareOf(assessed: readonly WeighedQuestion[], part: (question: WeighedQuestion) => number): ReturnShare {
  let [questions, seconds, all] = [0, 0, 0];
  for (const question of assessed) {
    questions += part(question);
    seconds += part(question) * question.seconds;
    all += question.seconds;
  }
  return {
    ofQuestions: assessed.length === 0 ? null : rounded(questions / assessed.length, 4),
    ofSeconds: all === 0 ? null : rounded(seconds / all, 4),
  };
}

/** The three shares of national returns in a set of questions; a question that is given twice counts once. */
export function returnFigures(given: readonly WeighedQuestion[]): ReturnFigures {
  const questions = [...new Map(given.map((weighed) => [weighed.question, weighed])).values()];
  const assessed = questions.filter(({ question }) => question.purposes.assessed);
  return {
    questions: questions.length,
    assessed: assessed.length,
    assessedShare: questions.length === 0 ? null : rounded(assessed.length / questions.length, 4),
    onlyForReturns: shareOf(assessed, onlyFor),
    shared: shareOf(assessed, sharedPart),
    touched: shareOf(assessed, ({ touched }) => (touched ? 1 : 0)),
  };
}
