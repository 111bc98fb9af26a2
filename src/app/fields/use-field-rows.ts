import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Shown } from '#app/use-shown.ts';
import type { FieldColumn } from '#diagram/fields/field-column.ts';
import { type Filtering, filterRows, readyToSearch } from '#diagram/fields/filter-rows.ts';
import type { QuestionRow } from '#diagram/fields/question-row.ts';
import { questionRows, type RowsFrom } from '#diagram/fields/question-rows.ts';
import { sortRows } from '#diagram/fields/sort-rows.ts';
import { type SourceRow, sourceRows } from '#diagram/fields/source-rows.ts';
import type { Suggestions } from '#model/suggestion.ts';
import { cellTextsAt } from '#pipeline/cell-text.ts';
import type { AppStore } from '#store/create-store.ts';
import type { GridSort } from '#views/grid/grid-column.ts';

/** After an edit, proposals are asked for again when nothing more has happened for so many milliseconds. */
const IDLE = 3000;

/** The facts proposed for the workspace as it is, or was a moment ago; asked for while the fields are looked at. */
export function useSuggestions(store: AppStore, { shown }: Shown): Suggestions | null {
  const told = useStore(store, (state) => state.suggestions);
  const isThere = told !== null;
  // The first audit goes before: it says what is open at all.
  const wanted = told?.revision === shown.revision || shown.audit === null ? null : shown.revision;
  useEffect(() => {
    if (wanted === null) return undefined;
    const timer = setTimeout(store.suggest, isThere ? IDLE : 0);
    return () => clearTimeout(timer);
  }, [store, wanted, isThere]);
  return told?.value ?? null;
}

function useRowsFrom({ index, audit, opened }: Shown, suggestions: Suggestions | null): RowsFrom {
  return useMemo(
    () => ({ index, audit, suggestions, problems: opened.problems, textsAt: (at) => cellTextsAt(opened, at) }),
    [index, audit, suggestions, opened],
  );
}

/** A row for every question. */
export function useQuestionRows(shown: Shown, suggestions: Suggestions | null): readonly QuestionRow[] {
  const from = useRowsFrom(shown, suggestions);
  return useMemo(() => questionRows(from), [from]);
}

/** A row for every source. */
export function useSourceRows(shown: Shown): readonly SourceRow[] {
  const from = useRowsFrom(shown, null);
  return useMemo(() => sourceRows(from), [from]);
}

/** Rows made ready at a time, well within one frame. */
const PORTION = 400;

/** Makes rows ready to be searched while nothing else is going on. */
function useReadiness<Row extends object>(all: readonly Row[], columns: readonly FieldColumn<Row>[]): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function readyFrom(from: number): void {
      if (from >= all.length) return;
      readyToSearch(all, columns, [from, from + PORTION]);
      timer = setTimeout(() => readyFrom(from + PORTION), 30);
    }
    timer = setTimeout(() => readyFrom(0), 1000);
    return () => clearTimeout(timer);
  }, [all, columns]);
}

/** The rows that pass, in their order. */
export function useListed<Row extends object>(
  all: readonly Row[],
  columns: readonly FieldColumn<Row>[],
  { text, conditions, tests }: Filtering<Row>,
  sort: readonly GridSort[],
): readonly Row[] {
  useReadiness(all, columns);
  const passing = useMemo(
    () => filterRows(all, columns, { text, conditions, tests }),
    [all, columns, text, conditions, tests],
  );
  return useMemo(() => sortRows(passing, columns, sort), [passing, columns, sort]);
}
