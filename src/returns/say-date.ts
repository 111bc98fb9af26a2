import { isIsoDate } from '#model/dates.ts';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** An ISO date in words: "6 July 2026"; the text itself where it is none. */
export const sayDate = (date: string): string =>
  isIsoDate(date) ? DAY.format(Date.parse(`${date.slice(0, 10)}T00:00:00Z`)) : date;
