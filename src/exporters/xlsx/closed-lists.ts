import type { SheetColumn } from '#diagram/workbook/sheet.ts';
import { LISTS } from '#diagram/workbook/workbook.ts';
import { columnLetters } from '#model/column-letters.ts';
import { xlsxText } from './xlsx-text.ts';

/** The closed lists of a workbook, each once, which stand in a hidden sheet for the drop-downs to point to. */
export interface ClosedLists {
  readonly lists: readonly (readonly string[])[];
  /** Where a list stands, as a formula names it. */
  readonly placeOf: (words: readonly string[]) => string;
}

const FLAGS = ['Y', 'N'];

const wordsOf = ({ holds, words }: SheetColumn): readonly string[] => (holds === 'flag' ? FLAGS : words);

export function closedLists(columns: readonly SheetColumn[]): ClosedLists {
  const lists = new Map<string, readonly string[]>();
  for (const column of columns) {
    const words = wordsOf(column);
    if (column.role === 'edit' && words.length > 0) lists.set(words.join('\n'), words);
  }
  const keys = [...lists.keys()];
  return {
    lists: [...lists.values()],
    placeOf: (words) => {
      const letters = columnLetters(keys.indexOf(words.join('\n')));
      return `${LISTS}!$${letters}$2:$${letters}$${words.length + 1}`;
    },
  };
}

/** How a spreadsheet holds back what is typed: refuses it, asks again, or lets it be. */
interface Check {
  readonly type: 'list' | 'custom' | 'date' | 'decimal';
  readonly formulas: readonly string[];
  readonly style: 'stop' | 'warning' | 'none';
  readonly says: string;
  readonly prompt?: string;
}

/** What a spreadsheet shows of a message at most. */
const short = (text: string): string => (text.length > 250 ? `${text.slice(0, 249)}…` : text);

function checkOf(column: SheetColumn, { placeOf }: ClosedLists): Check | null {
  const { role, holds, words } = column;
  if (role === 'key')
    return {
      type: 'custom',
      formulas: ['FALSE'],
      style: 'stop',
      says: 'This says which row is which, so it stays as it is.',
    };
  if (role === 'shown')
    return { type: 'custom', formulas: ['FALSE'], style: 'stop', says: 'This is worked out and does not come back.' };
  if (holds === 'day')
    return { type: 'date', formulas: ['61'], style: 'stop', says: 'Write a day, such as 31/03/2026.' };
  if (holds === 'number')
    return { type: 'decimal', formulas: ['-1000000000', '1000000000000'], style: 'stop', says: 'Write a number.' };
  const listed = wordsOf(column);
  if (listed.length === 0) return null;
  const formulas = [placeOf(listed)];
  if (holds === 'words')
    return {
      type: 'list',
      formulas,
      style: 'none',
      says: '',
      prompt: `One or more of these, with ; between: ${words.join('; ')}`,
    };
  const style = holds === 'text' ? 'warning' : 'stop';
  return { type: 'list', formulas, style, says: 'Choose one of the list.' };
}

function checkXml(check: Check, place: string): string {
  const { type, formulas, style, says, prompt } = check;
  const operator = type === 'date' ? ' operator="greaterThanOrEqual"' : '';
  const error = style === 'none' ? '' : ` showErrorMessage="1" errorStyle="${style}" error="${xlsxText(says)}"`;
  const input = prompt === undefined ? '' : ` showInputMessage="1" prompt="${xlsxText(short(prompt))}"`;
  const given = formulas.map((formula, at) => `<formula${at + 1}>${xlsxText(formula)}</formula${at + 1}>`).join('');
  return `<dataValidation type="${type}"${operator} allowBlank="1"${input}${error} sqref="${place}">${given}</dataValidation>`;
}

/** The drop-downs and guards of a sheet's columns, for so many rows. */
export function validationsXml(columns: readonly SheetColumn[], rows: number, lists: ClosedLists): string {
  if (rows === 0) return '';
  const checks = columns.flatMap((column, at): readonly string[] => {
    const check = checkOf(column, lists);
    const letters = columnLetters(at);
    return check === null ? [] : [checkXml(check, `${letters}2:${letters}${rows + 1}`)];
  });
  return checks.length === 0 ? '' : `<dataValidations count="${checks.length}">${checks.join('')}</dataValidations>`;
}
