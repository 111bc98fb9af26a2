import { type GridColumn, type GridOption, valueOf } from './grid-column.ts';

/** What typed or pasted text means in a cell: a value to store, or why it cannot stand there. */
export type Reading =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'refused'; readonly reason: string };

const YES: ReadonlySet<string> = new Set(['y', 'yes', 'true', '1', 'x', '✓']);
const NO: ReadonlySet<string> = new Set(['n', 'no', 'false', '0']);
const LIST_BREAK = ';';

const accept = (value: string): Reading => ({ kind: 'value', value });
const refuse = (reason: string): Reading => ({ kind: 'refused', reason });

const lookups = new WeakMap<readonly GridOption[], ReadonlyMap<string, string>>();

/** A label that is also another option's value means that value. */
function lookupOf(options: readonly GridOption[]): ReadonlyMap<string, string> {
  const known = lookups.get(options);
  if (known !== undefined) return known;
  const made = new Map<string, string>();
  for (const { value } of options) made.set(value.toLowerCase(), value);
  for (const { value, label } of options) {
    if (!made.has(label.toLowerCase())) made.set(label.toLowerCase(), value);
  }
  lookups.set(options, made);
  return made;
}

export const wordsOf = (text: string): readonly string[] =>
  text
    .split(LIST_BREAK)
    .map((word) => word.trim())
    .filter((word) => word !== '');

export const joinWords = (words: readonly string[]): string => [...new Set(words)].join('; ');

function readFlag(title: string, text: string): Reading {
  const word = text.toLowerCase();
  if (word === '') return accept('');
  if (YES.has(word)) return accept('Y');
  return NO.has(word) ? accept('N') : refuse(`“${text}” is neither yes nor no, as “${title}” needs.`);
}

function readNumber(title: string, text: string): Reading {
  if (text === '') return accept('');
  const plain = text.replaceAll(/[, \u00a0]/gu, '');
  return /^-?\d+(?:\.\d+)?$/u.test(plain) ? accept(plain) : refuse(`“${text}” is not a number, as “${title}” needs.`);
}

function readOptions<Row>(column: GridColumn<Row>, text: string, options: readonly GridOption[]): Reading {
  const lookup = lookupOf(options);
  const words = column.list === true ? wordsOf(text) : [text].filter((word) => word !== '');
  const values = words.map((word) => lookup.get(word.toLowerCase()) ?? (column.isOpen === true ? word : null));
  const strange = words.filter((_, place) => values[place] === null);
  if (strange.length > 0) return refuse(`“${strange.join('”, “')}” is not one of the choices of “${column.title}”.`);
  return accept(joinWords(values.filter((value) => value !== null)));
}

function readKind<Row>(column: GridColumn<Row>, row: Row, text: string): Reading {
  const trimmed = text.trim();
  if (column.kind === 'flag') return readFlag(column.title, trimmed);
  if (column.kind === 'number') return readNumber(column.title, trimmed);
  const options = column.options?.(row);
  if (options !== undefined) return readOptions(column, trimmed, options);
  if (column.list === true) return accept(joinWords(wordsOf(text)));
  return accept(
    column.kind === 'words' ? text.replaceAll(/\r\n?/gu, '\n') : trimmed.replaceAll(/\s*[\r\n]+\s*/gu, ' '),
  );
}

/** Reads text for a cell: choices by label or key whatever the case, yes and no in the usual words, numbers with or without commas. */
export function readInput<Row>(column: GridColumn<Row>, row: Row, text: string): Reading {
  if (text === valueOf(column, row)) return accept(text);
  const reading = readKind(column, row, text);
  if (reading.kind === 'refused') return reading;
  const reason = column.check?.(reading.value, row) ?? null;
  return reason === null ? reading : refuse(reason);
}
