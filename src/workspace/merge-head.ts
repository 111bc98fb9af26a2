import { columnsIn, headerCells, sameHeader } from './compare-rows.ts';
import type { Table, TableRow } from './table.ts';

/** The first rows of a merged file, down to its header, and whose rows must be carried to its columns. */
export interface MergedHead extends Pick<Table, 'bom' | 'lineEnd' | 'columnAt'> {
  readonly rows: readonly TableRow[];
  /** Where each column stands, also those that have no name of their own. */
  readonly columns: ReadonlyMap<string, number>;
  readonly carried: ReadonlySet<'mine' | 'theirs'>;
}

/** Three versions of one file, all of them there. */
export interface ThreeVersions {
  readonly base: Table;
  readonly mine: Table;
  readonly theirs: Table;
}

/** What both have or one of them changed; mine where both did. */
const newer = <Value>(base: Value, mine: Value, theirs: Value): Value => (mine === base ? theirs : mine);

const headRows = ({ rows, header }: Table): readonly TableRow[] => rows.slice(0, header);
const headText = (table: Table): string =>
  headRows(table)
    .map((row) => row.raw)
    .join('');

type Head = Pick<MergedHead, 'rows' | 'columnAt' | 'columns'>;

const headOf = (table: Table): Head => ({
  rows: headRows(table),
  columnAt: table.columnAt,
  columns: columnsIn(table),
});

/** Mine, and behind its columns those that theirs alone has. */
function joinedHead(mine: Table, theirs: Table): Head {
  const width = headerCells(mine).length;
  const added = [...theirs.columnAt.keys()].filter((name) => !mine.columnAt.has(name));
  const columns = added.map((name, index): readonly [string, number] => [name, width + index]);
  const names = columns.map(([name, at]): readonly [number, string] => [at, name]);
  const rows = headRows(mine).map((row) => (row.row === mine.header ? { ...row, edits: new Map(names) } : row));
  return {
    rows,
    columnAt: new Map([...mine.columnAt, ...columns]),
    columns: new Map([...columnsIn(mine), ...columns]),
  };
}

/** The header of a merged file: that of whoever changed it; where both did, the columns of both. */
export function mergeHead({ base, mine, theirs }: ThreeVersions): MergedHead {
  const bom = newer(base.bom, mine.bom, theirs.bom);
  const lineEnd = newer(base.lineEnd, mine.lineEnd, theirs.lineEnd);
  if (sameHeader(mine, theirs)) {
    const from = headText(mine) === headText(base) ? theirs : mine;
    return { bom, lineEnd, ...headOf(from), carried: new Set() };
  }
  if (sameHeader(theirs, base)) return { bom, lineEnd, ...headOf(mine), carried: new Set(['theirs']) };
  if (sameHeader(mine, base)) return { bom, lineEnd, ...headOf(theirs), carried: new Set(['mine']) };
  return { bom, lineEnd, ...joinedHead(mine, theirs), carried: new Set(['mine', 'theirs']) };
}
