import { SOURCE_COLUMNS } from '#diagram/fields/source-columns.ts';
import type { SourceRow } from '#diagram/fields/source-rows.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { GridColumn } from '#views/grid/grid-column.ts';
import { later, type Offered, toGridColumns } from './grid-columns.ts';

function offeredFor(index: WorkspaceIndex): ReadonlyMap<string, Offered<SourceRow>> {
  const { facts, stepTypes, forms } = index.workspace;
  return new Map<string, Offered<SourceRow>>([
    ['fact', { options: later(() => facts.map(({ id, name }) => ({ value: id, label: id, hint: name }))) }],
    ['step_type', { options: later(() => stepTypes.map(({ id, name }) => ({ value: id, label: id, hint: name }))) }],
    ['form', { options: later(() => forms.map(({ id, title }) => ({ value: id, label: id, hint: title }))) }],
  ]);
}

/** A source that lost its fact or kind would be left out by the reader, and so be lost from sight. */
const NEEDED: Readonly<Record<string, string>> = { fact: 'A source needs a fact.', kind: 'A source needs a kind.' };

function refuseCell(index: WorkspaceIndex, column: string, value: string, { source }: SourceRow): string | null {
  if (value === '') {
    const isOfQuestion = source.kind === 'question' && (column === 'form' || column === 'question');
    return isOfQuestion ? 'A source of kind question needs its form and user code.' : (NEEDED[column] ?? null);
  }
  if (column !== 'question' || source.form === null) return null;
  return index.questions.has(`${source.form}/${value}`) ? null : `The form ${source.form} has no question ${value}.`;
}

/** The columns of the sources in the grid. */
export const sourceGridColumns = (index: WorkspaceIndex): readonly GridColumn<SourceRow>[] =>
  toGridColumns(SOURCE_COLUMNS, {
    offered: offeredFor(index),
    check: (column, value, row) => refuseCell(index, column, value, row),
  });
