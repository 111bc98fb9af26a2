import { useMemo } from 'react';
import type { ScreenProps } from '#app/use-shown.ts';
import { QUESTION_COLUMNS } from '#diagram/fields/question-columns.ts';
import type { QuestionRow } from '#diagram/fields/question-row.ts';
import { type Progress, passes, progressOf, QUICK_FILTERS, type QuickFilter } from '#diagram/fields/quick-filters.ts';
import type { Suggestions } from '#model/suggestion.ts';
import type { FieldsView } from './fields-view.ts';
import { useListed, useQuestionRows, useSuggestions } from './use-field-rows.ts';

export type QuestionFieldsProps = ScreenProps & { readonly view: FieldsView };

/** All questions and those that are listed, with what is counted of them. */
export interface Questions {
  readonly suggestions: Suggestions | null;
  readonly all: readonly QuestionRow[];
  readonly rows: readonly QuestionRow[];
  readonly counts: ReadonlyMap<QuickFilter, number>;
  readonly progress: Progress;
  readonly byKey: ReadonlyMap<string, QuestionRow>;
}

const countsOf = (rows: readonly QuestionRow[]): ReadonlyMap<QuickFilter, number> =>
  new Map(QUICK_FILTERS.map((filter) => [filter, rows.filter((row) => passes(filter, row)).length]));

/** The questions that pass, in their order, with what is known of all of them. */
export function useQuestions(props: QuestionFieldsProps): Questions {
  const { store, shown, view } = props;
  const suggestions = useSuggestions(store, shown);
  const all = useQuestionRows(shown, suggestions);
  const { text, quick, conditions, sort } = view;
  const tests = useMemo(() => quick.map((filter) => (row: QuestionRow) => passes(filter, row)), [quick]);
  const rows = useListed(all, QUESTION_COLUMNS, { text, conditions, tests }, sort);
  const counts = useMemo(() => countsOf(all), [all]);
  const progress = useMemo(() => progressOf(all), [all]);
  const byKey = useMemo(() => new Map(all.map((row) => [row.key, row])), [all]);
  return { suggestions, all, rows, counts, progress, byKey };
}
