import type { DataReturn } from '#model/data-return.ts';
import type { Change, Edit } from '#workspace/apply-edit.ts';
import { counted, removalsLast } from './cells.ts';
import { type Renamed, renameInReturn } from './rename-in-return.ts';
import { type OpenedFiles, partOfReturn, type ReturnPart } from './return-files.ts';
import { cellChanges, type WrittenRow, writtenRows } from './written-rows.ts';

/** A table of a return. */
export interface ReturnTable {
  readonly dataReturn: DataReturn;
  readonly part: ReturnPart;
}

/** New texts of a row of a return's table, by column. */
export interface ReturnCells {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** What is written into a table in one step: cells of rows that stand there, and rows at its end. */
export interface ReturnBlock {
  readonly changed: readonly ReturnCells[];
  readonly added: readonly Readonly<Record<string, string>>[];
}

/** The rows of a return's table, those included that could not be read. */
export const returnRows = (opened: OpenedFiles, { dataReturn, part }: ReturnTable): readonly WrittenRow[] =>
  writtenRows(opened, partOfReturn(opened, dataReturn, part));

/** The column by which other rows name those of a table. Rules are named by nobody. */
const KEYS: Readonly<Record<ReturnPart, string>> = { events: 'event', codes: 'code_set', items: 'item', rules: '' };

const WORDS: Readonly<Record<ReturnPart, string>> = { events: 'event', codes: 'code', items: 'item', rules: 'rule' };

/** The keys that stand in no row any more once some cells are written, and what stands in their place. */
function renamesIn(rows: readonly WrittenRow[], column: string, changed: readonly ReturnCells[]): readonly Renamed[] {
  const before = new Map(rows.map((row) => [row.at.row, row.cell(column).trim()]));
  const after = new Map(before);
  for (const { row, cells } of changed) {
    const now = cells[column];
    if (now !== undefined) after.set(row, now.trim());
  }
  const [then, now] = [new Set(before.values()), new Set(after.values())];
  const moved = new Map(
    [...before].flatMap(([row, from]): readonly (readonly [string, string])[] => [[from, after.get(row) ?? '']]),
  );
  return [...moved]
    .map(([from, to]) => ({ from, to }))
    .filter(({ from, to }) => from !== '' && to !== '' && from !== to && !now.has(from) && !then.has(to));
}

function nameOf({ dataReturn, part }: ReturnTable, { changed, added }: ReturnBlock): string {
  const of = dataReturn.name || dataReturn.id;
  const verb = changed.length === 0 ? 'add' : 'change';
  const to = changed.length === 0 ? 'to' : 'of';
  return `${verb} ${counted(changed.length + added.length, WORDS[part])} ${to} ${of}`;
}

/** Writes into a table of a council's own return; rows that name what is renamed name it by its new key. */
export function writeReturnRows(opened: OpenedFiles, table: ReturnTable, block: ReturnBlock): Edit {
  const file = partOfReturn(opened, table.dataReturn, table.part);
  const column = KEYS[table.part];
  const cells = block.changed.flatMap(({ row, cells }) =>
    Object.entries(cells).map(([name, value]) => ({ at: { file, row }, column: name, value })),
  );
  const renames = column === '' ? [] : renamesIn(returnRows(opened, table), column, block.changed);
  const added: readonly Change[] = block.added.length === 0 ? [] : [{ kind: 'add', file, rows: block.added }];
  const followers = renames.flatMap((renamed) => renameInReturn(opened, table, renamed));
  return { name: nameOf(table, block), changes: removalsLast([...cellChanges(cells), ...followers, ...added]) };
}

/** Takes rows of a table of a council's own return away. */
export function removeReturnRows(opened: OpenedFiles, table: ReturnTable, rows: readonly number[]): Edit {
  const of = table.dataReturn.name || table.dataReturn.id;
  return {
    name: `remove ${counted(rows.length, WORDS[table.part])} of ${of}`,
    changes: [{ kind: 'remove', file: partOfReturn(opened, table.dataReturn, table.part), rows }],
  };
}

/** Calls a set of codes otherwise, in every row that names it. */
export function renameCodeSet(opened: OpenedFiles, dataReturn: DataReturn, { from, to }: Renamed): Edit {
  const table: ReturnTable = { dataReturn, part: 'codes' };
  const rows = returnRows(opened, table).filter((row) => row.cell('code_set').trim() === from);
  const changed = rows.map((row) => ({ row: row.at.row, cells: { code_set: to } }));
  const { changes } = writeReturnRows(opened, table, { changed, added: [] });
  return { name: `rename the set of codes ${from} to ${to}`, changes };
}
