import { assertNever } from '#model/assert.ts';
import { parseDate, parseFlag, parseList, parseNumber } from '#workspace/cells.ts';
import type { KnownColumn } from './known-sheet.ts';
import type { ReadCell } from './read-workbook.ts';

const dayOf = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10));

/** Fifteen digits are what a spreadsheet keeps of a number. */
const numberText = (value: number): string => String(Number(value.toPrecision(15)));

/** A cell as a text, whatever it holds. */
export function textOfCell(cell: ReadCell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return dayOf(cell);
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return cell.includes('\r') ? cell.replaceAll(/\r\n?/gu, '\n') : cell;
}

/** What a cell says as the workspace writes it, or what is wrong with it. */
export type Understood = { readonly text: string } | { readonly wrong: string };

/** Days from 30 December 1899, as spreadsheets count them; whole numbers that fall between 1954 and 2119. */
function fromSerial(value: number): string | null {
  if (!Number.isInteger(value) || value < 20_000 || value > 80_000) return null;
  return dayOf(new Date(Date.UTC(1899, 11, 30) + value * 86_400_000));
}

function dayIn(cell: ReadCell, text: string): Understood {
  const day = typeof cell === 'number' ? fromSerial(cell) : (parseDate(text) ?? null);
  if (day !== null) return { text: day };
  return { wrong: `“${text}” is not a day of the calendar. Write it as 2026-03-31 or 31/03/2026.` };
}

const FLAG_WORDS: Readonly<Record<string, string>> = { yes: 'Y', no: 'N', '1': 'Y', '0': 'N' };

function flagIn(text: string): Understood {
  const flag = parseFlag(text);
  const said = flag === undefined ? FLAG_WORDS[text.trim().toLowerCase()] : flag ? 'Y' : 'N';
  return said === undefined ? { wrong: `“${text}” is neither Y nor N. Write Y or N.` } : { text: said };
}

/** A word of a list in the list's own spelling, whatever the case it is written in. */
const spelled = (text: string, words: readonly string[]): string | undefined =>
  words.find((word) => word.toLowerCase() === text.trim().toLowerCase());

function wordIn(text: string, words: readonly string[]): Understood {
  const word = spelled(text, words);
  return word === undefined
    ? { wrong: `“${text}” is not one of the words of this column. Write one of: ${words.join(', ')}.` }
    : { text: word };
}

const joined = (members: readonly string[]): string => [...new Set(members)].join('; ');

/** What a cell of a column says, as the workspace's file would hold it. */
export function understand(cell: ReadCell, { holds, words }: KnownColumn): Understood {
  const text = textOfCell(cell);
  if (text.trim() === '') return { text: '' };
  switch (holds) {
    case 'day':
      return dayIn(cell, text);
    case 'flag':
      return flagIn(text);
    case 'word':
      return wordIn(text, words);
    case 'number':
      return parseNumber(text) === undefined
        ? { wrong: `“${text}” is not a number. Write a number, or leave the cell empty.` }
        : { text: text.trim() };
    case 'words':
      return { text: joined(parseList(text.replaceAll(/[,\n]/gu, ';')).map((word) => spelled(word, words) ?? word)) };
    case 'list':
      return { text: joined(parseList(text.replaceAll('\n', ';'))) };
    case 'text':
      return { text };
    default:
      return assertNever(holds);
  }
}
