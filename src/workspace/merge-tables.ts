import type { KeyedRow, KeyedTable } from './compare-rows.ts';
import {
  layThree,
  type RowInThree,
  rowsInThree,
  type Side,
  type ThreeLaid,
  type ThreeTables,
} from './compare-three.ts';
import { type MergedHead, mergeHead } from './merge-head.ts';
import { weaveRows } from './merge-order.ts';
import type { Table, TableRow } from './table.ts';

/** Whose text stands where the cells agree: that which fits the columns, then that which is not as in the base. */
function textFrom({ base, mine }: RowInThree, carried: MergedHead['carried']): Side {
  if (carried.has('mine') !== carried.has('theirs')) return carried.has('mine') ? 'theirs' : 'mine';
  return mine?.row.raw === base?.row.raw ? 'theirs' : 'mine';
}

/** Whose row stands in the merged file. */
function sideOf(row: RowInThree, carried: MergedHead['carried'], choices: ReadonlyMap<string, Side>): Side {
  if (row.by === 'both') return choices.get(row.key) ?? 'mine';
  return row.by === 'mine' || row.by === 'theirs' ? row.by : textFrom(row, carried);
}

/** A row, and the table it stands in. */
interface Placed {
  readonly found: KeyedRow;
  readonly table: KeyedTable;
}

const cellIn = ({ found, table }: Placed, name: string): string | undefined => {
  const at = table.columns.get(name);
  return at === undefined ? undefined : (found.row.cells[at] ?? '');
};

/**
 * A row carried to a table whose columns stand otherwise. Cells of columns that its own table does not have come from
 * the same row of the other side. A row that cannot be read is carried as it stands.
 */
function carry(own: Placed, other: Placed | null, to: Pick<MergedHead, 'columns' | 'lineEnd'>): TableRow {
  const { row } = own.found;
  if (row.stopped) return row;
  const edits = [...to.columns].map(([name, at]): readonly [number, string] => [
    at,
    cellIn(own, name) ?? (other === null ? undefined : cellIn(other, name)) ?? '',
  ]);
  return { row: row.row, raw: to.lineEnd, cells: [''], edits: new Map(edits), stopped: false };
}

function rowFrom(row: RowInThree, laid: ThreeLaid, head: MergedHead, side: Side): TableRow | undefined {
  const found = row[side];
  if (found === undefined || !head.carried.has(side)) return found?.row;
  const otherSide = side === 'mine' ? 'theirs' : 'mine';
  const other = row[otherSide];
  return carry(
    { found, table: laid[side] },
    other === undefined ? null : { found: other, table: laid[otherSide] },
    head,
  );
}

/**
 * One file from two that grew out of one. A row that one side changed is taken from that side; of a row that both
 * changed, the side that was chosen, or mine. The text of rows that nobody touched stays as it was.
 */
export function mergeTables(tables: ThreeTables, choices: ReadonlyMap<string, Side>): Table {
  const laid = layThree(tables);
  const head = mergeHead({ base: laid.base.table, mine: laid.mine.table, theirs: laid.theirs.table });
  const taken = new Map<string, TableRow>();
  for (const row of rowsInThree(laid).values()) {
    const merged = rowFrom(row, laid, head, sideOf(row, head.carried, choices));
    if (merged !== undefined) taken.set(row.key, merged);
  }
  const orders = {
    base: [...laid.base.rows.keys()],
    mine: [...laid.mine.rows.keys()],
    theirs: [...laid.theirs.rows.keys()],
  };
  const body = weaveRows(orders, taken);
  const rows = [...head.rows, ...body].map((row, index) => ({ ...row, row: index + 1 }));
  const { bom, lineEnd, columnAt } = head;
  return { ...laid.mine.table, bom, lineEnd, columnAt, header: head.rows.length, rows };
}
