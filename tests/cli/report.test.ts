import { describe, expect, test } from 'vitest';
import { describeProblems } from '#cli/report/problems.ts';
import { longDate, percent, table, WIDTH, wrap } from '#cli/report/text.ts';
import { harmless } from '#cli/shell.ts';
import type { Problem } from '#model/finding.ts';

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

test('what only a broken file holds is cut: a word of a million letters, and a text without end', () => {
  expect(wrap('K'.repeat(1_000_000)).join('').length).toBeLessThan(400);
  expect(wrap('so on '.repeat(100_000)).join('').length).toBeLessThan(5000);
});

test('a mistake that runs through a column is told twenty times, and then counted', () => {
  const problems = Array.from(
    { length: 50 },
    (_, row): Problem => ({
      severity: 'error',
      file: 'workflows/questions.csv',
      row: row + 2,
      column: row === 49 ? 'text' : 'type',
      message: 'Wrong.',
    }),
  );
  const says = describeProblems(problems, 15);
  expect(says.match(/questions\.csv:\d+ type/gu)).toHaveLength(20);
  expect(says).toContain('questions.csv:51 text');
  expect(says).toContain('and 29 errors more in the column type; all of them with --json -');
  expect(says).toContain('50 errors in 1 file.');
});

test('what a terminal would obey is shown in letters', () => {
  expect(harmless('a\u001b[31mb\u009b1m\u202e\r\u0007')).toBe('a\\u001b[31mb\\u009b1m\\u202e\\u000d\\u0007');
  expect(harmless('Łódź 👩‍👧 £\tand\nمرحبا')).toBe('Łódź 👩‍👧 £\tand\nمرحبا');
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
