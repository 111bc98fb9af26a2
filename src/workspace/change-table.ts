import { invariant } from '#model/assert.ts';
import type { Shape } from './shape.ts';
import { NO_EDITS, type Table, type TableRow } from './table.ts';

/** A cell's new text. `row` is the spreadsheet row. */
export interface CellChange {
  readonly row: number;
  readonly column: string;
  readonly value: string;
}

function columnIn(table: Table, name: string): number {
  const at = table.columnAt.get(name);
  invariant(at !== undefined, `${table.file} has no column ${name}`);
  return at;
}

/** The table with some columns added at its end, where it does not have them. */
export function withColumns(table: Table, names: Iterable<string>): Table {
  const missing = [...new Set(names)].filter((name) => !table.columnAt.has(name));
  if (missing.length === 0) return table;
  const header = table.rows[table.header - 1];
  const width = Math.max(header?.cells.length ?? 0, ...[...(header?.edits.keys() ?? [])].map((at) => at + 1));
  const added = new Map(missing.map((name, index): readonly [string, number] => [name, width + index]));
  const edits = new Map([...(header?.edits ?? []), ...[...added].map(([name, at]) => [at, name] as const)]);
  return {
    ...table,
    columnAt: new Map([...table.columnAt, ...added]),
    rows: table.rows.map((row) => (row.row === table.header ? { ...row, edits } : row)),
  };
}

/** The table with some cells changed; the rows of the others are written back as they stand. */
export function withCells(table: Table, changes: readonly CellChange[]): Table {
  const byRow = new Map<number, Map<number, string>>();
  for (const { row, column, value } of changes) {
    invariant(row > table.header && row <= table.rows.length, `${table.file} has no row ${row}`);
    const edits = byRow.get(row) ?? new Map(table.rows[row - 1]?.edits);
    byRow.set(row, edits.set(columnIn(table, column), value));
  }
  const rows = table.rows.map((row) => {
    const edits = byRow.get(row.row);
    return edits === undefined ? row : { ...row, edits };
  });
  return { ...table, rows };
}

/** The table with rows added at its end, from cells by column name; columns not named are empty. */
export function withRows(table: Table, added: readonly ReadonlyMap<string, string>[]): Table {
  const rows = added.map((cells, index): TableRow => {
    const edits = new Map([...table.columnAt.values()].map((at): readonly [number, string] => [at, '']));
    for (const [name, value] of cells) edits.set(columnIn(table, name), value);
    return { row: table.rows.length + index + 1, raw: table.lineEnd, cells: [''], edits, stopped: false };
  });
  return { ...table, rows: [...table.rows, ...rows] };
}

/** The table without some rows; those below move up. */
export function withoutRows(table: Table, removed: ReadonlySet<number>): Table {
  const isKept = (row: number): boolean => row <= table.header || !removed.has(row);
  const kept = table.rows.filter(({ row }) => isKept(row));
  const now = new Map(kept.map((row, index) => [row.row, index + 1]));
  return {
    ...table,
    rows: kept.map((row, index) => (row.row === index + 1 ? row : { ...row, row: index + 1 })),
    faults: table.faults.flatMap((fault) =>
      isKept(fault.row) ? [{ ...fault, row: now.get(fault.row) ?? fault.row }] : [],
    ),
  };
}

/** A table of a shape with its header and no rows, for a file that is not there yet. */
export function newTable(shape: Shape, file: string = shape.file): Table {
  const names = shape.columns.map((column) => column.name);
  const raw = `${names.join(',')}\n`;
  return {
    file,
    shape,
    encoding: 'utf-8',
    bom: false,
    delimiter: ',',
    lineEnd: '\n',
    header: 1,
    columnAt: new Map(names.map((name, at) => [name, at])),
    rows: [{ row: 1, raw, cells: names, edits: NO_EDITS, stopped: false }],
    faults: [],
  };
}
