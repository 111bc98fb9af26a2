import { longDate } from '#diagram/thread/thread-words.ts';

/** `2026-07-06` as "6 July"; with its year where that is not the year of the day it is told on. */
export function dayInWords(iso: string, toldOn: string): string {
  const day = longDate(iso.slice(0, 10));
  return iso.slice(0, 4) === toldOn.slice(0, 4) ? day.replace(/ \d{4}$/u, '') : day;
}
