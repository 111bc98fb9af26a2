import { assertNever } from '#model/assert.ts';
import type { NextActionRule } from '#model/workspace.ts';
import { type Parsed, quote, splitOutside, unquote } from './quoting.ts';

/** A rule as it is written: `mandatory-if` names its question with or without the form, not yet looked up. */
export type WrittenRule =
  | { readonly kind: 'always' }
  | { readonly kind: 'immediate' }
  | { readonly kind: 'one-of'; readonly group: string }
  | { readonly kind: 'requires'; readonly nextAction: string }
  | { readonly kind: 'mandatory-if'; readonly question: string; readonly answer: string };

const FORMS_OF_RULE = 'always, immediate, one-of:GROUP, requires:KEY or mandatory-if:FORM/QUESTION=ANSWER';

const unknown = (text: string): string => `The rule "${text}" is not known. Write ${FORMS_OF_RULE}.`;

function readMandatoryIf(text: string, rest: string): WrittenRule | string {
  const [question = '', ...answers] = splitOutside(rest, '=');
  const [written] = answers;
  const answer = written === undefined ? undefined : unquote(written);
  if (written === undefined || answers.length > 1 || question.trim() === '' || written.trim() === '')
    return `The rule "${text}" cannot be read. Write mandatory-if:FORM/QUESTION=ANSWER, with quotes round an answer that holds "=".`;
  if (answer === undefined)
    return `The rule "${text}" has quotes that are not in order. Quote the whole answer, and double quotes inside.`;
  return { kind: 'mandatory-if', question: question.trim(), answer };
}

function readRule(text: string): WrittenRule | string {
  if (text === 'always' || text === 'immediate') return { kind: text };
  const colon = text.indexOf(':');
  if (colon === -1) return unknown(text);
  const rest = text.slice(colon + 1).trim();
  const word = text.slice(0, colon).trim();
  if (word === 'mandatory-if') return readMandatoryIf(text, rest);
  if (word !== 'one-of' && word !== 'requires') return unknown(text);
  if (rest === '') return `The rule "${text}" names nothing. Write ${FORMS_OF_RULE}.`;
  return word === 'one-of' ? { kind: word, group: rest } : { kind: word, nextAction: rest };
}

/** Reads a `rules` cell: rules between semicolons. */
export function parseRules(cell: string): Parsed<WrittenRule> {
  const parts = splitOutside(cell, ';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.map(readRule);
  return {
    values: read.filter((rule) => typeof rule !== 'string'),
    problems: read.filter((rule) => typeof rule === 'string'),
  };
}

function formatRule(rule: NextActionRule): string {
  switch (rule.kind) {
    case 'always':
    case 'immediate':
      return rule.kind;
    case 'one-of':
      return `one-of:${rule.group}`;
    case 'requires':
      return `requires:${rule.nextAction}`;
    case 'mandatory-if':
      return `mandatory-if:${rule.form}/${rule.question}=${quote(rule.answer)}`;
    default:
      return assertNever(rule);
  }
}

/** Rules as a `rules` cell. */
export const formatRules = (rules: readonly NextActionRule[]): string => rules.map(formatRule).join('; ');
