import { questionCode } from '#model/ids.ts';
import type { Clause } from '#model/workspace.ts';
import { type Parsed, quote, splitOutside, unquote } from './quoting.ts';

type Read = { readonly clause: Clause } | { readonly problem: string };

const FORMS_OF_CLAUSE = 'Write CODE = answer, CODE = a | b, or CODE answered';

const ANSWERED = 'answered';

function readAnswered(text: string): Read {
  const before = text.endsWith(ANSWERED) ? text.slice(0, -ANSWERED.length) : '';
  const code = before.trimEnd();
  if (code === '' || code === before || code.includes('"')) {
    const problem = `The condition "${text}" cannot be read. ${FORMS_OF_CLAUSE}; put quotes round an answer that holds " and ".`;
    return { problem };
  }
  return { clause: { kind: 'answered', question: questionCode(code) } };
}

function readClause(raw: string): Read {
  const text = raw.trim();
  const [left = '', ...rest] = splitOutside(text, '=');
  if (rest.length === 0) return readAnswered(text);
  if (rest.length > 1)
    return { problem: `The condition "${text}" holds more than one "=". Put quotes round an answer that holds one.` };
  const code = left.trim();
  const answers = splitOutside(rest.join(''), '|').map(unquote);
  const read = answers.filter((answer) => answer !== undefined);
  if (read.length < answers.length)
    return {
      problem: `The condition "${text}" has quotes that are not in order. Quote whole answers, and double quotes inside.`,
    };
  const empty = splitOutside(rest.join(''), '|').some((answer) => answer.trim() === '');
  if (code === '' || code.includes('"') || empty)
    return { problem: `The condition "${text}" cannot be read. ${FORMS_OF_CLAUSE}.` };
  return { clause: { kind: 'one-of', question: questionCode(code), answers: read } };
}

/** Reads a `shown_if` cell: clauses joined by ` and `. */
export function parseCondition(cell: string): Parsed<Clause> {
  if (cell.trim() === '') return { values: [], problems: [] };
  const read = splitOutside(cell, ' and ').map(readClause);
  return {
    values: read.flatMap((part) => ('clause' in part ? [part.clause] : [])),
    problems: read.flatMap((part) => ('problem' in part ? [part.problem] : [])),
  };
}

const formatClause = (clause: Clause): string =>
  clause.kind === 'answered'
    ? `${clause.question} answered`
    : `${clause.question} = ${clause.answers.map(quote).join(' | ')}`;

/** A condition as a `shown_if` cell. */
export const formatCondition = (clauses: readonly Clause[]): string => clauses.map(formatClause).join(' and ');
