import {
  cellsOf,
  isWritten,
  type KeyedRow,
  type KeyedTable,
  keyTable,
  type RowCells,
  rowComparer,
} from './compare-rows.ts';
import { newReading } from './problems.ts';
import { readTable } from './read-table.ts';
import type { Table } from './table.ts';
import { tableBytes } from './write-table.ts';

/** Whose version of something is meant: the one worked on here, or the one that somebody else wrote meanwhile. */
export type Side = 'mine' | 'theirs';

/** Three versions of one file. `base` is what both began with; null where the file was not there yet. */
export interface ThreeTables {
  readonly base: Table | null;
  readonly mine: Table;
  readonly theirs: Table;
}

/** A row that is not as it was in the base. A side is null where it does not have the row. */
export interface RowDifference {
  readonly key: string;
  /** What the row is called, in words for people. */
  readonly name: string;
  /** Who changed it: `same` both in the same way, `both` each in another, which a person has to decide. */
  readonly by: Side | 'same' | 'both';
  readonly base: RowCells | null;
  readonly mine: RowCells | null;
  readonly theirs: RowCells | null;
  /** The columns in which the versions that have the row differ from each other. */
  readonly columns: readonly string[];
}

/** The three versions laid out for comparing, as they would read after being written. */
export interface ThreeLaid {
  readonly base: KeyedTable;
  readonly mine: KeyedTable;
  readonly theirs: KeyedTable;
}

/** A table as it would read after being written, so that a row's text is what it will be in the file. */
const settled = (table: Table): Table => readTable(newReading(), table.shape, table.file, tableBytes(table)) ?? table;

/** The base of a file that was not there: the header of mine, and no rows. */
const emptyBase = (mine: Table): Table => ({ ...mine, rows: mine.rows.slice(0, mine.header) });

/** Lays three versions out for comparing. */
export function layThree(tables: ThreeTables): ThreeLaid {
  const mine = settled(tables.mine);
  const base = tables.base === null ? emptyBase(mine) : settled(tables.base);
  return { base: keyTable(base), mine: keyTable(mine), theirs: keyTable(settled(tables.theirs)) };
}

type Compare = ReturnType<typeof rowComparer>;

/** How two versions of a row differ: null where only one of them has it. */
const differs = (
  compare: Compare,
  one: KeyedRow | undefined,
  other: KeyedRow | undefined,
): readonly string[] | null => {
  if (one === undefined || other === undefined) return one === other ? [] : null;
  return compare(one, other);
};

const isChanged = (columns: readonly string[] | null): boolean => columns === null || columns.length > 0;

/** One row in all three versions, who changed it, and in which columns. */
export interface RowInThree {
  readonly key: string;
  readonly base: KeyedRow | undefined;
  readonly mine: KeyedRow | undefined;
  readonly theirs: KeyedRow | undefined;
  readonly by: RowDifference['by'] | 'nobody';
  readonly columns: readonly string[];
}

/** Changes in columns that only one side has cannot meet the other's. */
const canMeet = (columns: readonly string[] | null, other: KeyedTable): boolean =>
  columns === null || columns.some((name) => other.columns.has(name));

interface Changes {
  readonly byMine: readonly string[] | null;
  readonly byTheirs: readonly string[] | null;
  readonly apart: readonly string[] | null;
}

function whoChanged({ byMine, byTheirs, apart }: Changes, { mine, theirs }: ThreeLaid): RowInThree['by'] {
  if (!isChanged(byTheirs)) return isChanged(byMine) ? 'mine' : 'nobody';
  if (!isChanged(byMine)) return 'theirs';
  if (!isChanged(apart)) return 'same';
  if (!canMeet(byTheirs, mine)) return 'mine';
  return canMeet(byMine, theirs) ? 'both' : 'theirs';
}

/** Every row of the three versions by its key, in the order of mine, then theirs. */
export function rowsInThree(laid: ThreeLaid): ReadonlyMap<string, RowInThree> {
  const { base, mine, theirs } = laid;
  const [toMine, toTheirs, between] = [rowComparer(base, mine), rowComparer(base, theirs), rowComparer(mine, theirs)];
  const keys = new Set([...mine.rows.keys(), ...theirs.rows.keys(), ...base.rows.keys()]);
  return new Map(
    [...keys].map((key): readonly [string, RowInThree] => {
      const rows = { base: base.rows.get(key), mine: mine.rows.get(key), theirs: theirs.rows.get(key) };
      const byMine = differs(toMine, rows.base, rows.mine);
      const byTheirs = differs(toTheirs, rows.base, rows.theirs);
      const apart = differs(between, rows.mine, rows.theirs);
      const columns = [...new Set([...(apart ?? []), ...(byMine ?? []), ...(byTheirs ?? [])])];
      return [key, { key, ...rows, by: whoChanged({ byMine, byTheirs, apart }, laid), columns }];
    }),
  );
}

const cellsIn = (table: KeyedTable, row: KeyedRow | undefined): RowCells | null =>
  row === undefined ? null : cellsOf(table, row);

/** The rows of a file that are no longer as they were in the base, in the order of mine, then theirs. */
export function compareThree(tables: ThreeTables): readonly RowDifference[] {
  const laid = layThree(tables);
  return [...rowsInThree(laid).values()].flatMap(({ key, base, mine, theirs, by, columns }) => {
    if (by === 'nobody' || !isWritten(key)) return [];
    const name = (mine ?? theirs ?? base)?.name ?? '';
    const cells = {
      base: cellsIn(laid.base, base),
      mine: cellsIn(laid.mine, mine),
      theirs: cellsIn(laid.theirs, theirs),
    };
    return [{ key, name, by, ...cells, columns }];
  });
}
