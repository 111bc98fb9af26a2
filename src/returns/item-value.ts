import type { RecordEntry } from '#machine/recordings.ts';
import { textsOf } from '#machine/step-values.ts';
import { assertNever } from '#model/assert.ts';
import type { Item, ItemFormat } from '#model/data-return.ts';
import type { CodeMapping, Source } from '#model/workspace.ts';
import type { ReturnOptions } from './child-return.ts';
import { describePattern } from './pattern-words.ts';
import { readDate, readDateTime } from './read-date.ts';
import type { ReturnRules } from './return-rules.ts';

/** What one text of an answer gives an item. True and false are `true` and `false` here, however the file writes them. */
export type Given =
  | { readonly kind: 'value'; readonly value: string; readonly code: CodeMapping | null }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'no-code'; readonly list: string; readonly code: string }
  | { readonly kind: 'not-in-format'; readonly wanted: string };

const NOTHING: Given = { kind: 'nothing' };
const plain = (value: string): Given => ({ kind: 'value', value, code: null });
const wanted = (words: string): Given => ({ kind: 'not-in-format', wanted: words });

const TRUE = new Set(['true', '1', 'yes', 'y']);
const FALSE = new Set(['false', '0', 'no', 'n']);

function flagOf(text: string): 'true' | 'false' | null {
  const word = text.trim().toLowerCase();
  return TRUE.has(word) ? 'true' : FALSE.has(word) ? 'false' : null;
}

const isYesNo = (rules: ReturnRules, { kind, form, question }: Source): boolean =>
  kind === 'next-action' ||
  (kind === 'question' &&
    form !== null &&
    question !== null &&
    rules.index.questions.get(`${form}/${question}`)?.type === 'yes-no');

/**
 * Whether an answer says nothing of the fact by itself: a next action that was not taken, or "No" in a tick box whose
 * "Yes" has a code.
 */
function saysNothing(rules: ReturnRules, item: Item, source: Source, text: string): boolean {
  if (flagOf(text) !== 'false' || !isYesNo(rules, source)) return false;
  if (source.kind === 'next-action') return true;
  return item.codeSet !== null && rules.lists.rowsFor(source, 'Yes', item.codeSet).length > 0;
}

/** The code of an answer by codes.csv: where it has several, one that this year takes. */
function mapped(rules: ReturnRules, item: Item, source: Source, text: string): Given | null {
  if (item.codeSet === null) return null;
  const rows = rules.lists.rowsFor(source, text.trim(), item.codeSet);
  const taken = rules.codes.get(item.codeSet);
  const row = rows.find(({ code }) => taken === undefined || taken.has(code)) ?? rows[0];
  if (row === undefined) return null;
  const isTaken = row.code !== '' && (taken === undefined || taken.has(row.code));
  return isTaken
    ? { kind: 'value', value: row.code, code: row }
    : { kind: 'no-code', list: row.lookup, code: row.code };
}

function codeOf(rules: ReturnRules, item: Item, source: Source, text: string): Given {
  const by = mapped(rules, item, source, text);
  if (by !== null) return by;
  if (saysNothing(rules, item, source, text)) return NOTHING;
  const taken = item.codeSet === null ? undefined : rules.codes.get(item.codeSet);
  if (taken?.has(text.trim()) || item.codeSet === null) return plain(text.trim());
  const lists = rules.lists.listsOf(source);
  return { kind: 'no-code', list: lists.at(-1) ?? '', code: '' };
}

function trueOrFalse(rules: ReturnRules, item: Item, source: Source, text: string): Given {
  const by = mapped(rules, item, source, text);
  if (by?.kind === 'value') {
    const flag = flagOf(by.value);
    return flag === null ? { kind: 'no-code', list: by.code?.lookup ?? '', code: by.value } : { ...by, value: flag };
  }
  if (by !== null) return by;
  if (saysNothing(rules, item, source, text)) return NOTHING;
  // What it means that a next action was taken, only codes.csv can say.
  if (source.kind === 'next-action') return { kind: 'no-code', list: `next-action:${source.ref}`, code: '' };
  const flag = flagOf(text);
  return flag === null ? wanted('true or false') : plain(flag);
}

const patterns = new Map<string, RegExp>();

/** A pattern is for the whole value. */
export function fitsPattern(pattern: string, value: string): boolean {
  const known = patterns.get(pattern) ?? new RegExp(`^(?:${pattern})$`, 'u');
  patterns.set(pattern, known);
  return known.test(value);
}

const orWanted = (value: string | null, words: string): Given => (value === null ? wanted(words) : plain(value));

/** A text in a format that has no codes. */
export function inFormat(format: ItemFormat, text: string): Given {
  const value = text.trim();
  switch (format.kind) {
    case 'date':
      return orWanted(readDate(value), 'a date');
    case 'date-time':
      return orWanted(readDateTime(value), 'a date and time');
    case 'whole-number':
      return /^\d{1,15}$/u.test(value) ? plain(String(Number(value))) : wanted('a whole number');
    case 'pattern':
      return fitsPattern(format.pattern, value)
        ? plain(value)
        : wanted(describePattern(format.pattern) ?? `text like ${format.pattern}`);
    case 'true-false':
      return orWanted(flagOf(value), 'true or false');
    case 'code':
    case 'text':
      return plain(value);
    default:
      return assertNever(format);
  }
}

function textGives(rules: ReturnRules, item: Item, source: Source, text: string): Given {
  if (item.format.kind === 'code') return codeOf(rules, item, source, text);
  if (item.format.kind === 'true-false') return trueOrFalse(rules, item, source, text);
  if (source.kind === 'next-action' && flagOf(text) === 'false') return NOTHING;
  return inFormat(item.format, text);
}

/** What each text of an entry's answer gives an item, those that give nothing left out. */
export const entryGives = (rules: ReturnRules, item: Item, { value, source }: RecordEntry): readonly Given[] =>
  textsOf(value)
    .filter((text) => text.trim() !== '')
    .map((text) => textGives(rules, item, source, text))
    .filter(({ kind }) => kind !== 'nothing');

/** A value as the file writes it. */
export function asWritten({ format }: Item, value: string, { flags }: ReturnOptions): string {
  if (format.kind !== 'true-false' || flags === 'true-false') return value;
  return value === 'true' ? '1' : '0';
}
