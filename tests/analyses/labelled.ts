import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { asWord, factId, formId, lookupId } from '#model/ids.ts';
import { QUESTION_TYPES } from '#model/words.ts';
import type { LookupAnswer, Question, Workspace } from '#model/workspace.ts';
import { openWorkspace } from '#pipeline/open-workspace.ts';
import { suggestFacts } from '#pipeline/suggest-facts.ts';
import { aForm, aQuestion, aSource, emptyWorkspace } from '../support/a-workspace.ts';
import { shippedFiles } from '../support/open-example.ts';

/** A wording and the fact that a person says it asks for, or `none`. */
export interface Labelled {
  readonly form: string;
  readonly section: string;
  readonly text: string;
  readonly type: string;
  readonly answers: string;
  readonly code: string;
  readonly fact: string;
}

function read(name: string): readonly Labelled[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return data.map((row) => ({
    form: row['form'] ?? '',
    section: row['section'] ?? '',
    text: row['text'] ?? '',
    type: row['type'] ?? '',
    answers: row['answers'] ?? '',
    code: row['code'] ?? '',
    fact: row['expected'] ?? row['fact'] ?? '',
  }));
}

/** The labelled wordings, in the order of the file. */
export const readLabelled = (): readonly Labelled[] => read('labelled-wordings.csv');

const toQuestion = ({ form, section, text, type, answers, code }: Labelled): Question =>
  aQuestion(form, code, {
    section,
    text,
    type: asWord(QUESTION_TYPES, type) ?? 'short-text',
    lookup: answers === '' ? null : lookupId(`${form}/${code}`),
  });

const toAnswers = ({ form, code, answers }: Labelled): readonly LookupAnswer[] =>
  answers === ''
    ? []
    : answers.split(' | ').map((answer, order) => ({
        lookup: lookupId(`${form}/${code}`),
        order,
        answer,
        timesChosen: null,
        at: { file: '', row: order },
      }));

/** The labelled wordings as a council's questions, beside a small set that has been mapped; with the shipped facts and returns. */
export function labelledWorkspace(): Workspace {
  const shipped = openWorkspace(new Map(), shippedFiles()).value;
  const mapped = read('labelled-mapped.csv');
  const all = [...mapped, ...readLabelled()];
  return emptyWorkspace({
    facts: shipped.facts,
    returns: shipped.returns,
    forms: [...new Set(all.map(({ form }) => form))].map((form) => aForm(form)),
    questions: all.map(toQuestion),
    lookupAnswers: all.flatMap(toAnswers),
    sources: mapped.map(({ form, code, fact }) => {
      const question = aQuestion(form, code);
      return aSource(factId(fact), 'question', { form: formId(form), question: question.code });
    }),
  });
}

/** What was proposed for each labelled wording, best first. */
export interface Judged extends Labelled {
  readonly proposed: readonly { readonly fact: string; readonly score: number; readonly reasons: readonly string[] }[];
}

/** The labelled wordings with what is proposed for them. */
export function judge(): readonly Judged[] {
  const { questions } = suggestFacts(labelledWorkspace());
  const proposed = new Map(questions.map(({ form, question, suggestions }) => [`${form}/${question}`, suggestions]));
  return readLabelled().map((row) => ({ ...row, proposed: proposed.get(`${row.form}/${row.code}`) ?? [] }));
}

/** How well the proposals do on some rows. */
export interface Measured {
  readonly rows: number;
  /** Of the rows with a proposal, the share whose first one is right. */
  readonly firstRight: number;
  /** Of the rows with a fact, the share that have it among the first three. */
  readonly amongThree: number;
  /** Of the rows with a fact, the share that have it first. */
  readonly found: number;
  /** Of the rows without a fact, the share for which nothing is proposed. */
  readonly noneKept: number;
  /** Of the rows for which nothing is proposed, the share that have no fact. */
  readonly noneRight: number;
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** Counts, for rows that were judged. */
export function measure(rows: readonly Judged[]): Measured {
  const withFact = rows.filter(({ fact }) => fact !== 'none');
  const proposing = rows.filter(({ proposed }) => proposed.length > 0);
  const silent = rows.filter(({ proposed }) => proposed.length === 0);
  const isFirst = ({ fact, proposed }: Judged): boolean => proposed[0]?.fact === fact;
  return {
    rows: rows.length,
    firstRight: share(proposing.filter(isFirst).length, proposing.length),
    found: share(withFact.filter(isFirst).length, withFact.length),
    amongThree: share(
      withFact.filter(({ fact, proposed }) => proposed.some((one) => one.fact === fact)).length,
      withFact.length,
    ),
    noneKept: share(silent.filter(({ fact }) => fact === 'none').length, rows.length - withFact.length),
    noneRight: share(silent.filter(({ fact }) => fact === 'none').length, silent.length),
  };
}
