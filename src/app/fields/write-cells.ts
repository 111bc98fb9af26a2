import type { QuestionRow } from '#diagram/fields/question-row.ts';
import type { SourceRow } from '#diagram/fields/source-rows.ts';
import { editQuestionCells, findClash } from '#edits/edit-questions.ts';
import { editSourceCells } from '#edits/edit-sources.ts';
import type { CellEdit } from '#edits/written-rows.ts';
import type { AppStore } from '#store/create-store.ts';
import type { GridChange, GridEditKind } from '#views/grid/grid-column.ts';

const VERBS: Readonly<Record<GridEditKind, string>> = {
  type: 'change',
  paste: 'paste',
  fill: 'fill',
  clear: 'clear',
  replace: 'replace in',
};

/** `paste 40 cells in Fields`, or `change section of CON_DATE`. */
export function nameOfEdit(kind: GridEditKind, cells: readonly CellEdit[], what: string): string {
  const [only] = cells;
  if (kind === 'type' && cells.length === 1 && only !== undefined)
    return `change ${only.column.replaceAll('_', ' ')} of ${what}`;
  return `${VERBS[kind]} ${cells.length.toLocaleString('en-GB')} ${cells.length === 1 ? 'cell' : 'cells'} in Fields`;
}

/** Writes cells of questions in one step; the reason where they cannot be written, otherwise empty. */
export function writeQuestions(
  store: AppStore,
  changes: readonly GridChange<QuestionRow>[],
  kind: GridEditKind,
): string {
  const { shown } = store.getState();
  if (shown === null || changes.length === 0) return '';
  const cells = changes.map(({ row, column, value }): CellEdit => ({ at: row.question.at, column, value }));
  const clash = findClash(shown.opened, cells);
  if (clash !== null) return clash;
  const name = nameOfEdit(kind, cells, changes[0]?.row.question.code ?? '');
  store.edit(editQuestionCells(shown.opened, cells, name));
  return '';
}

/** Writes cells of sources in one step. */
export function writeSources(store: AppStore, changes: readonly GridChange<SourceRow>[], kind: GridEditKind): void {
  const cells = changes.map(({ row, column, value }): CellEdit => ({ at: row.source.at, column, value }));
  if (cells.length > 0) store.edit(editSourceCells(cells, nameOfEdit(kind, cells, changes[0]?.row.source.fact ?? '')));
}

/** What a question is called after some cells of it have been written. */
export function keyAfter({ question, key }: QuestionRow, changes: readonly GridChange<QuestionRow>[]): string {
  const own = changes.filter(({ row }) => row.key === key);
  const said = (column: string): string | undefined => own.find((change) => change.column === column)?.value.trim();
  return `${said('form') ?? question.form}/${said('question') ?? question.code}`;
}
