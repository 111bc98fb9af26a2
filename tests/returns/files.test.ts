import papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { listShippedFiles, readDoubts, readReturnJson, readText, YEARS } from './read-return.ts';

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  'items.csv':
    'item,tag,path,module,name,cbds,format,code_set,min,max,event,condition,fact,child_protection,confidence,source'.split(
      ',',
    ),
  'codes.csv': ['code_set', 'code', 'label'],
  'rules.csv': ['rule', 'type', 'items', 'says'],
  'events.csv': ['event', 'name', 'default_roles'],
  'facts.csv': ['fact', 'name', 'subject', 'scope', 'kind', 'protected', 'definition'],
  'prompts.csv': ['fact', 'kind', 'role', 'ref', 'order', 'note', 'confidence', 'evidence'],
};

const csvFiles = listShippedFiles().filter((file) => file.endsWith('.csv'));

describe('the shipped files', () => {
  test('are four folders of five files, and three files beside them', () => {
    const perYear = ['codes.csv', 'events.csv', 'items.csv', 'return.json', 'rules.csv'];
    const expected = [
      'README.md',
      ...YEARS.flatMap((year) => perYear.map((file) => `cin-${year}/${file}`)),
      'facts.csv',
      'prompts.csv',
    ];
    expect(listShippedFiles()).toEqual(expected.sort());
    expect(csvFiles).toHaveLength(18);
  });

  test.each(csvFiles)('%s has the columns of the contract in every row', (file) => {
    const parsed = papa.parse<string[]>(readText(file), { skipEmptyLines: true });
    const columns = COLUMNS[file.split('/').at(-1) ?? ''];
    expect(parsed.data[0]).toEqual(columns);
    expect(parsed.data.filter((row) => row.length !== columns?.length)).toEqual([]);
  });

  test.each(csvFiles)(
    '%s is written as the product writes: no byte-order mark, LF, quotes only where needed',
    (file) => {
      const text = readText(file);
      const rows = papa.parse<string[]>(text, { skipEmptyLines: true }).data;
      expect(rows.length).toBeGreaterThan(10);
      expect(`${papa.unparse(rows, { newline: '\n' })}\n`).toBe(text);
    },
  );

  test.each(csvFiles)('%s has no cell that begins or ends with a space', (file) => {
    const cells = papa.parse<string[]>(readText(file), { skipEmptyLines: true }).data.flat();
    expect(cells.filter((cell) => cell !== cell.trim())).toEqual([]);
  });
});

describe('return.json', () => {
  test.each(YEARS)('of %s names the census year and its doubts', (year) => {
    const start = Number(year.slice(0, 4));
    expect(readReturnJson(year)).toEqual({
      id: `cin-${year}`,
      name: `CIN census ${year}`,
      year,
      period: { from: `${start}-04-01`, to: `${start + 1}-03-31` },
      family: 'cin',
      source: expect.stringMatching(/^.{40,}$/),
      notVerified: expect.any(Array),
    });
    expect(readText(`cin-${year}/return.json`).endsWith('}\n')).toBe(true);
  });

  test.each([
    ['2023-24', 9],
    ['2024-25', 9],
    ['2025-26', 9],
    ['2026-27', 15],
  ] as const)('of %s states %i doubts, each once and in a sentence', (year, count) => {
    const notVerified = readDoubts(year);
    expect(notVerified).toHaveLength(count);
    expect(new Set(notVerified).size).toBe(count);
    expect(notVerified.filter((sentence) => !/^[A-Z].{30,}\.$/.test(sentence))).toEqual([]);
  });
});
