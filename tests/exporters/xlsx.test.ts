import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { xlsxText } from '#exporters/xlsx/xlsx-text.ts';
import { columnLetters } from '#model/column-letters.ts';
import { newEditor } from '#pipeline/edit-workspace.ts';
import { toCsv } from '#pipeline/export-tables.ts';
import { openExample } from '../support/open-example.ts';
import { broughtBack, columnOf, partsOf, sheetsOf, tablesOf, workbookOf } from '../support/workbook-edits.ts';

const EXAMPLE = openExample();
const BYTES = await workbookOf(EXAMPLE);
const PARTS = partsOf(BYTES);
const SHEETS = await sheetsOf(BYTES);

const xmlOf = (name: string): string => {
  const names = [...(PARTS['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/gu)].map(([, own]) => own);
  return PARTS[`xl/worksheets/sheet${names.indexOf(name) + 1}.xml`] ?? '';
};

test('the workbook has a row for every question, and the other sheets', () => {
  const names = ['About', 'Fields', 'Steps', 'Next actions', 'Sources', 'Coverage', 'Findings', 'Code maps', 'Lists'];
  expect(SHEETS.map(({ name }) => name)).toEqual(names);
  for (const { rows } of SHEETS) expect(rows.length).toBeGreaterThan(2);
  const fields = SHEETS.find(({ name }) => name === 'Fields')?.rows ?? [];
  expect(fields.length - 1).toBe(EXAMPLE.value.questions.length);
  expect(fields[0]?.slice(0, 7)).toEqual([
    'Form – do not change',
    'User code – do not change',
    'Common name',
    'Category',
    'In the return',
    'Items fed',
    'Question',
  ]);
});

test('the first sheet says whose it is, of when, what it does not carry and how it comes back', () => {
  const about = (SHEETS[0]?.rows ?? []).map((row) => row.join(': ')).join('\n');
  for (const says of [
    'Authority: Exampleshire',
    'Return: CIN census 2026-27',
    'Made on: 22 November 2026',
    'Not in this file: ',
    'Import this file',
  ])
    expect(about).toContain(says);
  expect(about).toMatch(/^Model: [0-9a-f]{10}$/mu);
});

test('every part is XML, and the same workspace gives the same bytes', async () => {
  const faults = await Promise.all(
    Object.entries(PARTS).map(async ([name, contents]) => {
      const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="nothing" type="xs:anyType"/></xs:schema>`;
      const { errors } = await validateXML({ xml: [{ fileName: name, contents }], schema: [schema] });
      return errors.map(({ message }) => message).filter((message) => !message.includes('No matching global'));
    }),
  );
  expect(Object.keys(PARTS).length).toBeGreaterThan(14);
  expect(faults.flat()).toEqual([]);
  expect(Buffer.compare(BYTES, await workbookOf(openExample()))).toBe(0);
});

describe('each sheet that comes back', () => {
  test.each(['Fields', 'Steps', 'Next actions', 'Sources', 'Findings', 'Code maps'])('%s', (name) => {
    const xml = xmlOf(name);
    expect(xml).toMatch(/<pane xSplit="\d" ySplit="1" [^>]*state="frozen"/u);
    expect(xml).toMatch(/<autoFilter ref="A1:[A-Z]+\d+"\/>/u);
    expect(xml).toMatch(/<col [^>]*hidden="1"\/><\/cols>/u);
    // Key columns and those worked out are held; a formula is nowhere.
    expect(xml).toMatch(/<dataValidation type="custom"[^>]*errorStyle="stop"[^>]*sqref="A2:A\d+"><formula1>FALSE/u);
    expect(xml).not.toMatch(/<f[ >]/u);
  });
});

test.each([
  ['Fields', 'Type', 'short-text', 'stop'],
  ['Fields', 'Entry', 'typed', 'stop'],
  ['Fields', 'Mandatory', 'Y', 'stop'],
  ['Fields', 'Lookup', 'REFERRAL_SOURCE', 'warning'],
  ['Fields', 'Purposes', 'return', 'none'],
  ['Sources', 'Use', 'feeds', 'stop'],
  ['Sources', 'Status', 'suggested', 'stop'],
  ['Findings', 'Decision', 'keep', 'stop'],
])('%s, %s offers a list that begins with %s', (sheet, title, first, style) => {
  const letters = columnLetters(columnOf(SHEETS, sheet, title));
  const found = new RegExp(
    `<dataValidation type="list"([^>]*) sqref="${letters}2:${letters}\\d+"><formula1>Lists!\\$([A-Z]+)\\$2:\\$[A-Z]+\\$(\\d+)<`,
    'u',
  ).exec(xmlOf(sheet));
  expect(found?.[1] ?? '').toMatch(
    style === 'none'
      ? /showInputMessage="1" prompt="[^"]*return; statutory/u
      : new RegExp(`errorStyle="${style}"`, 'u'),
  );
  const lists = SHEETS.find(({ name }) => name === 'Lists')?.rows ?? [];
  const column = lists[1]?.findIndex((_, at) => columnLetters(at) === found?.[2]) ?? -1;
  expect(lists[1]?.[column]).toBe(first);
  // The list ends where it is said to end.
  const last = Number(found?.[3]) - 1;
  expect([lists[last]?.[column] ?? null, lists[last + 1]?.[column] ?? null]).toEqual([expect.any(String), null]);
});

test('texts that look like formulas, numbers or days are texts; numbers and days are what they are', async () => {
  const at = { file: 'workflows/questions.csv', row: 2 };
  const cells = [
    { row: 2, column: 'notes', value: '=HYPERLINK("http://x")' },
    { row: 2, column: 'section', value: '007' },
    { row: 2, column: 'text', value: 'constructor' },
    { row: 2, column: 'order', value: '12' },
  ];
  const opened = newEditor().change(EXAMPLE, [{ kind: 'cells', file: at.file, cells }]);
  const sheets = await sheetsOf(await workbookOf(opened));
  const row = sheets.find(({ name }) => name === 'Fields')?.rows[1] ?? [];
  const cell = (title: string): unknown => row[columnOf(sheets, 'Fields', title)];
  expect(['Notes', 'Section', 'Question', 'Order'].map(cell)).toEqual([
    '=HYPERLINK("http://x")',
    '007',
    'constructor',
    12,
  ]);
  const source = sheets.find(({ name }) => name === 'Sources')?.rows[1] ?? [];
  expect(source[columnOf(sheets, 'Sources', 'On')]).toEqual(new Date('2026-05-05'));
});

test.each([
  ['bell \u0007', 'bell _x0007_'],
  ['_x0007_', '_x005F_x0007_'],
  ['half \uD83D', 'half _xD83D_'],
  ['<a & "b">', '&lt;a &amp; &quot;b&quot;&gt;'],
])('%j is written as %s', (text, written) => {
  expect(xlsxText(text)).toBe(written);
});

test('columns are called A to Z, then AA', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test('a text too long for a cell is cut, says so, and stays as it is in the workspace', async () => {
  const value = `${'long '.repeat(8000)}end`;
  const opened = newEditor().change(EXAMPLE, [
    { kind: 'cells', file: 'workflows/questions.csv', cells: [{ row: 2, column: 'notes', value }] },
  ]);
  const bytes = await workbookOf(opened);
  const sheets = await sheetsOf(bytes);
  const notes = String(sheets.find(({ name }) => name === 'Fields')?.rows[1]?.[columnOf(sheets, 'Fields', 'Notes')]);
  expect(notes).toHaveLength(32_767);
  expect(notes.trimEnd()).toMatch(/\(cut: too long for a cell\)$/u);
  expect(await broughtBack(bytes, opened)).toMatchObject({ changes: [], messages: [] });
});

describe('CSV', () => {
  test('every table, the findings and the coverage, in a dated folder, with nothing that is run', async () => {
    const value = '=1+1\n+2';
    const opened = newEditor().change(EXAMPLE, [
      { kind: 'cells', file: 'workflows/questions.csv', cells: [{ row: 2, column: 'notes', value }] },
    ]);
    const { content } = await toCsv(tablesOf(opened));
    const files = typeof content === 'string' ? {} : unzipSync(content);
    const names = Object.keys(files).map((name) => name.replace('exampleshire-2026-11-22/', ''));
    expect(names).toEqual(
      expect.arrayContaining(['questions.csv', 'sources.csv', 'codes.csv', 'findings.csv', 'coverage.csv']),
    );
    const questions = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      files['exampleshire-2026-11-22/questions.csv'],
    );
    expect(questions).toMatch(/^\uFEFFform,question,order,/u);
    expect(questions).toContain(`"'=1+1\n+2"`);
    expect(questions.match(/\r\n/gu)?.length).toBe(EXAMPLE.value.questions.length + 1);
    const usage = new TextDecoder().decode(files['exampleshire-2026-11-22/question-usage.csv']);
    // Numbers stay numbers; a suppressed count is no formula.
    expect(usage).toMatch(/,\d+,\d+,/u);
    expect(usage).not.toContain("'");
  });
});

const OFFICE = spawnSync('soffice', ['--version']).status === 0;

/** Converts a workbook with LibreOffice, and gives the folder of what came out. */
function convert(to: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-office-'));
  writeFileSync(join(folder, 'in.xlsx'), BYTES);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const { status, stderr } = spawnSync('soffice', [
    profile,
    '--headless',
    '--convert-to',
    to,
    '--outdir',
    join(folder, 'out'),
    join(folder, 'in.xlsx'),
  ]);
  if (status !== 0) throw new Error(String(stderr));
  return join(folder, 'out');
}

test.runIf(!OFFICE)('skipped: LibreOffice not present', () => {
  expect(OFFICE).toBe(false);
});

describe.runIf(OFFICE)('LibreOffice', () => {
  test('opens it, and what it saves again comes back without a change, drop-downs kept', {
    timeout: 120_000,
  }, async () => {
    const folder = convert('xlsx');
    const saved = readFileSync(join(folder, 'in.xlsx'));
    rmSync(join(folder, '..'), { recursive: true });
    const imported = await broughtBack(saved, EXAMPLE);
    expect([imported.changes, imported.messages, imported.isSameModel]).toEqual([[], [], true]);
    const fields = partsOf(saved)['xl/worksheets/sheet2.xml'] ?? '';
    expect(fields.match(/type="list"/gu)?.length ?? 0).toBeGreaterThanOrEqual(5);
    expect(/<autoFilter ref="A1:[A-Z]+\d+"/u.test(fields)).toBe(true);
  });
});
