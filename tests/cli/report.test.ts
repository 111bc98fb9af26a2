import { describe, expect, test } from 'vitest';
import { longDate, percent, table, WIDTH, wrap } from '#cli/report/text.ts';

test('a long sentence is broken below the width, and continues under its own beginning', () => {
  const lines = wrap('The date of birth is asked again. '.repeat(8), ' 1. ');
  expect(lines.length).toBeGreaterThan(1);
  expect(lines[0]).toMatch(/^ 1\. The date/u);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(WIDTH);
  for (const line of lines.slice(1)) expect(line).toMatch(/^ {4}\S/u);
});

test('a word longer than the line is not cut, so that a key can still be copied', () => {
  const key = 'K'.repeat(130);
  expect(wrap(`The key ${key} is there twice.`)).toContain(key);
});

test('columns are aligned, numbers to the right', () => {
  expect(
    table([
      ['Module', 'Items'],
      ['Header', '9'],
      ['CIN details', '10'],
    ]),
  ).toEqual(['Module       Items', 'Header           9', 'CIN details     10']);
});

describe('shares', () => {
  test.each([
    [0, '0%'],
    [0.001, 'under 1%'],
    [0.5, '50%'],
    [0.999, 'over 99%'],
    [1, '100%'],
  ])('%d is %s', (share, words) => expect(percent(share)).toBe(words));
});

test.each([
  ['2026-11-01', '1 November 2026'],
  ['', ''],
  ['autumn', 'autumn'],
])('the date %s is written %s', (iso, words) => expect(longDate(iso)).toBe(words));
