import type { FieldColumn } from '#diagram/fields/field-column.ts';
import { valuesOf } from '#diagram/fields/filter-rows.ts';
import { QUESTION_COLUMNS } from '#diagram/fields/question-columns.ts';
import type { QuestionRow } from '#diagram/fields/question-row.ts';
import { refuseCode } from '#edits/edit-questions.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { GridColumn, GridOption } from '#views/grid/grid-column.ts';
import { later, type Offered, toGridColumns, toOptions } from './grid-columns.ts';
import { CHOSEN_COLUMN } from './shipped-views.ts';

/** Why a cell of questions.csv cannot hold a text, as far as other rows have a say in it. */
function refuseCell(index: WorkspaceIndex, column: string, value: string, row: QuestionRow): string | null {
  const { form, code } = row.question;
  if (column !== 'question' && column !== 'form') return null;
  if (column === 'form' && value === '') return 'A question needs a form.';
  const [newForm, newCode] = column === 'form' ? [value, code] : [form, value];
  const reason = column === 'question' ? refuseCode(value) : null;
  if (reason !== null) return reason;
  const isTaken = `${newForm}/${newCode}` !== row.key && index.questions.has(`${newForm}/${newCode}`);
  return isTaken ? `The question ${newCode} stands on ${newForm} already. Give it a user code of its own.` : null;
}

const known = (all: readonly QuestionRow[], id: string): Offered<QuestionRow> => {
  const column = QUESTION_COLUMNS.find((candidate) => candidate.id === id);
  const values = (of: FieldColumn<QuestionRow>): readonly GridOption[] =>
    toOptions(valuesOf(all, of).map(({ value }) => value));
  return { isOpen: true, options: later(() => (column === undefined ? [] : values(column))) };
};

function offeredFor(index: WorkspaceIndex, all: readonly QuestionRow[]): ReadonlyMap<string, Offered<QuestionRow>> {
  const forms = later(() => index.workspace.forms.map(({ id, title }) => ({ value: id, label: id, hint: title })));
  const lookups = later(() => toOptions([...index.answersOfLookup.keys()]));
  const open = ['section', 'entered_by', 'readers', 'tags', 'collection'];
  return new Map<string, Offered<QuestionRow>>([
    ['form', { options: forms }],
    ['lookup', { options: lookups }],
    ...open.map((id) => [id, known(all, id)] as const),
  ]);
}

const chosenColumn = (chosen: ReadonlySet<string>): GridColumn<QuestionRow> => ({
  ...CHOSEN_COLUMN,
  kind: 'flag',
  description: 'Tick questions to map, assess or remove them together. Space ticks, Ctrl+D ticks down.',
  text: ({ key }) => (chosen.has(key) ? 'Y' : ''),
});

/** The columns of the questions in the grid, the ticks first. */
export const questionGridColumns = (
  index: WorkspaceIndex,
  all: readonly QuestionRow[],
): readonly GridColumn<QuestionRow>[] =>
  toGridColumns(QUESTION_COLUMNS, {
    offered: offeredFor(index, all),
    check: (column, value, row) => refuseCell(index, column, value, row),
  });

export const withChosen = (
  columns: readonly GridColumn<QuestionRow>[],
  chosen: ReadonlySet<string>,
): readonly GridColumn<QuestionRow>[] => [chosenColumn(chosen), ...columns];
