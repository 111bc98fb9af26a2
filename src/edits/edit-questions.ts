import type { Question, Workspace } from '#model/workspace.ts';
import type { Edit } from '#workspace/apply-edit.ts';
import { counted } from './cells.ts';
import { type Rename, renameReferences } from './rename-questions.ts';
import { type CellEdit, cellChanges, type Tables } from './written-rows.ts';

/** A workspace with its tables, as edits of questions need it. */
export type QuestionTables = Tables & { readonly value: Pick<Workspace, 'questions' | 'nextActions'> };

const QUESTIONS = 'workflows/questions.csv';
const placeOf = ({ at, column }: CellEdit): string => `${at.file}\n${at.row}\n${column}`;

/** The questions whose name some cells change. */
function renamesIn({ value }: QuestionTables, cells: readonly CellEdit[]): readonly Rename[] {
  const names = new Map<number, Partial<Record<'form' | 'question', string>>>();
  for (const { at, column, value: text } of cells) {
    if (column !== 'form' && column !== 'question') continue;
    names.set(at.row, { ...names.get(at.row), [column]: text.trim() });
  }
  if (names.size === 0) return [];
  return value.questions.flatMap(({ form, code, at }): readonly Rename[] => {
    const now = names.get(at.row);
    return now === undefined ? [] : [{ from: { form, question: code }, to: { form, question: code, ...now } }];
  });
}

/** Writes cells of questions.csv in one step. Where a user code or form changes, everything that names it follows. */
export function editQuestionCells(opened: QuestionTables, cells: readonly CellEdit[], name: string): Edit {
  const renamed = renameReferences(opened, renamesIn(opened, cells));
  // A cell that the person writes in the same step wins over the same cell renamed.
  const all = new Map([...renamed, ...cells].map((cell) => [placeOf(cell), cell]));
  return { name, changes: cellChanges([...all.values()]) };
}

/** What would be left out if some cells were written: two questions of one name. Null where every name stays its own. */
export function findClash({ value }: Pick<QuestionTables, 'value'>, cells: readonly CellEdit[]): string | null {
  const names = cells.filter(({ column }) => column === 'form' || column === 'question');
  if (names.length === 0) return null;
  const written = new Map(names.map(({ at, column, value: text }) => [`${at.row} ${column}`, text.trim()]));
  const seen = new Set<string>();
  for (const { form, code, at } of value.questions) {
    const now = `${written.get(`${at.row} form`) ?? form}/${written.get(`${at.row} question`) ?? code}`;
    if (seen.has(now)) return `Two questions would be called ${now}. Nothing was changed.`;
    seen.add(now);
  }
  return null;
}

/** Why a text cannot be a user code; null where it can. Conditions and rules could not name it otherwise. */
export function refuseCode(code: string): string | null {
  if (code.trim() === '') return 'A question needs a user code: it is its key.';
  if (/[="|;/]| and | answered$/u.test(code))
    return `“${code}” cannot be a user code: conditions could not name it. Leave out = " | ; / and the word “and”.`;
  return null;
}

/** What a new question starts with. */
export interface NewQuestion {
  readonly form: string;
  readonly question: string;
  readonly text: string;
  readonly type: string;
  readonly section: string;
  readonly order: string;
}

/** Adds a question to a form. */
export const addQuestion = (question: NewQuestion): Edit => ({
  name: `add the question ${question.question} to ${question.form}`,
  changes: [{ kind: 'add', file: QUESTIONS, rows: [{ ...question }] }],
});

/** Lists of a question that are set for many at once. */
export type ListColumn = 'purposes' | 'readers' | 'tags';

const valuesOf = (question: Question, column: ListColumn): readonly string[] =>
  column === 'tags' ? question.tags : question[column].values;

const NONE = 'none';

/** The list with some words more; "none" gives way to words, and stands alone. */
function withWords(present: readonly string[], more: readonly string[]): string {
  if (more.includes(NONE)) return NONE;
  return [...new Set([...present.filter((word) => word !== NONE), ...more])].join('; ');
}

/** Sets a list for many questions, or adds words to what each has. */
export function setLists(
  questions: readonly Question[],
  column: ListColumn,
  words: readonly string[],
  how: 'set' | 'add',
): Edit {
  const cells = questions.map((question): CellEdit => {
    const present = how === 'add' ? valuesOf(question, column) : [];
    return { at: question.at, column, value: withWords(present, words) };
  });
  const what = words.length === 0 ? `clear ${column}` : `${how} ${column} ${words.join(', ')}`;
  return { name: `${what} for ${counted(questions.length, 'question')}`, changes: cellChanges(cells) };
}
