import type { QuestionType } from '#model/words.ts';
import { parseCount, parseDate, parseFlag } from '#workspace/cells.ts';

/** `Y`, `N`, or empty where the cell says neither: true, false, yes, no, 1 and 0 are taken too. */
export function flagFrom(cell: string): 'Y' | 'N' | '' {
  const flag =
    parseFlag(cell) ??
    new Map([
      ['yes', true],
      ['1', true],
      ['no', false],
      ['0', false],
    ]).get(cell.toLowerCase());
  if (flag === undefined) return '';
  return flag ? 'Y' : 'N';
}

/** A count of records as it is kept: those of 1 to 5 as `<6`, whether they were suppressed already or not. */
export function countFrom(cell: string): string {
  const count = parseCount(cell);
  if (count === undefined || count === null) return '';
  return count === '<6' || (count > 0 && count < 6) ? '<6' : String(count);
}

/** A count for a column that holds whole numbers only: a small one is not said. */
export const wholeFrom = (cell: string): string => countFrom(cell).replace('<6', '');

/** A date as the workspace writes it; the time of day is left off, and anything else is empty. */
export const dateFrom = (cell: string): string => parseDate(cell.replace(/[T ]\d.*$/u, '')) ?? '';

/** Spellings of answer types, without spaces and marks. */
const TYPES: ReadonlyMap<string, QuestionType> = new Map(
  (
    [
      ['short-text', 'shorttext text string varchar char shortstring textbox'],
      ['long-text', 'longtext memo multiline textarea clob'],
      ['rich-text', 'richtext html formattedtext'],
      ['number', 'number numeric integer int decimal currency money float'],
      ['date', 'date'],
      ['date-time', 'datetime timestamp dateandtime'],
      ['yes-no', 'boolean bool yesno tickbox checkbox tick flag'],
      ['choice', 'lookup dropdown radio picklist radiobutton choice list select codelist'],
      ['multi-choice', 'multilookup multichoice multiselect multiplechoice checklist lookupmultiple'],
      ['person', 'person party worker findperson findparty personfinder'],
      ['address', 'address'],
      ['file', 'image file document attachment blob'],
      ['sign-off', 'signature signoff'],
    ] as const
  ).flatMap(([type, spellings]) => spellings.split(' ').map((spelling) => [spelling, type] as const)),
);

/** The type of a question from Mosaic's word for it; undefined for a word nobody knows. */
export const typeFrom = (cell: string): QuestionType | undefined =>
  TYPES.get(cell.toLowerCase().replaceAll(/[^a-z]+/gu, ''));

/** A text as a key: Mosaic's own manner, without marks that other files read as something. */
export const keyFrom = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/gu, '');
