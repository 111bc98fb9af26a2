import { asWord } from '#model/ids.ts';
import type { Count, RowRef } from '#model/workspace.ts';
import { parseCount, parseDate, parseFlag, parseList, parseNumber } from './cells.ts';
import { didYouMean } from './near.ts';
import { anyOf, quoted, type Reading, tellError, tellWarning, type Where } from './problems.ts';
import { cellAt, isBlank, type Table, type TableRow } from './table.ts';

/** A row being read: its cells by column name, and where to say what is wrong with it. */
export interface Line {
  readonly reading: Reading;
  readonly table: Table;
  readonly row: TableRow;
  readonly at: RowRef;
}

/** The rows of a table that can be read, without header and blank lines. */
export function linesOf(reading: Reading, table: Table | undefined): readonly Line[] {
  if (table === undefined) return [];
  const { file, header, rows } = table;
  return rows
    .filter((row) => row.row > header && !row.stopped && !isBlank(row))
    .map((row) => ({ reading, table, row, at: { file, row: row.row } }));
}

/** A cell as it is written, never interpreted. */
export function textOf(line: Line, column: string): string {
  const at = line.table.columnAt.get(column);
  return at === undefined ? '' : cellAt(line.row, at);
}

/** A cell without the spaces around it: a key, a word, a reference. */
export const keyOf = (line: Line, column: string): string => textOf(line, column).trim();

export const whereOf = (line: Line, column: string): Where => ({ ...line.at, column });

export const errorAt = (line: Line, column: string, message: string): void =>
  tellError(line.reading, whereOf(line, column), message);

export const warnAt = (line: Line, column: string, message: string): void =>
  tellWarning(line.reading, whereOf(line, column), message);

/** ` Did you mean …?` for a word of a row. */
export const hintFor = (line: Line, wanted: string, candidates: Iterable<string>): string =>
  didYouMean(wanted, candidates, line.reading.hints);

function tellWrongWord(line: Line, column: string, words: readonly string[], raw: string): void {
  const hint = hintFor(line, raw, words);
  const remedy = hint === '' ? ` Write ${anyOf(words)}.` : hint;
  errorAt(line, column, `The column "${column}" says ${quoted(raw)}, which is not one of its words.${remedy}`);
}

/** A word of a closed list. Empty and wrong cells give the fallback; a wrong one is said. */
export function wordOf<Word extends string, Empty>(
  line: Line,
  column: string,
  words: readonly Word[],
  fallback: Empty,
): Word | Empty {
  const raw = keyOf(line, column);
  if (raw === '') return fallback;
  const word = asWord(words, raw);
  if (word === undefined) tellWrongWord(line, column, words, raw);
  return word ?? fallback;
}

/** A word that the row cannot do without; undefined, and said, where it is missing or wrong. */
export function neededWordOf<Word extends string>(
  line: Line,
  column: string,
  words: readonly Word[],
): Word | undefined {
  if (keyOf(line, column) !== '') return wordOf(line, column, words, undefined);
  errorAt(
    line,
    column,
    `The ${line.table.shape.row} has no ${column}, so its row was left out. Write ${anyOf(words)}.`,
  );
  return undefined;
}

/** Words of a closed list, between semicolons; wrong ones are said and left out. */
export function wordsOf<Word extends string>(line: Line, column: string, words: readonly Word[]): readonly Word[] {
  return listOf(line, column).flatMap((raw) => {
    const word = asWord(words, raw);
    if (word === undefined) tellWrongWord(line, column, words, raw);
    return word === undefined ? [] : [word];
  });
}

export function listOf(line: Line, column: string): readonly string[] {
  const cell = textOf(line, column);
  return cell === '' ? [] : parseList(cell);
}

/** Y or N; null where the cell is empty or, as is said, neither. */
export function maybeFlagOf(line: Line, column: string): boolean | null {
  const raw = keyOf(line, column);
  if (raw === '') return null;
  const flag = parseFlag(raw);
  if (flag === undefined)
    errorAt(line, column, `The column "${column}" says ${quoted(raw)}, which is neither Y nor N. Write Y or N.`);
  return flag ?? null;
}

export const flagOf = (line: Line, column: string): boolean => maybeFlagOf(line, column) ?? false;

/** An ISO date, or empty; what is no date is said. */
export function dateOf(line: Line, column: string): string {
  const raw = keyOf(line, column);
  if (raw === '') return '';
  const date = parseDate(raw);
  if (date === undefined) {
    const says = `The column "${column}" says ${quoted(raw)}, which is not a date of the calendar, so it was read as not said.`;
    warnAt(line, column, `${says} Write it as 2026-03-31 or 31/03/2026.`);
  }
  return date ?? '';
}

function tellUnread(line: Line, column: string, wanted: string): void {
  const raw = quoted(keyOf(line, column));
  const says = `The column "${column}" says ${raw}, which is not ${wanted}, so it was read as not said.`;
  warnAt(line, column, `${says} Write ${wanted}, or leave the cell empty.`);
}

/** A number that a test accepts; null where the cell is empty or, as is said, something else. */
function checkedNumber(line: Line, column: string, wanted: string, test: (value: number) => boolean): number | null {
  const raw = keyOf(line, column);
  if (raw === '') return null;
  const number = parseNumber(raw);
  if (number !== undefined && test(number)) return number;
  tellUnread(line, column, wanted);
  return null;
}

export const numberOf = (line: Line, column: string): number | null =>
  checkedNumber(line, column, 'a number', () => true);

export const amountOf = (line: Line, column: string): number | null =>
  checkedNumber(line, column, 'a number from 0 upwards', (value) => value >= 0);

export const wholeOf = (line: Line, column: string): number | null =>
  checkedNumber(line, column, 'a whole number from 0 upwards', (value) => value >= 0 && Number.isInteger(value));

export const shareOf = (line: Line, column: string): number | null =>
  checkedNumber(line, column, 'a share from 0 to 1', (value) => value >= 0 && value <= 1);

/** A count of records: a whole number, or `<6` for a suppressed one. */
export function countOf(line: Line, column: string): Count {
  const raw = keyOf(line, column);
  if (raw === '') return null;
  const count = parseCount(raw);
  if (count === undefined) tellUnread(line, column, 'a whole number from 0 upwards or "<6"');
  return count ?? null;
}

/** A number that the row cannot do without; null, and said, where there is none. */
export function neededNumberOf(line: Line, column: string): number | null {
  const raw = keyOf(line, column);
  const number = parseNumber(raw);
  if (number !== undefined) return number;
  const says =
    raw === '' ? `The row has no ${column}` : `The column "${column}" says ${quoted(raw)}, which is not a number`;
  errorAt(line, column, `${says}, so the row was left out. Write a number.`);
  return null;
}
