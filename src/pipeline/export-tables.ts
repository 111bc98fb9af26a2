import { plainTitle, type Sheet } from '#diagram/workbook/sheet.ts';
import { type Workbook, workbookOf } from '#diagram/workbook/workbook.ts';
import type { CsvTable } from '#exporters/csv/export-csv.ts';
import type { ExportedFile } from '#exporters/exported-file.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { ColumnKind } from '#workspace/shape.ts';
import { cellAt, isBlank, type Table } from '#workspace/table.ts';
import { auditWorkspace } from './audit-workspace.ts';
import { cellTextsAt } from './cell-text.ts';
import { modelHash } from './model-hash.ts';
import type { OpenedWorkspace } from './open-workspace.ts';
import { zipName } from './write-files.ts';

/** What is put into tables, and the day on which. */
export interface TablesRequest {
  readonly opened: OpenedWorkspace;
  readonly index: WorkspaceIndex;
  /** ISO date. */
  readonly today: string;
  /** The worked example that the product ships. */
  readonly isExample: boolean;
}

/** A workspace as the sheets of a workbook. */
export async function workbookFor({ opened, index, today, isExample }: TablesRequest): Promise<Workbook> {
  const audit = auditWorkspace(opened.value, opened.problems, index.dataReturn?.id ?? null);
  const hash = await modelHash(opened.value);
  return workbookOf({ index, audit, today, isExample, hash, textsAt: (at) => cellTextsAt(opened, at) });
}

/** A workspace as an Excel workbook, which can be edited and read back. */
export async function toXlsx(request: TablesRequest): Promise<ExportedFile> {
  const { exportWorkbook } = await import('#exporters/xlsx/export-workbook.ts');
  return exportWorkbook(await workbookFor(request));
}

const NUMBERS: readonly ColumnKind[] = ['number', 'whole', 'count', 'share'];

/** `mappings/returns/own/items.csv` as `returns-own-items`. */
const nameOf = (file: string): string =>
  file
    .replace(/^(?:workflows|mappings)\//u, '')
    .replace(/\.csv$/u, '')
    .replaceAll('/', '-');

/** A file of the workspace, with the columns that only it knows. */
function fromTable({ file, shape, header, columnAt, rows }: Table): CsvTable {
  const kinds = new Map(shape.columns.map(({ name, kind }) => [name, kind]));
  const places = [...columnAt];
  return {
    name: nameOf(file),
    columns: places.map(([title]) => ({ title, isNumber: NUMBERS.includes(kinds.get(title) ?? 'text') })),
    rows: rows.filter((row) => row.row > header && !isBlank(row)).map((row) => places.map(([, at]) => cellAt(row, at))),
  };
}

const fromSheet = ({ name, columns, rows }: Sheet): CsvTable => ({
  name: name.toLowerCase(),
  columns: columns.map(({ title, holds }) => ({ title: plainTitle(title), isNumber: holds === 'number' })),
  rows: rows.map(({ cells }) => cells),
});

/** Every table of a workspace, its findings and the coverage of its return as CSV files in a zip. */
export async function toCsv(request: TablesRequest): Promise<ExportedFile> {
  const { exportCsv } = await import('#exporters/csv/export-csv.ts');
  const { opened, today } = request;
  const { sheets, authority } = await workbookFor(request);
  const shown = sheets.filter(({ name }) => name === 'Findings' || name === 'Coverage');
  const folder = zipName(authority, today).replace(/\.zip$/u, '');
  return exportCsv([...[...opened.tables.values()].map(fromTable), ...shown.map(fromSheet)], folder);
}
