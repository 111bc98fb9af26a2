import type { Workspace } from '#model/workspace.ts';
import {
  type NewNames,
  type QuestionName,
  renameInCondition,
  renameInFinding,
  renameInRules,
  renameJoined,
  renameList,
} from './rename-texts.ts';
import { type CellEdit, type Tables, type WrittenRow, writtenRows } from './written-rows.ts';

/** A question and what it is to be called. */
export interface Rename {
  readonly from: QuestionName;
  readonly to: QuestionName;
}

/** The files whose rows name a question in the columns `form` and `question`. */
const NAMING = ['mappings/sources.csv', 'workflows/question-usage.csv', 'workflows/timings.csv'];

const keyOf = (form: string, question: string): string => `${form}\n${question}`;

/** A cell that is to hold another text; nothing where the text is the same. */
function changed({ at, cell }: WrittenRow, column: string, work: (text: string) => string): readonly CellEdit[] {
  const text = cell(column);
  if (text === '') return [];
  const value = work(text);
  return value === text ? [] : [{ at, column, value }];
}

function inNamingRow(row: WrittenRow, names: NewNames): readonly CellEdit[] {
  const [form, question] = [row.cell('form').trim(), row.cell('question').trim()];
  const now = names(form, question);
  if (now === undefined) return [];
  return [...changed(row, 'form', () => now.form), ...changed(row, 'question', () => now.question)];
}

function inQuestion(row: WrittenRow, names: NewNames): readonly CellEdit[] {
  const form = row.cell('form').trim();
  return [
    ...changed(row, 'shown_if', (text) => renameInCondition(text, form, names)),
    ...changed(row, 'pulled_from', (text) =>
      text.trim().startsWith('person:') ? text : renameJoined(text, '.', names),
    ),
  ];
}

/** Everything that names some questions, under their new names: sources, codes, conditions, rules, usage, timings and decisions. */
export function renameReferences(
  opened: Tables & { readonly value: Pick<Workspace, 'nextActions'> },
  renames: readonly Rename[],
): readonly CellEdit[] {
  const known = new Map(renames.map(({ from, to }) => [keyOf(from.form, from.question), to]));
  if (known.size === 0) return [];
  const names: NewNames = (form, question) => known.get(keyOf(form, question));
  const actions = new Map(opened.value.nextActions.map((action) => [action.at.row, action]));
  const rowsOf = (file: string): readonly WrittenRow[] => writtenRows(opened, file);
  return [
    ...NAMING.flatMap((file) => rowsOf(file).flatMap((row) => inNamingRow(row, names))),
    ...rowsOf('mappings/codes.csv').flatMap((row) => changed(row, 'lookup', (text) => renameList(text, names))),
    ...rowsOf('workflows/questions.csv').flatMap((row) => inQuestion(row, names)),
    ...rowsOf('workflows/next-actions.csv').flatMap((row) =>
      changed(row, 'rules', (text) => renameInRules(text, actions.get(row.at.row), names)),
    ),
    ...rowsOf('mappings/reviews.csv').flatMap((row) => changed(row, 'finding', (id) => renameInFinding(id, names))),
  ];
}
