import { strToU8, zipSync } from 'fflate';
import { csvText, safeCell } from '#diagram/workbook/safe-cell.ts';
import type { ExportedFile } from '#exporters/exported-file.ts';

/** One table: its header, and which of its columns hold numbers. */
export interface CsvTable {
  /** Without its ending. */
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/u;

/** A table as the text of a CSV file. Nothing in it is run as a formula; numbers stay numbers. */
export function tableAsCsv({ columns, rows }: CsvTable): string {
  const body = rows.map((row) =>
    row.map((cell, at) => (columns[at]?.isNumber === true && NUMBER.test(cell) ? cell : safeCell(cell))),
  );
  return csvText([columns.map(({ title }) => safeCell(title)), ...body]);
}

/** A day of no meaning, so that the same tables always give the same bytes. */
const DAY = new Date(1980, 0, 1);

/** Tables as CSV files in one folder of a zip. */
export function exportCsv(tables: readonly CsvTable[], folder: string): ExportedFile {
  const files = Object.fromEntries(
    tables.map((table) => [`${folder}/${table.name}.csv`, strToU8(tableAsCsv(table))] as const),
  );
  return {
    content: zipSync(files, { mtime: DAY }),
    ending: 'zip',
    type: 'application/zip',
    lost: [
      'These files are for reading: cells that a spreadsheet would run begin with an apostrophe. To keep the workspace itself, use zip.',
    ],
  };
}
