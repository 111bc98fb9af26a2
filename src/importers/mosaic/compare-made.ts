import type { Change } from '#workspace/apply-edit.ts';
import { parseFlag } from '#workspace/cells.ts';
import type { CellChange } from '#workspace/change-table.ts';
import {
  keyIn,
  keysOf,
  type MadeRow,
  type MadeTable,
  readableKey,
  type StandingRow,
  standingRows,
  type Tables,
} from './made-table.ts';

/** One thing that is otherwise in Mosaic than in the workspace. */
export interface MosaicChange {
  readonly kind: 'added' | 'changed' | 'reworded' | 'vanished' | 'returned' | 'flagged' | 'suggested';
  /** `step type`, `question`, `answer` … */
  readonly what: string;
  readonly key: string;
  /** Empty for what was added or has vanished. */
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** A row on which mappings may hang that has been reworded, or is no longer there. */
export interface Suspect {
  readonly what: string;
  /** Its key as it stood, part by part. */
  readonly key: readonly string[];
  readonly why: string;
  /** The key's last part as it is now, where that was reworded. */
  readonly now: string | null;
}

/** What comparing one file came to. */
export interface ComparedTable {
  readonly changes: readonly Change[];
  readonly told: readonly MosaicChange[];
  readonly suspects: readonly Suspect[];
}

/** The column in which a row that Mosaic no longer has says since when. */
const GONE = 'gone_from_mosaic';
/** What changes with every publication and means nothing by itself. */
const SILENT: ReadonlySet<string> = new Set(['template_id', 'answer_id']);

const isSameCell = (one: string, other: string): boolean =>
  one === other ||
  (parseFlag(one) !== undefined && parseFlag(one) === parseFlag(other)) ||
  (one === '' && parseFlag(other) === false);

const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

const filled = (cells: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== ''));

/** The cells of a standing row that are to change. */
function cellsToChange({ cell }: StandingRow, { says, fills }: MadeRow): readonly (readonly [string, string])[] {
  const said = Object.entries(says).filter(([column, value]) => value !== '' && !isSameCell(cell(column), value));
  const empty = Object.entries(fills).filter(
    ([column, value]) => value !== '' && cell(column) === '' && (says[column] ?? '') === '',
  );
  return [...said, ...empty];
}

interface Comparing {
  readonly made: MadeTable;
  readonly keys: readonly string[];
  readonly today: string;
  readonly cells: CellChange[];
  readonly told: MosaicChange[];
  readonly suspects: Suspect[];
}

function suspect(into: Comparing, row: StandingRow, why: string, now: string | null = null): void {
  into.suspects.push({ what: into.made.what, key: into.keys.map(row.cell), why, now });
}

/** Notes one changed cell; wording that means something else makes what hangs on the row suspect. */
function change(into: Comparing, row: StandingRow, [column, after]: readonly [string, string]): void {
  const { made, keys, cells, told } = into;
  const before = row.cell(column);
  cells.push({ row: row.row, column, value: after });
  if (SILENT.has(column)) return;
  const isWording = made.wording.includes(column) && before !== '' && letters(before) !== letters(after);
  const kind = isWording ? 'reworded' : 'changed';
  told.push({ kind, what: made.what, key: readableKey(keyIn(keys, row.cell)), column, before, after });
  if (!isWording && !keys.includes(column)) return;
  const why = `${column === 'type' ? 'The type of the' : 'The'} ${made.what} was changed in Mosaic from “${before}” to “${after}” (${into.today}).`;
  suspect(into, row, why, keys.includes(column) ? after : null);
}

function keep(into: Comparing, row: StandingRow, made: MadeRow): void {
  if (row.cell(GONE) !== '') {
    into.cells.push({ row: row.row, column: GONE, value: '' });
    const key = readableKey(keyIn(into.keys, row.cell));
    into.told.push({ kind: 'returned', what: into.made.what, key, column: '', before: '', after: '' });
  }
  for (const cell of cellsToChange(row, made)) change(into, row, cell);
}

function vanish(into: Comparing, row: StandingRow): void {
  if (row.cell(GONE) !== '') return;
  const { made, keys, today } = into;
  into.cells.push({ row: row.row, column: GONE, value: today });
  const key = readableKey(keyIn(keys, row.cell));
  into.told.push({ kind: 'vanished', what: made.what, key, column: '', before: '', after: '' });
  suspect(into, row, `The ${made.what} is no longer in Mosaic (${today}).`);
}

/** Rows that are known again by Mosaic's number though their key was reworded. */
function renamed(
  { id, rows }: MadeTable,
  standing: ReadonlyMap<string, StandingRow>,
  keyOf: (row: MadeRow) => string,
): ReadonlyMap<string, MadeRow> {
  const found = new Map<string, MadeRow>();
  if (id === null) return found;
  const list = (key: string): string => key.split('\u0000')[0] ?? '';
  const taken = new Set(rows.map(keyOf));
  const free = new Map(
    [...standing].flatMap(([key, row]) =>
      taken.has(key) || row.cell(id) === '' ? [] : [[`${list(key)}\n${row.cell(id)}`, key] as const],
    ),
  );
  for (const row of rows) {
    if (standing.has(keyOf(row))) continue;
    const key = free.get(`${list(keyOf(row))}\n${row.says[id] ?? ''}`);
    if (key !== undefined && !found.has(key)) found.set(key, row);
  }
  return found;
}

/** A list of answers that the extract does not know at all is people's own, and nothing of it has vanished. */
function ownLists({ id, rows }: MadeTable, keyOf: (row: MadeRow) => string): (key: string) => boolean {
  if (id === null) return () => false;
  const lists = new Set(rows.map((row) => keyOf(row).split('\u0000')[0]));
  return (key) => !lists.has(key.split('\u0000')[0]);
}

/** Compares what extracts give for one file with what stands there, row by row. Nothing is ever taken away. */
export function compareMade(tables: Tables, made: MadeTable, today: string): ComparedTable {
  const keys = keysOf(made.file);
  const keyOf = ({ says }: MadeRow): string => keyIn(keys, (column) => says[column] ?? '');
  const standing = new Map<string, StandingRow>();
  for (const row of standingRows(tables, made.file)) {
    const key = keyIn(keys, row.cell);
    if (!standing.has(key)) standing.set(key, row);
  }
  const into: Comparing = { made, keys, today, cells: [], told: [], suspects: [] };
  const again = renamed(made, standing, keyOf);
  const isRenamed = new Set(again.values());
  const incoming = new Map(made.rows.map((row) => [keyOf(row), row]));
  const isOwn = ownLists(made, keyOf);
  for (const [key, row] of standing) {
    const known = incoming.get(key) ?? again.get(key);
    if (known !== undefined) keep(into, row, known);
    else if (made.isComplete && !isOwn(key)) vanish(into, row);
  }
  const added = [...incoming].filter(([key, row]) => !standing.has(key) && !isRenamed.has(row));
  for (const [key] of added)
    into.told.push({ kind: 'added', what: made.what, key: readableKey(key), column: '', before: '', after: '' });
  const rows = added.map(([, { says, fills, proposes }]) => ({
    ...filled(proposes),
    ...filled(fills),
    ...filled(says),
  }));
  return {
    changes: [
      ...(into.cells.length === 0 ? [] : [{ kind: 'cells', file: made.file, cells: into.cells } as const]),
      ...(rows.length === 0 ? [] : [{ kind: 'add', file: made.file, rows } as const]),
    ],
    told: into.told,
    suspects: into.suspects,
  };
}
