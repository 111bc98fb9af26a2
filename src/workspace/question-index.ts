import { type FormId, formId, type LookupId, type QuestionCode, questionCode } from '#model/ids.ts';
import { questionKey } from '#model/index-workspace.ts';
import type { LookupAnswer, Question, RowRef } from '#model/workspace.ts';
import { hintFor, type Line } from './line.ts';
import { anyOf, quoted } from './problems.ts';

/** The questions that may be referred to, and what they can be answered with. */
export interface QuestionIndex {
  readonly byKey: ReadonlyMap<string, Question>;
  readonly codesOf: ReadonlyMap<string, readonly string[]>;
  readonly answersOf: ReadonlyMap<LookupId, ReadonlySet<string>>;
  readonly leftOut: ReadonlyMap<string, RowRef>;
}

export function indexQuestions(
  questions: readonly Question[],
  answers: readonly LookupAnswer[],
  leftOut: ReadonlyMap<string, RowRef>,
): QuestionIndex {
  const codesOf = new Map<string, string[]>();
  for (const { form, code } of questions) {
    const codes = codesOf.get(form);
    if (codes === undefined) codesOf.set(form, [code]);
    else codes.push(code);
  }
  const answersOf = new Map<LookupId, Set<string>>();
  for (const { lookup, answer } of answers) {
    const held = answersOf.get(lookup);
    if (held === undefined) answersOf.set(lookup, new Set([answer]));
    else held.add(answer);
  }
  return {
    byKey: new Map(questions.map((question) => [questionKey(question.form, question.code), question])),
    codesOf,
    answersOf,
    leftOut,
  };
}

export interface QuestionName {
  readonly form: FormId;
  readonly question: QuestionCode;
}

/** `FORM/CODE` or `FORM.CODE` looked up; keys may hold the separator themselves, so each place of it is tried. */
export function findQuestionName(index: QuestionIndex, written: string, separator: string): QuestionName | undefined {
  for (let at = written.indexOf(separator); at !== -1; at = written.indexOf(separator, at + 1)) {
    const form = formId(written.slice(0, at).trim());
    const question = questionCode(written.slice(at + separator.length).trim());
    if (index.byKey.has(questionKey(form, question))) return { form, question };
  }
  return undefined;
}

/** Why a form and a code name no question, as the end of a sentence, with what was perhaps meant. */
export function describeMissing(line: Line, index: QuestionIndex, form: string, code: string): string {
  const own = index.leftOut.get(questionKey(formId(form), questionCode(code)));
  if (own !== undefined) return `whose own row was left out. Put row ${own.row} of ${own.file} right first.`;
  const codes = index.codesOf.get(form);
  if (codes === undefined)
    return `and no question of a form ${quoted(form)} stands in workflows/questions.csv.${hintFor(line, form, index.codesOf.keys())}`;
  return `which the form ${quoted(form)} does not have in workflows/questions.csv.${hintFor(line, code, codes)}`;
}

const YES_NO: ReadonlySet<string> = new Set(['Yes', 'No']);

/** The answers that a question offers; undefined where it may be answered with anything, or nobody has said. */
export function answersOffered(index: QuestionIndex, question: Question | undefined): ReadonlySet<string> | undefined {
  if (question === undefined) return undefined;
  if (question.lookup !== null) return index.answersOf.get(question.lookup);
  return question.type === 'yes-no' ? YES_NO : undefined;
}

/** What to say of an answer that a question does not offer; empty where it does. */
export function describeUnoffered(
  line: Line,
  index: QuestionIndex,
  question: Question | undefined,
  answer: string,
): string {
  const offered = answersOffered(index, question);
  if (question === undefined || offered === undefined || offered.has(answer)) return '';
  const from =
    question.lookup === null ? 'which is answered Yes or No' : `whose lookup "${question.lookup}" does not hold it`;
  const hint = hintFor(line, answer, offered);
  const remedy = hint === '' && offered.size <= 10 ? ` Write ${anyOf([...offered].map(quoted))}.` : hint;
  return `The answer ${quoted(answer)} is asked of the question "${question.code}", ${from}.${remedy}`;
}
