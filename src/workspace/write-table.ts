import { parseDate, parseFlag } from './cells.ts';
import type { ColumnKind } from './shape.ts';
import { splitRow, splitState } from './split-rows.ts';
import { cellAt, isBlank, type Table, type TableRow } from './table.ts';
import { encodeText } from './text.ts';

function normalise(kind: ColumnKind, cell: string): string {
  if (kind === 'date') return parseDate(cell) ?? cell;
  const flag = kind === 'flag' ? parseFlag(cell) : undefined;
  if (flag === undefined) return cell;
  return flag ? 'Y' : 'N';
}

/** The columns whose cells are normalised, with where they stand. */
function normalisedColumns(table: Table): ReadonlyMap<number, ColumnKind> {
  const kinds = table.shape.columns.filter(({ kind }) => kind === 'date' || kind === 'flag');
  return new Map(
    kinds.flatMap(({ name, kind }): readonly (readonly [number, ColumnKind])[] => {
      const at = table.columnAt.get(name);
      return at === undefined ? [] : [[at, kind]];
    }),
  );
}

/** The cells of a row that are to be written otherwise than they stand, by column. */
function changedCells(row: TableRow, normalised: ReadonlyMap<number, ColumnKind>): ReadonlyMap<number, string> {
  const changed = new Map<number, string>();
  for (const [at, value] of row.edits) if (value !== row.cells[at]) changed.set(at, value);
  for (const [at, kind] of normalised) {
    const now = cellAt(row, at);
    const then = normalise(kind, now);
    if (then !== now) changed.set(at, then);
  }
  return changed;
}

const quoteCell = (value: string): string => `"${value.replaceAll('"', '""')}"`;

/** A cell as a comma-separated file holds it, in quotes only where it would be misread without. */
const formatCell = (value: string): string =>
  /[",\r\n]/.test(value) || value !== value.trim() ? quoteCell(value) : value;

/** A cell as it stood, unless the comma now parts it. */
const keepCell = (raw: string, value: string): string =>
  !raw.startsWith('"') && raw.includes(',') ? quoteCell(value) : raw;

/** A row written anew with some of its cells changed; the others keep their text, quotes and all. */
function formatRow(row: TableRow, delimiter: string, changed: ReadonlyMap<number, string>): string {
  const { cells, ends } = splitRow(splitState(row.raw, delimiter), 0);
  let start = 0;
  const texts = cells.map((value, at) => {
    const raw = row.raw.slice(start, ends[at]);
    start = (ends[at] ?? start) + 1;
    const change = changed.get(at);
    return change === undefined ? keepCell(raw, value) : formatCell(change);
  });
  const last = [...changed.keys()].reduce((one, other) => Math.max(one, other), -1);
  for (let at = texts.length; at <= last; at += 1) texts.push(formatCell(changed.get(at) ?? ''));
  return texts.join(',') + row.raw.slice(ends.at(-1) ?? 0);
}

/** A row with its odd quotes doubled, so that quotes written in later rows cannot close them. */
function mendRow(row: TableRow, delimiter: string): string {
  const { cells, ends, fault } = splitRow(splitState(row.raw, delimiter), 0);
  if (fault !== 'never-closes') return row.raw;
  return cells.map(formatCell).join(',') + row.raw.slice(ends.at(-1) ?? 0);
}

/** How a table is written: which columns are normalised, and whether more than that has changed. */
interface Writing {
  readonly normalised: ReadonlyMap<number, ColumnKind>;
  readonly changed: boolean;
}

function rowText(table: Table, row: TableRow, { normalised, changed }: Writing): string {
  const cells = row.row > table.header && !row.stopped && !isBlank(row) ? normalised : new Map();
  const edits = changedCells(row, cells);
  if (row.stopped && changed && edits.size === 0) return mendRow(row, table.delimiter);
  return edits.size === 0 && table.delimiter === ',' ? row.raw : formatRow(row, table.delimiter, edits);
}

const endsLine = (text: string): boolean => text.endsWith('\n') || text.endsWith('\r');

/** The table as bytes: as it was read, but for cells changed since, normalised ones, the encoding and the delimiter. */
export function tableBytes(table: Table): Uint8Array {
  const changed = table.delimiter !== ',' || table.rows.some((row) => row.edits.size > 0);
  const writing = { normalised: normalisedColumns(table), changed };
  const last = table.rows.length - 1;
  const texts = table.rows.map((row, at) => {
    const text = rowText(table, row, writing);
    return at === last || endsLine(text) ? text : text + table.lineEnd;
  });
  return encodeText(texts.join(''), table.bom);
}
