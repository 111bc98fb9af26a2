import { type Reading, tellError, tellWarning, type Where, wholeFile } from './problems.ts';
import { checkHeader, columnsOf } from './read-header.ts';
import type { Shape } from './shape.ts';
import { type RowFault, splitRow, splitState } from './split-rows.ts';
import { splitText } from './split-text.ts';
import { isBlank, NO_EDITS, type Table, type TableRow } from './table.ts';
import { decodeText, describeEncoding } from './text.ts';

const DELIMITERS: readonly string[] = [',', ';', '\t'];
const DELIMITER_NAMES: ReadonlyMap<string, string> = new Map([
  [';', 'semicolons'],
  ['\t', 'tabs'],
]);

/** The first row that says anything, as its cells would be with this delimiter. */
function headerCells(text: string, delimiter: string): readonly string[] {
  const start = Math.max(0, text.search(/\S/));
  return splitRow(splitState(text, delimiter), start).cells.map((cell) => cell.trim());
}

function detectDelimiter(text: string, shape: Shape): string {
  const names = new Set(shape.columns.map((column) => column.name));
  const known = (delimiter: string): number => headerCells(text, delimiter).filter((cell) => names.has(cell)).length;
  const scores = DELIMITERS.map(known);
  return DELIMITERS[scores.indexOf(Math.max(...scores))] ?? ',';
}

const FAULT_SAYS: Readonly<Record<RowFault, string>> = {
  'never-closes':
    'A quote opens a cell in this row and never closes, so the row was left out and reading went on with the next line. ' +
    'Close the quote, or double it where it belongs to the text.',
  'text-after-quote':
    'A quoted cell in this row holds a quote that is not doubled; it was read as part of the text. Write "" for a quote inside quotes.',
};

function tellFault(reading: Reading, where: Where, fault: RowFault): void {
  if (fault === 'never-closes') tellError(reading, where, FAULT_SAYS[fault]);
  else tellWarning(reading, where, FAULT_SAYS[fault]);
}

/** Says what is wrong with a row as a row; true when it cannot be read. */
function stopsRow(reading: Reading, where: Where, cells: readonly string[], width: number): boolean {
  const counts = `The row has ${cells.length} cells where the header has ${width}`;
  if (cells.some((cell) => cell.includes('\0'))) {
    const message = 'The row holds null characters, which no text has, so it was left out. Save the file again as CSV.';
    tellError(reading, where, message);
    return true;
  }
  if (cells.slice(width).some((cell) => cell.trim() !== '')) {
    tellError(reading, where, `${counts}, so it was left out. Put quotes round a cell that holds a comma.`);
    return true;
  }
  if (cells.length > width)
    tellWarning(reading, where, `${counts}; those at the end are empty. Put quotes round a cell that holds a comma.`);
  if (cells.length < width) tellWarning(reading, where, `${counts}; the missing ones were read as empty.`);
  return false;
}

interface Split {
  readonly rows: readonly TableRow[];
  readonly header: TableRow | null;
}

/** Splits the text into rows; the first that is not blank is the header. */
function splitTable(reading: Reading, file: string, text: string, delimiter: string): Split {
  const rows: TableRow[] = [];
  let header: TableRow | null = null;
  for (const { cells, raw, fault } of splitText(text, delimiter)) {
    const where = { file, row: rows.length + 1, column: '' };
    const row = { row: where.row, raw, cells, edits: NO_EDITS, stopped: false };
    const blank = isBlank(row);
    if (fault !== null) tellFault(reading, where, fault);
    const unread = fault === 'never-closes';
    const stopped = unread || (header !== null && !blank && stopsRow(reading, where, row.cells, header.cells.length));
    rows.push(stopped ? { ...row, stopped } : row);
    if (header === null && !blank) header = row;
  }
  return { rows, header };
}

function tellDelimiter(reading: Reading, file: string, delimiter: string): void {
  const name = DELIMITER_NAMES.get(delimiter);
  if (name === undefined) return;
  tellWarning(
    reading,
    wholeFile(file),
    `The cells are separated by ${name}. They were read as that and will be written with commas.`,
  );
}

function tellEmpty(reading: Reading, shape: Shape, file: string): void {
  const names = shape.columns.filter((column) => column.required).map((column) => `"${column.name}"`);
  const wanted = names.length > 0 ? names.join(', ') : shape.columns.map((column) => `"${column.name}"`).join(', ');
  tellError(reading, wholeFile(file), `The file is empty. Its first row must name the columns, at least ${wanted}.`);
}

/** Reads a file as a table of a shape. null: it is empty. Rows of a table that lacks a required column are all stopped. */
export function readTable(reading: Reading, shape: Shape, file: string, bytes: Uint8Array): Table | null {
  const start = reading.problems.length;
  const { text, encoding, bom } = decodeText(bytes);
  const encodingSays = describeEncoding(encoding);
  if (encodingSays !== '') tellWarning(reading, wholeFile(file), encodingSays);
  const delimiter = detectDelimiter(text, shape);
  tellDelimiter(reading, file, delimiter);
  const { rows, header } = splitTable(reading, file, text, delimiter);
  if (header === null) {
    tellEmpty(reading, shape, file);
    return null;
  }
  const readable = checkHeader(reading, shape, { file, row: header.row, column: '' }, header.cells);
  return {
    file,
    shape,
    encoding,
    bom,
    delimiter,
    lineEnd: /\r\n|\n|\r/.exec(header.raw)?.[0] ?? '\n',
    header: header.row,
    columnAt: columnsOf(header.cells),
    rows: readable ? rows : rows.map((row) => (row.stopped ? row : { ...row, stopped: true })),
    faults: reading.problems.slice(start),
  };
}
