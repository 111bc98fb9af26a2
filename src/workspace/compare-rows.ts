import { parseDate, parseFlag } from './cells.ts';
import { keyColumns } from './compare-keys.ts';
import type { ColumnKind } from './shape.ts';
import { cellAt, isBlank, type Table, type TableRow } from './table.ts';

/** The cells of a row by the names of their columns. */
export type RowCells = ReadonlyMap<string, string>;

/** A row as it is known again in another version of its file. */
export interface KeyedRow {
  /** Unlike that of every other row of the table. */
  readonly key: string;
  /** What the row is called, in words for people; empty for a blank line. */
  readonly name: string;
  readonly row: TableRow;
}

/** A table laid out for comparing: where its columns stand, and its rows by key, in their order. */
export interface KeyedTable {
  readonly table: Table;
  /** Also those without a name of their own, which are called by their place: `#4`. */
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: ReadonlyMap<string, KeyedRow>;
}

const SEPARATOR = '\u0000';
const AGAIN = '\u0001';
const BLANK = '\u0002';
const STOPPED = '\u0003';
const NAME_LENGTH = 80;

/** Where each cell of the header stands, by its name, or by its place where the name is missing or doubled. */
export function columnsIn(table: Table): ReadonlyMap<string, number> {
  const named = new Set(table.columnAt.values());
  const header = table.rows[table.header - 1]?.cells ?? [];
  const others = header.flatMap((_, at): readonly (readonly [string, number])[] =>
    named.has(at) ? [] : [[`#${at + 1}`, at]],
  );
  return new Map([...others, ...table.columnAt]);
}

/** A cell as it is written: dates and flags in their one form. */
function normalCell(kind: ColumnKind | undefined, cell: string): string {
  if (kind === 'date') return parseDate(cell) ?? cell;
  const flag = kind === 'flag' ? parseFlag(cell) : undefined;
  if (flag === undefined) return cell;
  return flag ? 'Y' : 'N';
}

const withoutLineEnd = (raw: string): string => raw.replace(/[\r\n]+$/u, '');

/** How the cells of a table's columns are read: where they stand, and what kind they are. */
interface KeyPart {
  readonly at: number | undefined;
  readonly kind: ColumnKind | undefined;
}

const kindOf = (table: Table, name: string): ColumnKind | undefined =>
  table.shape.columns.find((column) => column.name === name)?.kind;

const keyParts = (table: Table): readonly KeyPart[] =>
  keyColumns(table.shape).map((name) => ({ at: table.columnAt.get(name), kind: kindOf(table, name) }));

function keyOf(row: TableRow, parts: readonly KeyPart[]): Pick<KeyedRow, 'key' | 'name'> {
  if (isBlank(row)) return { key: BLANK, name: '' };
  const text = withoutLineEnd(row.raw);
  if (row.stopped) return { key: STOPPED + text, name: text.slice(0, NAME_LENGTH) };
  const cells = parts.map(({ at, kind }) => (at === undefined ? '' : normalCell(kind, cellAt(row, at).trim())));
  return { key: cells.join(SEPARATOR), name: cells.filter((cell) => cell !== '').join(' / ') };
}

/** Lays a table out for comparing. A key that stands twice is told apart by how often it stood before. */
export function keyTable(table: Table): KeyedTable {
  const parts = keyParts(table);
  const seen = new Map<string, number>();
  const rows = new Map<string, KeyedRow>();
  for (const row of table.rows.slice(table.header)) {
    const { key: plain, name } = keyOf(row, parts);
    const before = seen.get(plain) ?? 0;
    seen.set(plain, before + 1);
    const key = before === 0 ? plain : `${plain}${AGAIN}${before + 1}`;
    rows.set(key, { key, name, row });
  }
  return { table, columns: columnsIn(table), rows };
}

/** True for rows that a person wrote: all but blank lines. */
export const isWritten = (key: string): boolean => !key.startsWith(BLANK);

/** The cells of a row, the empty ones too. */
export const cellsOf = ({ columns }: KeyedTable, { row }: KeyedRow): RowCells =>
  new Map([...columns].map(([name, at]): readonly [string, string] => [name, cellAt(row, at)]));

const sameRaw = (one: TableRow, other: TableRow): boolean =>
  one.raw === other.raw && (one.edits === other.edits || (one.edits.size === 0 && other.edits.size === 0));

/** The header of a table, as its cells stand. */
export const headerCells = ({ rows, header }: Table): readonly string[] => rows[header - 1]?.cells ?? [];

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((cell, index) => cell === other[index]);

/** True where the rows of two tables can be set beside each other as they stand. */
export const sameHeader = (one: Table, other: Table): boolean =>
  one === other || (one.delimiter === other.delimiter && sameList(headerCells(one), headerCells(other)));

/** The comparison of two tables' rows, cell by cell: dates and flags count by what they mean. */
export function rowComparer(
  one: KeyedTable,
  other: KeyedTable,
): (row: KeyedRow, beside: KeyedRow) => readonly string[] {
  const alike = sameHeader(one.table, other.table);
  const names = [...new Set([...one.columns.keys(), ...other.columns.keys()])];
  const columns = names.map((name) => ({
    name,
    from: one.columns.get(name),
    to: other.columns.get(name),
    kind: kindOf(one.table, name),
  }));
  return (row, beside) => {
    if (row.row.stopped || beside.row.stopped || (alike && sameRaw(row.row, beside.row))) return [];
    const differs = columns.filter(({ from, to, kind }) => {
      const [left, right] = [
        from === undefined ? '' : cellAt(row.row, from),
        to === undefined ? '' : cellAt(beside.row, to),
      ];
      return left !== right && normalCell(kind, left) !== normalCell(kind, right);
    });
    return differs.map(({ name }) => name);
  };
}
