import type { Count } from '#model/workspace.ts';

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['y', true],
  ['true', true],
  ['n', false],
  ['false', false],
]);

/** Y, N, true or false, in either case; undefined for anything else. */
export const parseFlag = (cell: string): boolean | undefined => FLAGS.get(cell.trim().toLowerCase());

const two = (part: string): string => part.padStart(2, '0');

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function isoDate(year: string, month: string, day: string): string | undefined {
  const days = (DAYS_IN_MONTH[Number(month) - 1] ?? 0) + (Number(month) === 2 && isLeap(Number(year)) ? 1 : 0);
  return Number(day) >= 1 && Number(day) <= days ? `${year}-${two(month)}-${two(day)}` : undefined;
}

/** An ISO date from `yyyy-mm-dd` or `dd/mm/yyyy`; undefined where the cell is no such date, or no day of the calendar. */
export function parseDate(cell: string): string | undefined {
  const text = cell.trim();
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return isoDate(year, month, day);
  const [, british, named, whole] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (british === undefined || named === undefined || whole === undefined) return undefined;
  return isoDate(whole, named, british);
}

/** A plain decimal number; undefined for anything else, such as `1,200`, `1e5` or `0x10`. */
export function parseNumber(cell: string): number | undefined {
  const text = cell.trim();
  if (text === '') return undefined;
  return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : undefined;
}

/** A count of records: a whole number from nought, or `<6`. */
export function parseCount(cell: string): Count | undefined {
  if (cell.trim() === '<6') return '<6';
  const number = parseNumber(cell);
  return number !== undefined && Number.isInteger(number) && number >= 0 ? number : undefined;
}

/** The members of a list cell, which stand between semicolons. */
export function parseList(cell: string): readonly string[] {
  if (cell === '') return [];
  return cell
    .split(';')
    .map((member) => member.trim())
    .filter((member) => member !== '');
}
