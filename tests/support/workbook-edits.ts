import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { cellName } from '#importers/workbook/known-sheet.ts';
import { type ReadCell, type ReadSheet, readWorkbook } from '#importers/workbook/read-workbook.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { type TablesRequest, toXlsx } from '#pipeline/export-tables.ts';
import { importWorkbook, type WorkbookImport } from '#pipeline/import-workbook.ts';
import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';

/** What is put into a workbook, on a day that stays the same. */
export const tablesOf = (opened: OpenedWorkspace): TablesRequest => ({
  opened,
  index: indexWorkspace(opened.value),
  today: '2026-11-22',
  isExample: false,
});

/** The bytes of the workbook of a workspace. */
export async function workbookOf(opened: OpenedWorkspace): Promise<Uint8Array> {
  const { content } = await toXlsx(tablesOf(opened));
  if (typeof content === 'string') throw new Error('A workbook is no text.');
  return content;
}

/** A workbook's parts as texts, by their names in the file. */
export const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

/** The sheets of a workbook as they are read. */
export async function sheetsOf(bytes: Uint8Array): Promise<readonly ReadSheet[]> {
  const sheets = await readWorkbook(bytes);
  if ('failure' in sheets) throw new Error(sheets.failure);
  return sheets;
}

/** What XML takes no character for is written as Excel writes it. */
const escaped = (text: string): string =>
  text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replaceAll(
      /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu,
      (mark) => `_x${mark.charCodeAt(0).toString(16).padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

function cellXml(at: string, value: ReadCell): string {
  if (value === null || value === '') return '';
  if (value instanceof Date) return `<c r="${at}" t="d"><v>${value.toISOString()}</v></c>`;
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

const sheetXml = ({ rows }: ReadSheet): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map(
      (row, at) =>
        `<row r="${at + 1}">${row.map((cell, column) => cellXml(cellName(at, column), cell)).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`;

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A plain workbook as another program might write it: no styles, no shared texts. */
export function plainWorkbook(sheets: readonly ReadSheet[]): Uint8Array {
  const list = sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="r${at + 1}"/>`);
  const relations = sheets.map(
    (_, at) => `<Relationship Id="r${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/s${at + 1}.xml"/>`,
  );
  const inPackage = (members: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${members}</Relationships>`;
  const parts: Readonly<Record<string, string>> = {
    '_rels/.rels': inPackage(`<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': inPackage(relations.join('')),
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/s${at + 1}.xml`, sheetXml(sheet)])),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { level: 1 });
}

/** One sheet with its rows changed; the others stay. */
export const inSheet = (
  sheets: readonly ReadSheet[],
  name: string,
  change: (rows: readonly (readonly ReadCell[])[]) => readonly (readonly ReadCell[])[],
): readonly ReadSheet[] =>
  sheets.map((sheet) => (sheet.name === name ? { ...sheet, rows: change(sheet.rows) } : sheet));

/** A header as a person calls it. */
const titled = (cell: ReadCell | undefined): string => String(cell ?? '').replace(' – do not change', '');

/** Where a column stands in a sheet, from 0. */
export function columnOf(sheets: readonly ReadSheet[], sheet: string, title: string): number {
  const [head = []] = sheets.find(({ name }) => name === sheet)?.rows ?? [];
  const at = head.findIndex((cell) => titled(cell) === title);
  if (at === -1) throw new Error(`${sheet} has no column ${title}.`);
  return at;
}

/** A cell that somebody writes into: the row is found by what some of its cells say. */
export interface Typed {
  readonly sheet: string;
  readonly where: Readonly<Record<string, string>>;
  readonly column: string;
  readonly value: ReadCell;
}

/** Writes into cells as a person would. */
export function type(sheets: readonly ReadSheet[], ...typed: readonly Typed[]): readonly ReadSheet[] {
  return typed.reduce<readonly ReadSheet[]>((now, { sheet, where, column, value }) => {
    const place = columnOf(now, sheet, column);
    const wanted = Object.entries(where).map(([title, text]) => [columnOf(now, sheet, title), text] as const);
    return inSheet(now, sheet, (rows) => {
      const at = rows.findIndex((row) => wanted.every(([own, text]) => String(row[own] ?? '') === text));
      if (at < 1) throw new Error(`${sheet} has no row ${JSON.stringify(where)}.`);
      return rows.map((row, index) => (index === at ? row.with(place, value) : row));
    });
  }, sheets);
}

/** What comes back of a workbook; a file that is refused is a failure of the test. */
export async function broughtBack(bytes: Uint8Array, opened: OpenedWorkspace): Promise<WorkbookImport> {
  const imported = await importWorkbook(bytes, tablesOf(opened));
  if ('failure' in imported) throw new Error(imported.failure);
  return imported;
}
