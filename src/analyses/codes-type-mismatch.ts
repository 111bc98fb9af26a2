import type { Item } from '#model/data-return.ts';
import type { Finding } from '#model/finding.ts';
import { questionKey } from '#model/index-workspace.ts';
import type { QuestionType } from '#model/words.ts';
import type { Question } from '#model/workspace.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { countingRows, questionListKey } from './codes-answers.ts';
import { type CodeYears, codeYearsOf } from './codes-years.ts';
import { severityOfItem } from './coverage-findings.ts';
import { describeForm, describeItem, describeQuestion, findingId, withDecision } from './describe.ts';

const TEXTS: readonly QuestionType[] = ['short-text', 'long-text', 'rich-text'];

/** The types of question that hold each format; codes are held as `holdsCode` says. */
const HOLDING: Readonly<Record<Item['format']['kind'], readonly QuestionType[]>> = {
  date: ['date', 'date-time'],
  'date-time': ['date-time'],
  code: [],
  'true-false': ['yes-no', 'choice'],
  'whole-number': ['number'],
  text: [...TEXTS, 'choice'],
  pattern: TEXTS,
};

const TYPE_IN_WORDS: Readonly<Record<QuestionType, string>> = {
  'short-text': 'a short text',
  'long-text': 'a long text',
  'rich-text': 'a formatted text',
  number: 'a number',
  date: 'a date without a time',
  'date-time': 'a date and time',
  'yes-no': 'a yes or no',
  choice: 'a choice',
  'multi-choice': 'a choice of several',
  person: 'a person',
  address: 'an address',
  file: 'a file',
  'sign-off': 'a sign-off',
};

const FORMAT_IN_WORDS: Readonly<Record<Item['format']['kind'], string>> = {
  date: 'a date',
  'date-time': 'a date and time',
  code: 'one of its codes',
  'true-false': 'true or false',
  'whole-number': 'a whole number',
  text: 'text',
  pattern: 'text of a fixed shape',
};

const REMEDY: Readonly<Record<Item['format']['kind'], string>> = {
  date: 'Make it a date',
  'date-time': 'Make it a date and time',
  code: 'Make it a choice from a list',
  'true-false': 'Make it a yes or no',
  'whole-number': 'Make it a number',
  text: 'Make it a text',
  pattern: 'Make it a short text',
};

/** Whether a question's type can hold what an item asks for. `hasCodes`: its own Yes and No have rows in codes.csv. */
function holds(question: Question, item: Item, hasCodes: boolean): boolean {
  if (item.format.kind !== 'code') return HOLDING[item.format.kind].includes(question.type);
  if (question.type === 'multi-choice') return item.max !== 1;
  return question.type === 'choice' || (question.type === 'yes-no' && hasCodes);
}

const OTHERWISE = 'or let the return read another place.';

/** Why several answers are one too many, and what to do, where the code set has a code for several. */
function remedyForSeveral(item: Item, years: CodeYears): string {
  const several = years.codesOf(item.codeSet ?? '').find(({ code }) => code === 'MUL');
  if (several === undefined) return `Make it a choice of one, ${OTHERWISE}`;
  return `Several together are sent as ${several.code} (${several.label}), which no single answer here can lead to: make it a choice of one, with an answer for several, ${OTHERWISE}`;
}

function describeMismatch(question: Question, item: Item, years: CodeYears): string {
  if (item.format.kind === 'code' && question.type === 'multi-choice')
    return `takes several answers at once, and ${describeItem(item)} takes one code. ${remedyForSeveral(item, years)}`;
  const cannot = `is ${TYPE_IN_WORDS[question.type]}, which cannot hold ${FORMAT_IN_WORDS[item.format.kind]} as ${describeItem(item)} wants it.`;
  if (item.format.kind === 'code' && question.type === 'yes-no')
    return `${cannot} Say in mappings/codes.csv which code its Yes leads to (lookup ${questionListKey(question)}), ${OTHERWISE}`;
  return `${cannot} ${REMEDY[item.format.kind]}, ${OTHERWISE}`;
}

/** `codes/type-mismatch`: the type of a question that feeds an item cannot hold the item's format. */
export function analyseTypeMismatches(input: AnalysisInput): readonly Finding[] {
  const { index } = input;
  const years = codeYearsOf(index);
  const rows = countingRows(index, years);
  const feeding = new Map(
    input.places.flatMap(({ source, question }) =>
      source.use === 'feeds' && question !== null
        ? [[`${source.fact}|${questionKey(question.form, question.code)}`, { fact: source.fact, question }] as const]
        : [],
    ),
  );
  return [...feeding.values()].flatMap(({ fact, question }) =>
    (index.itemsOfFact.get(fact) ?? [])
      .filter((item) => !holds(question, item, rows.has(questionListKey(question))))
      .map((item) =>
        withDecision(index, {
          id: findingId('codes/type-mismatch', item.id, question.form, question.code),
          kind: 'codes/type-mismatch',
          severity: severityOfItem(item),
          certainty: null,
          fact,
          items: [item.id],
          places: [{ form: question.form, question: question.code }],
          route: null,
          message: `${describeQuestion(question)} on ${describeForm(index, question.form)} ${describeMismatch(question, item, years)}`,
        }),
      ),
  );
}
