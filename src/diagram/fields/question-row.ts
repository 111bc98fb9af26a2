import type { Item } from '#model/data-return.ts';
import type { FieldTime } from '#model/figures.ts';
import type { Finding, Problem } from '#model/finding.ts';
import type { Suggestion } from '#model/suggestion.ts';
import type { Fact, Form, Question, QuestionUsage, Source, StepForm, StepType } from '#model/workspace.ts';
import type { CellTexts } from './field-column.ts';
import type { Standing } from './mapping-standing.ts';

/** A question with all that is known of it. It stays the same value while nothing of that changes. */
export interface QuestionRow {
  readonly kind: 'question';
  /** `form/user code`. */
  readonly key: string;
  readonly question: Question;
  /** As the file holds it. */
  readonly texts: CellTexts;
  readonly form: Form | null;
  readonly activities: readonly StepForm[];
  readonly steps: readonly StepType[];
  readonly sources: readonly Source[];
  readonly facts: readonly Fact[];
  /** Items of the chosen return that the question feeds. */
  readonly items: readonly Item[];
  readonly findings: readonly Finding[];
  /** The best fact proposed for it, while it has no source. */
  readonly suggestion: Suggestion | null;
  readonly proposed: Fact | null;
  readonly usage: readonly QuestionUsage[];
  readonly time: FieldTime | null;
  /** What the reader of the file says of the row. */
  readonly problems: readonly Problem[];
  readonly standing: Standing;
}
