import { formId, lookupId, questionCode } from '#model/ids.ts';
import { questionKey } from '#model/index-workspace.ts';
import { ENTRIES, PURPOSES, QUESTION_TYPES, type QuestionType } from '#model/words.ts';
import type { Assessed, Clause, LookupAnswer, PulledFrom, Question, RowRef } from '#model/workspace.ts';
import { parseCondition } from './condition.ts';
import type { Line } from './line.ts';
import * as cell from './line.ts';
import { keyedLines, type Names, neededReferOf, referOf } from './names.ts';
import { quoted, type Reading } from './problems.ts';
import {
  describeMissing,
  describeUnoffered,
  findQuestionName,
  indexQuestions,
  type QuestionIndex,
} from './question-index.ts';
import type { Kept } from './remember.ts';
import { cellAt, type Table } from './table.ts';

const NONE = 'none';

function assessedOf(line: Line, column: string): Assessed<string> {
  const members = cell.listOf(line, column);
  const values = members.filter((member) => member !== NONE);
  if (values.length > 0 && values.length < members.length) {
    cell.warnAt(
      line,
      column,
      `The column "${column}" says "none" beside other words; "none" was left out. Write either.`,
    );
  }
  return { assessed: members.length > 0, values };
}

function purposesOf(line: Line): Question['purposes'] {
  const { assessed, values } = assessedOf(line, 'purposes');
  if (values.length === 0) return { assessed, values: [] };
  const words = cell.wordsOf(line, 'purposes', [...PURPOSES, NONE]);
  return { assessed, values: words.filter((word) => word !== NONE) };
}

function typeOf(line: Line): QuestionType {
  if (cell.keyOf(line, 'type') === '') {
    cell.warnAt(line, 'type', 'The question has no type and was read as short-text. Write its type.');
  }
  return cell.wordOf(line, 'type', QUESTION_TYPES, 'short-text');
}

function warnNoLookup(line: Line, type: QuestionType): void {
  if ((type !== 'choice' && type !== 'multi-choice') || cell.keyOf(line, 'lookup') !== '') return;
  cell.warnAt(
    line,
    'lookup',
    `The question is of type ${type} and names no lookup, so its answers are not known. Write the lookup's key.`,
  );
}

/** A question by itself; its condition and what it is pulled from are looked up when all questions are known. */
function questionOf(line: Line, form: string, lookups: Names): Question {
  const lookup = referOf(line, 'lookup', lookups) ?? null;
  const type = typeOf(line);
  warnNoLookup(line, type);
  return {
    form: formId(form),
    code: questionCode(cell.keyOf(line, 'question')),
    order: cell.numberOf(line, 'order'),
    section: cell.textOf(line, 'section'),
    text: cell.textOf(line, 'text'),
    type,
    mandatory: cell.flagOf(line, 'mandatory'),
    conditional: cell.keyOf(line, 'shown_if') !== '',
    shownIf: [],
    entry: cell.wordOf(line, 'entry', ENTRIES, 'typed'),
    pulledFrom: null,
    perChild: cell.flagOf(line, 'per_child'),
    collection: cell.textOf(line, 'collection'),
    lookup: lookup === null ? null : lookupId(lookup),
    enteredBy: cell.textOf(line, 'entered_by'),
    typicalWords: cell.amountOf(line, 'typical_words'),
    purposes: purposesOf(line),
    readers: assessedOf(line, 'readers'),
    tags: cell.listOf(line, 'tags'),
    notes: cell.textOf(line, 'notes'),
    at: line.at,
  };
}

function standingClause(line: Line, index: QuestionIndex, form: string, clause: Clause): readonly Clause[] {
  const question = index.byKey.get(questionKey(formId(form), clause.question));
  if (question === undefined) {
    const missing = describeMissing(line, index, form, clause.question);
    cell.errorAt(line, 'shown_if', `The condition names the question ${quoted(clause.question)}, ${missing}`);
    return [];
  }
  for (const answer of clause.kind === 'one-of' ? clause.answers : []) {
    const unoffered = describeUnoffered(line, index, question, answer);
    if (unoffered !== '') cell.warnAt(line, 'shown_if', unoffered);
  }
  return [clause];
}

function shownIfOf(line: Line, index: QuestionIndex, form: string): readonly Clause[] {
  const { values, problems } = parseCondition(cell.textOf(line, 'shown_if'));
  for (const problem of problems) cell.errorAt(line, 'shown_if', problem);
  return values.flatMap((clause) => standingClause(line, index, form, clause));
}

const PERSON = 'person:';

function pulledFromOf(line: Line, index: QuestionIndex): PulledFrom | null {
  const written = cell.keyOf(line, 'pulled_from');
  if (written === '') return null;
  if (written.startsWith(PERSON)) return { kind: 'person', field: written.slice(PERSON.length).trim() };
  const name = findQuestionName(index, written, '.');
  if (name !== undefined) return { kind: 'question', ...name };
  const dot = written.indexOf('.');
  const says = `The question is pulled from ${quoted(written)}`;
  if (dot === -1)
    cell.errorAt(
      line,
      'pulled_from',
      `${says}, which is neither person:FIELD nor form.question. Write one of the two.`,
    );
  else
    cell.errorAt(
      line,
      'pulled_from',
      `${says}, ${describeMissing(line, index, written.slice(0, dot), written.slice(dot + 1))}`,
    );
  return null;
}

export interface ReadQuestions {
  readonly questions: readonly Question[];
  /** What other rows may refer to. It may hold questions as they were before a change that nobody can refer to. */
  readonly index: QuestionIndex;
}

/** Columns that no other row refers to, and that decide nothing about whether the row is read. */
const PLAIN: ReadonlySet<string> = new Set(
  'order section text mandatory entry per_child collection entered_by typical_words purposes readers tags notes'.split(
    ' ',
  ),
);

/** A question with what its row says of others. */
function related(question: Question, line: Line, index: QuestionIndex): Question {
  const shownIf = question.conditional ? shownIfOf(line, index, question.form) : question.shownIf;
  const pulledFrom = pulledFromOf(line, index);
  return shownIf.length === 0 && pulledFrom === null ? question : { ...question, shownIf, pulledFrom };
}

interface Draft {
  readonly line: Line;
  readonly question: Question;
}

/** Reads the questions twice over: each by itself, then what they say of each other. */
export function readQuestions(
  lines: readonly Line[],
  forms: Names,
  lookups: Names,
  answers: readonly LookupAnswer[],
): ReadQuestions {
  const leftOut = new Map<string, RowRef>();
  const drafts = keyedLines(lines, ['form', 'question']).flatMap(({ line }): readonly Draft[] => {
    const form = neededReferOf(line, 'form', forms);
    if (form !== undefined) return [{ line, question: questionOf(line, form, lookups) }];
    leftOut.set(questionKey(formId(cell.keyOf(line, 'form')), questionCode(cell.keyOf(line, 'question'))), line.at);
    return [];
  });
  const index = indexQuestions(
    drafts.map((draft) => draft.question),
    answers,
    leftOut,
  );
  return { questions: drafts.map(({ line, question }) => related(question, line, index)), index };
}

/** The lines whose rows changed in plain columns alone; null where anything else changed. */
function plainChanges(reading: Reading, before: Table, after: Table): readonly Line[] | null {
  if (before.rows.length !== after.rows.length || before.columnAt !== after.columnAt) return null;
  const changed = after.rows.filter((row, at) => row !== before.rows[at]);
  const plain = new Set([...after.columnAt].flatMap(([name, at]) => (PLAIN.has(name) ? [at] : [])));
  const isPlain = changed.every((row) => {
    const old = before.rows[row.row - 1];
    if (old === undefined || old.stopped) return false;
    return after.shape.columns.every(({ name }) => {
      const at = after.columnAt.get(name);
      return at === undefined || plain.has(at) || cellAt(row, at) === cellAt(old, at);
    });
  });
  return isPlain
    ? changed.map((row) => ({ reading, table: after, row, at: { file: after.file, row: row.row } }))
    : null;
}

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && 'rows' in value && 'columnAt' in value;

/** Puts rows that changed in plain columns alone into the questions read last; null where anything else has changed. */
export function patchQuestions(
  reading: Reading,
  last: Kept<ReadQuestions>,
  table: Table,
  lookups: Names,
): ReadQuestions | null {
  const [before] = last.from;
  const lines = isTable(before) ? plainChanges(reading, before, table) : null;
  if (lines === null) return null;
  const changed = new Map(lines.map((line) => [line.at.row, line]));
  for (const problem of last.problems) if (!changed.has(problem.row)) reading.problems.push(problem);
  const { questions, index } = last.value;
  return {
    questions: questions.map((question) => {
      const line = changed.get(question.at.row);
      return line === undefined ? question : related(questionOf(line, question.form, lookups), line, index);
    }),
    index,
  };
}
