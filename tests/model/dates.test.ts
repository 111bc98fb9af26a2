import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BANK_HOLIDAYS } from '#model/bank-holidays.ts';
import {
  addDays,
  addMonths,
  addWorkingDays,
  clockEnd,
  daysBetween,
  isIsoDate,
  isWorkingDay,
  workingDaysBetween,
} from '#model/dates.ts';

test.each([
  ['2026-04-02', 1, '2026-04-07'], // Easter
  ['2026-07-06', 15, '2026-07-27'],
  ['2026-12-24', 1, '2026-12-29'], // 26 December is a Saturday
  ['2026-07-04', 1, '2026-07-06'],
  ['2026-07-06', 0, '2026-07-06'],
  ['2026-04-07', -1, '2026-04-02'],
])('%s and %i working days is %s', (from, days, to) => {
  expect(addWorkingDays(from, days)).toBe(to);
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-11-15', 3, '2027-02-15'],
  ['2026-03-31', -1, '2026-02-28'],
])('%s and %i months is %s', (from, months, to) => {
  expect(addMonths(from, months)).toBe(to);
});

test.each([
  ['2026-02-28', true],
  ['2026-02-28T09:30', true],
  ['2026-02-29', false],
  ['2026-2-3', false],
  ['28/02/2026', false],
  ['2026-02-28 or so', false],
  ['', false],
])('"%s" is a date: %s', (text, is) => {
  expect(isIsoDate(text)).toBe(is);
});

test('a clock of each unit ends on its last day', () => {
  expect(clockEnd('2026-07-06', 45, 'working days')).toBe('2026-09-08');
  expect(clockEnd('2026-07-06', 28, 'days')).toBe('2026-08-03');
  expect(clockEnd('2026-07-06', 3, 'months')).toBe('2026-10-06');
});

describe('laws', () => {
  const date = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2017-01-01', days));

  test('days added are days between', () => {
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: -500, max: 500 }),
        (from, days) => daysBetween(from, addDays(from, days)) === days,
      ),
    );
  });

  test('working days added are working days between, and end on one', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 200 }), (from, days) => {
        const to = addWorkingDays(from, days);
        expect(isWorkingDay(to)).toBe(true);
        expect(workingDaysBetween(from, to)).toBe(days);
      }),
    );
  });
});

/** Easter Sunday by the anonymous Gregorian rule. */
function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const day = h + l - 7 * m + 114;
  return new Date(Date.UTC(year, Math.floor(day / 31) - 1, (day % 31) + 1)).toISOString().slice(0, 10);
}

const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();
const isWeekend = (date: string): boolean => weekday(date) % 6 === 0;

describe('bank holidays', () => {
  const years = [...new Set(BANK_HOLIDAYS.map((date) => Number(date.slice(0, 4))))];

  test('every year of the table has eight, and those that were added for one year', () => {
    expect(years.length).toBeGreaterThan(15);
    const extra = new Map([
      [2022, 2],
      [2023, 1],
    ]);
    for (const year of years)
      expect([year, BANK_HOLIDAYS.filter((date) => date.startsWith(`${year}-`)).length]).toEqual([
        year,
        8 + (extra.get(year) ?? 0),
      ]);
  });

  test('none falls on a weekend, and Easter is where it belongs', () => {
    expect(BANK_HOLIDAYS.filter(isWeekend)).toEqual([]);
    for (const year of years) {
      expect(BANK_HOLIDAYS).toContain(addDays(easter(year), -2));
      expect(BANK_HOLIDAYS).toContain(addDays(easter(year), 1));
    }
  });

  test('2026 and 2027 are as GOV.UK lists them', () => {
    const listed =
      '2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28 ' +
      '2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28';
    expect(BANK_HOLIDAYS.filter((date) => /^202[67]/u.test(date)).join(' ')).toBe(listed);
  });
});
