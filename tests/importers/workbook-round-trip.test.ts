import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Workbook } from '#diagram/workbook/workbook.ts';
import { type Change, newEditor } from '#pipeline/edit-workspace.ts';
import { workbookFor } from '#pipeline/export-tables.ts';
import { acceptChanges } from '#pipeline/import-workbook.ts';
import { type OpenedWorkspace, openWorkspace } from '#pipeline/open-workspace.ts';
import { changedFiles } from '#pipeline/write-files.ts';
import { cellAt } from '#workspace/table.ts';
import { asFiles } from '../bench/as-files.ts';
import { arbitraryWorkspace } from '../support/random-workspace.ts';
import {
  broughtBack,
  columnOf,
  inSheet,
  plainWorkbook,
  sheetsOf,
  tablesOf,
  workbookOf,
} from '../support/workbook-edits.ts';

/** Texts that a spreadsheet, XML or JavaScript might take for something else. */
const AWKWARD = [
  '=1+1',
  '+44',
  '-5',
  '@SUM(A1)',
  "'quoted",
  '007',
  '1e5',
  'TRUE',
  '31/03/2026',
  '#N/A',
  '-',

  'constructor',
  '__proto__',
  'toString',
  '_x0041_',
  '_x005F_',
  '<script>&amp;"',
  ']]>',
  'a\nb',
  ' spaces ',
  '\ttab',
  '👨‍👩‍👧‍👦',
  'شريط',
  'bell \u0007',
  '\uFFFD',
  '\u0085',
  'half \uD83D',
  '\u200B',
  'a, b; c',
];

const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...AWKWARD),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

/** Columns in which anything may be written, and what the sheet calls them. */
const FREE = [
  ['Fields', 'workflows/questions.csv', 'section', 'Section'],
  ['Fields', 'workflows/questions.csv', 'text', 'Question'],
  ['Fields', 'workflows/questions.csv', 'notes', 'Notes'],
  ['Steps', 'workflows/step-types.csv', 'team', 'Team'],
  ['Next actions', 'workflows/next-actions.csv', 'label', 'Next action'],
  ['Sources', 'mappings/sources.csv', 'why', 'Why'],
  ['Code maps', 'mappings/codes.csv', 'by', 'By'],
] as const;

const opened = arbitraryWorkspace().map((workspace) => openWorkspace(asFiles(workspace), new Map()));

const asWritten = (text: string): string => (text.trim() === '' ? '' : text.replaceAll(/\r\n?/gu, '\n'));

/** Rows of a file below its header. */
const rowsOf = ({ tables }: OpenedWorkspace, file: string): readonly number[] =>
  (tables.get(file)?.rows ?? []).slice(1).map(({ row }) => row);

/** The same workspace with awkward texts in some of its cells. */
const withTexts = (start: OpenedWorkspace, picks: readonly (readonly [number, number, string])[]): OpenedWorkspace => {
  const changes = picks.flatMap(([which, row, value]): readonly Change[] => {
    const [, file, column] = FREE[which % FREE.length] ?? FREE[0];
    const rows = rowsOf(start, file);
    const at = rows[row % Math.max(1, rows.length)];
    return at === undefined ? [] : [{ kind: 'cells', file, cells: [{ row: at, column, value }] }];
  });
  return newEditor().change(start, changes);
};

const picks = fc.array(fc.tuple(fc.nat(), fc.nat(), anyText), { maxLength: 8 });

/** Rows that cannot be told apart by their keys, and so cannot be edited in a workbook. */
function doubledRows({ sheets }: Workbook): ReadonlySet<string> {
  return new Set(
    sheets.flatMap(({ name, columns, rows }) => {
      const keys = rows.map(({ cells }) => cells.filter((_, at) => columns[at]?.role === 'key').join('|'));
      return keys.flatMap((key, at) => (keys.indexOf(key) === keys.lastIndexOf(key) ? [] : [`${name} ${at}`]));
    }),
  );
}

const textAt = ({ tables }: OpenedWorkspace, file: string, row: number, column: string): string => {
  const table = tables.get(file);
  const [line, at] = [table?.rows[row - 1], table?.columnAt.get(column)];
  return line === undefined || at === undefined ? '' : cellAt(line, at);
};

test('a workspace goes into a workbook and comes back without a change, whatever its texts are', async () => {
  await fc.assert(
    fc.asyncProperty(opened, picks, async (start, texts) => {
      const workspace = withTexts(start, texts);
      const imported = await broughtBack(await workbookOf(workspace), workspace);
      expect([imported.changes, imported.messages]).toEqual([[], []]);
    }),
    { numRuns: 30 },
  );
});

test('what is written into cells comes back as just those changes, and once accepted as none', async () => {
  let edits = 0;
  await fc.assert(
    fc.asyncProperty(opened, picks, picks, fc.boolean(), async (start, texts, typed, isTurned) => {
      const workspace = withTexts(start, texts);
      const book = await workbookFor(tablesOf(workspace));
      const doubled = doubledRows(book);
      let sheets = await sheetsOf(await workbookOf(workspace));
      const wanted = new Map<string, string>();
      for (const [which, pick, value] of typed) {
        const [sheet, file, column, title] = FREE[which % FREE.length] ?? FREE[0];
        const rows = (book.sheets.find(({ name }) => name === sheet)?.rows ?? []).map(({ at }) => at?.row);
        const line = pick % Math.max(1, rows.length);
        const row = rows[line];
        if (row === undefined || doubled.has(`${sheet} ${line}`)) continue;
        const own = columnOf(sheets, sheet, title);
        sheets = inSheet(sheets, sheet, (all) =>
          all.map((cells, at) => (at === line + 1 ? cells.with(own, value) : cells)),
        );
        wanted.set(`${file} ${row} ${column}`, asWritten(value));
      }
      if (isTurned)
        sheets = sheets.map((sheet) => ({
          ...sheet,
          rows: [...sheet.rows.slice(0, 1), ...sheet.rows.slice(1).toReversed()],
        }));
      const bytes = plainWorkbook(sheets);
      const imported = await broughtBack(bytes, workspace);
      expect(imported.messages).toEqual([]);
      const found = imported.changes.flatMap(({ does }) =>
        does.kind === 'cell' ? [[`${does.at.file} ${does.at.row} ${does.column}`, does.value] as const] : [],
      );
      const expected = [...wanted].filter(([place, value]) => {
        const [file = '', row = '', column = ''] = place.split(' ');
        return textAt(workspace, file, Number(row), column).replaceAll(/\r\n?/gu, '\n') !== value;
      });
      expect(new Map(found)).toEqual(new Map(expected));
      expect(found).toHaveLength(expected.length);
      edits += expected.length;
      const after = newEditor().change(workspace, acceptChanges(imported.changes, 'x').changes);
      for (const [place, value] of expected) {
        const [file = '', row = '', column = ''] = place.split(' ');
        expect(textAt(after, file, Number(row), column)).toBe(value);
      }
      const files = new Set(expected.map(([place]) => place.split(' ')[0]));
      expect(new Set(changedFiles(workspace, workspace, after).keys())).toEqual(files);
      expect((await broughtBack(bytes, after)).changes).toEqual([]);
    }),
    { numRuns: 30 },
  );
  expect(edits).toBeGreaterThan(25);
});
