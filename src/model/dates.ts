import { BANK_HOLIDAYS } from './bank-holidays.ts';
import type { ClockUnit } from './words.ts';

/** Dates are ISO texts such as `2026-11-01`, without a time or a zone. */

const DAY = 86_400_000;

const toTime = (date: string): number => Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
const toDate = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** True for a text that begins with a day there is, such as `2026-02-28`; what follows may be a time. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}(?:$|T)/u.test(text)) return false;
  const time = toTime(text);
  return !Number.isNaN(time) && toDate(time) === text.slice(0, 10);
}

/** The day so many days later; earlier where the number is negative. */
export const addDays = (date: string, days: number): string => toDate(toTime(date) + days * DAY);

/** How many days the second is after the first. */
export const daysBetween = (from: string, to: string): number => Math.round((toTime(to) - toTime(from)) / DAY);

/** The same day of the month so many months later; the month's last day where it has no such day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return toDate(Date.UTC(year, month - 1 + months, Math.min(day, last.getUTCDate())));
}

const holidays: ReadonlySet<string> = new Set(BANK_HOLIDAYS);

/** True but on Saturdays, Sundays and the bank holidays of England and Wales. */
export function isWorkingDay(date: string): boolean {
  const day = new Date(toTime(date)).getUTCDay();
  return day !== 0 && day !== 6 && !holidays.has(date.slice(0, 10));
}

/** The working day so many working days later; 0 gives the date itself. */
export function addWorkingDays(date: string, days: number): string {
  let at = date.slice(0, 10);
  const step = days < 0 ? -1 : 1;
  for (let left = Math.abs(days); left > 0; ) {
    at = addDays(at, step);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** How many working days lie after the first date, up to and with the second; 0 where the second is not later. */
export function workingDaysBetween(from: string, to: string): number {
  let days = 0;
  const last = to.slice(0, 10);
  for (let at = addDays(from, 1); at <= last; at = addDays(at, 1)) if (isWorkingDay(at)) days += 1;
  return days;
}

/** The last day of a clock that began on a day. */
export function clockEnd(from: string, length: number, unit: ClockUnit): string {
  if (unit === 'working days') return addWorkingDays(from, length);
  return unit === 'days' ? addDays(from, length) : addMonths(from, length);
}
