import { countFrom } from './cells-from.ts';
import type { MadeRow, MadeTable, StandingRow } from './made-table.ts';
import type { NewQuestion, QuestionList } from './make-questions.ts';
import { cellOf, type ExtractRow, type Extracts } from './read-extract.ts';

/** A code of a return that the extract gives an answer. */
export interface AnswerWithCode {
  readonly lookup: string;
  readonly answer: string;
  readonly code: string;
}

/** The lists of answers. */
export interface MadeLookups {
  readonly table: MadeTable;
  readonly lookupOf: (question: NewQuestion) => string;
  readonly codes: readonly AnswerWithCode[];
  /** Rows of old versions of questions. */
  readonly old: number;
}

type Answers = readonly ExtractRow[];

/** The answers of each question of a newest version, by its number where the extract has numbers, otherwise by its code. */
function answersBy(extracts: Extracts, { questions }: QuestionList): (question: NewQuestion) => Answers {
  const hasIds = extracts.hasColumn('lookups', 'QUESTION_ID') && questions.some(({ id }) => id !== '');
  const column = hasIds ? 'QUESTION_ID' : 'QUESTION_USER_CODE';
  const rows = new Map<string, ExtractRow[]>();
  for (const row of extracts.rows('lookups')) {
    const key = cellOf(row, column);
    const own = rows.get(key);
    if (own === undefined) rows.set(key, [row]);
    else own.push(row);
  }
  return ({ id, code }) => rows.get(hasIds ? id : code) ?? [];
}

const wordings = (answers: Answers): string => answers.map((row) => cellOf(row, 'ANSWER')).join('\n');

/** Questions of one code share a list where their answers are the same; otherwise each has its own. */
function namesOf(asked: readonly (readonly [NewQuestion, Answers])[]): (question: NewQuestion) => string {
  const lists = new Map<string, Set<string>>();
  for (const [{ code }, answers] of asked) lists.set(code, (lists.get(code) ?? new Set()).add(wordings(answers)));
  return ({ form, code }) => ((lists.get(code)?.size ?? 0) > 1 ? `${form}.${code}` : code);
}

/** Of several versions of a question the one with the highest number, which was published last. */
function newestOnly(rows: Answers): Answers {
  const highest = Math.max(...rows.map((row) => Number(cellOf(row, 'QUESTION_ID')) || 0));
  return rows.filter((row) => (Number(cellOf(row, 'QUESTION_ID')) || 0) === highest);
}

/** Without questions, lists are named by the codes of theirs, as the workspace's questions name them where they do. */
function byCodeAlone(extracts: Extracts, standing: ReadonlyMap<string, string>): ReadonlyMap<string, Answers> {
  const lists = new Map<string, ExtractRow[]>();
  for (const row of extracts.rows('lookups')) {
    const code = cellOf(row, 'QUESTION_USER_CODE');
    const lookup = standing.get(code) ?? code;
    const own = lists.get(lookup);
    if (own === undefined) lists.set(lookup, [row]);
    else own.push(row);
  }
  return new Map([...lists].map(([lookup, rows]) => [lookup, newestOnly(rows)]));
}

const madeRow = (lookup: string, row: ExtractRow, at: number): MadeRow => ({
  says: {
    lookup,
    answer: cellOf(row, 'ANSWER'),
    times_chosen: countFrom(cellOf(row, 'TIMES_CHOSEN')),
    answer_id: cellOf(row, 'QUESTION_LOOKUP_ID'),
  },
  fills: {},
  proposes: { order: String(at + 1) },
});

function firstOfEach(lookup: string, rows: Answers): Answers {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const answer = cellOf(row, 'ANSWER');
    const isNew = answer !== '' && lookup !== '' && !seen.has(answer);
    seen.add(answer);
    return isNew;
  });
}

function tableOf(extracts: Extracts, lists: ReadonlyMap<string, Answers>): Pick<MadeLookups, 'table' | 'codes'> {
  const kept = [...lists].map(([lookup, rows]) => [lookup, firstOfEach(lookup, rows)] as const);
  return {
    table: {
      file: 'workflows/lookups.csv',
      what: 'answer',
      isComplete: extracts.has('lookups') && extracts.has('questions'),
      wording: ['answer'],
      id: 'answer_id',
      rows: kept.flatMap(([lookup, rows]) => rows.map((row, at) => madeRow(lookup, row, at))),
    },
    codes: kept.flatMap(([lookup, rows]) =>
      rows.flatMap((row) => {
        const code = cellOf(row, 'RETURN_CODE');
        return code === '' ? [] : [{ lookup, answer: cellOf(row, 'ANSWER'), code }];
      }),
    ),
  };
}

/**
 * The lists of answers. A question that has a list in the workspace keeps it, even where people have joined several: it then
 * holds the answers of them all.
 */
export function makeLookups(extracts: Extracts, list: QuestionList, standing: readonly StandingRow[]): MadeLookups {
  if (!extracts.has('questions')) {
    const named = new Map(standing.map(({ cell }) => [cell('question'), cell('lookup') || cell('question')]));
    return { ...tableOf(extracts, byCodeAlone(extracts, named)), lookupOf: () => '', old: 0 };
  }
  const answersOf = answersBy(extracts, list);
  const asked = list.questions.map((question) => [question, answersOf(question)] as const);
  const withAnswers = asked.filter(([, answers]) => answers.length > 0);
  const nameOf = namesOf(withAnswers);
  const kept = new Map(standing.map(({ cell }) => [`${cell('form')}\n${cell('question')}`, cell('lookup')]));
  const lookupOf = (question: NewQuestion): string =>
    kept.get(`${question.form}\n${question.code}`) || nameOf(question);
  const lists = new Map<string, ExtractRow[]>();
  for (const [question, answers] of withAnswers) {
    const lookup = lookupOf(question);
    lists.set(lookup, [...(lists.get(lookup) ?? []), ...answers]);
  }
  const used = new Set(withAnswers.flatMap(([, answers]) => answers));
  const names = new Set(withAnswers.map(([question]) => question));
  return {
    ...tableOf(extracts, lists),
    lookupOf: (question) => (names.has(question) ? lookupOf(question) : ''),
    old: extracts.rows('lookups').length - used.size,
  };
}
