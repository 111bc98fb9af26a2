import { cellsOf, isWritten, keyTable, type RowCells, rowComparer } from './compare-rows.ts';
import type { Table } from './table.ts';

/** What became of one row between two versions of a file. */
export interface RowChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly key: string;
  /** What the row is called, in words for people. */
  readonly name: string;
  /** Where it stands in the later version; in the earlier one where it was removed. */
  readonly row: number;
  readonly before: RowCells | null;
  readonly after: RowCells | null;
  /** The columns in which the two differ; none for a row that was added or removed. */
  readonly columns: readonly string[];
}

/**
 * What happened to the rows of a file, in the order of the later version, then what was removed. Rows are known again
 * by their key, so that moving one changes nothing; blank lines are not told.
 */
export function compareTables(before: Table, after: Table): readonly RowChange[] {
  if (before === after) return [];
  const [left, right] = [keyTable(before), keyTable(after)];
  const compare = rowComparer(left, right);
  const changes: RowChange[] = [];
  for (const now of right.rows.values()) {
    const then = left.rows.get(now.key);
    const { key, name } = now;
    const here = { key, name, row: now.row.row };
    const columns = then === undefined ? [] : compare(then, now);
    if (then === undefined) {
      changes.push({ ...here, kind: 'added', before: null, after: cellsOf(right, now), columns });
    } else if (columns.length > 0) {
      changes.push({ ...here, kind: 'changed', before: cellsOf(left, then), after: cellsOf(right, now), columns });
    }
  }
  for (const then of left.rows.values()) {
    if (right.rows.has(then.key)) continue;
    const { key, name, row } = then;
    changes.push({ kind: 'removed', key, name, row: row.row, before: cellsOf(left, then), after: null, columns: [] });
  }
  return changes.filter(({ key }) => isWritten(key));
}
