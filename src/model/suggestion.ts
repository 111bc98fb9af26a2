import type { FactId, FormId, QuestionCode } from './ids.ts';

/** A fact proposed for a question. The score runs from 0 to 1 with two decimals; the reasons are phrases for people. */
export interface Suggestion {
  readonly fact: FactId;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** A question without a source, and the facts proposed for it, best first; none where nothing is near. */
export interface QuestionSuggestions {
  readonly form: FormId;
  readonly question: QuestionCode;
  readonly suggestions: readonly Suggestion[];
}

/** What `suggest --json` writes, member by member. */
export interface Suggestions {
  readonly format: 'throughline-suggest/1';
  readonly questions: readonly QuestionSuggestions[];
}
