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

/** The table with some cells changed; the rows of the others are written back as they stand. */
export function withCells(table: Table, changes: readonly CellChange[]): Table {
  const byRow = new Map<number, Map<number, string>>();
  for (const { row, column, value } of changes) {
    invariant(row > table.header && row <= table.rows.length, `${table.file} has no row ${row}`);
    const edits = byRow.get(row) ?? new Map(table.rows[row - 1]?.edits);
    byRow.set(row, edits.set(columnIn(table, column), value));
  }
  const rows = table.rows.map((row) => ({ ...row, edits: byRow.get(row.row) ?? row.edits }));
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
  const rows = table.rows.filter(({ row }) => row <= table.header || !removed.has(row));
  return { ...table, rows: rows.map((row, index) => ({ ...row, row: index + 1 })) };
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
  };
}
