import { assertNever } from '#model/assert.ts';
import type { DataReturn } from '#model/data-return.ts';
import type { Change } from '#workspace/apply-edit.ts';
import { CODES, EVENTS, REVIEWS } from '#workspace/shapes-mappings.ts';
import { type OpenedFiles, partOfReturn, type ReturnPart } from './return-files.ts';
import { type CellEdit, cellChanges, type WrittenRow, writtenRows } from './written-rows.ts';

/** A key of a return, before and after. */
export interface Renamed {
  readonly from: string;
  readonly to: string;
}

/** What a rename happens in: whose key it is, and whether another return has it too, so that rows serve both. */
interface Renaming extends Renamed {
  readonly opened: OpenedFiles;
  readonly dataReturn: DataReturn;
  readonly isShared: boolean;
}

/** Rows of one file that may name a key: by which columns they are told apart, and how they read under the new key. */
interface Naming {
  readonly file: string;
  readonly columns: readonly string[];
  readonly keys: readonly string[];
  /** The cells that read otherwise; null where the row does not name the key. */
  readonly renamed: (row: WrittenRow) => Readonly<Record<string, string>> | null;
}

/** Rows that other returns share are copied under the new key; others are written under it, or go where it stands already. */
function renameShared({ opened, isShared }: Renaming, { file, columns, keys, renamed }: Naming): readonly Change[] {
  const rows = writtenRows(opened, file);
  const keyOf = (cell: (column: string) => string): string => keys.map((key) => cell(key).trim()).join('\n');
  const standing = new Set(rows.map((row) => keyOf(row.cell)));
  const cells: CellEdit[] = [];
  const added: Readonly<Record<string, string>>[] = [];
  const removed: number[] = [];
  for (const row of rows) {
    const change = renamed(row);
    if (change === null) continue;
    const now = new Map([...columns.map((column) => [column, row.cell(column)] as const), ...Object.entries(change)]);
    const isThere = standing.has(keyOf((column) => now.get(column) ?? ''));
    if (isShared && !isThere) added.push(Object.fromEntries(now));
    else if (!isShared && isThere) removed.push(row.at.row);
    else if (!isShared) cells.push(...Object.entries(change).map(([column, value]) => ({ at: row.at, column, value })));
  }
  return [
    ...cellChanges(cells),
    ...(removed.length === 0 ? [] : [{ kind: 'remove', file, rows: removed } as const]),
    ...(added.length === 0 ? [] : [{ kind: 'add', file, rows: added } as const]),
  ];
}

/** Rows whose cell is the key. */
const byCell =
  (column: string, { from, to }: Renamed): Naming['renamed'] =>
  (row) =>
    row.cell(column).trim() === from ? { [column]: to } : null;

const columnsOf = (shape: { readonly columns: readonly { readonly name: string }[] }): readonly string[] =>
  shape.columns.map(({ name }) => name);

const coded = (key: string): string => key.replaceAll('|', '%7C');

/** Where a finding of a kind names a key: the kinds, and which part of its id. */
interface InFindings {
  readonly kinds: RegExp;
  readonly part: number;
}

/** Decisions about findings whose ids name the key. */
const inFindings = ({ from, to }: Renamed, places: readonly InFindings[]): Naming => ({
  file: REVIEWS.file,
  columns: columnsOf(REVIEWS),
  keys: ['finding'],
  renamed: (row) => {
    const parts = row.cell('finding').trim().split('|');
    const place = places.find(({ kinds, part }) => kinds.test(parts[0] ?? '') && parts[part] === coded(from));
    if (place === undefined) return null;
    return { finding: parts.map((part, at) => (at === place.part ? coded(to) : part)).join('|') };
  },
});

/** Cells of the return's own tables that are the key. */
function inOwn({ opened, dataReturn, from, to }: Renaming, part: ReturnPart, column: string): readonly Change[] {
  const rows = writtenRows(opened, partOfReturn(opened, dataReturn, part));
  const naming = rows.filter((row) => row.cell(column).trim() === from);
  return cellChanges(naming.map(({ at }) => ({ at, column, value: to })));
}

/** Rules list the items that they are about. */
function inRules({ opened, dataReturn, from, to }: Renaming): readonly Change[] {
  const rows = writtenRows(opened, partOfReturn(opened, dataReturn, 'rules'));
  const cells = rows.flatMap(({ at, cell }): readonly CellEdit[] => {
    const items = cell('items')
      .split(';')
      .map((item) => item.trim());
    if (!items.includes(from)) return [];
    return [{ at, column: 'items', value: items.map((item) => (item === from ? to : item)).join('; ') }];
  });
  return cellChanges(cells);
}

function hasKey(one: DataReturn, part: ReturnPart, key: string): boolean {
  if (part === 'events') return one.events.some(({ id }) => id === key);
  if (part === 'codes') return one.codes.some(({ codeSet }) => codeSet === key);
  return one.items.some(({ id }) => id === key);
}

const OF_ITEMS: readonly InFindings[] = [
  { kinds: /^coverage\/(?:item-.*|optional-source)$/u, part: 1 },
  { kinds: /^codes\/(?:unreachable|type-mismatch)$/u, part: 1 },
];

/** Changes of all rows that name a key of a return which is called otherwise now, but for the key's own row. */
export function renameInReturn(
  opened: OpenedFiles,
  { dataReturn, part }: { readonly dataReturn: DataReturn; readonly part: ReturnPart },
  { from, to }: Renamed,
): readonly Change[] {
  const isShared = opened.value.returns.some((one) => one.id !== dataReturn.id && hasKey(one, part, from));
  const renaming: Renaming = { opened, dataReturn, from, to, isShared };
  switch (part) {
    case 'events':
      return [
        ...inOwn(renaming, 'items', 'event'),
        ...renameShared(renaming, {
          file: EVENTS.file,
          columns: columnsOf(EVENTS),
          keys: columnsOf(EVENTS),
          renamed: byCell('event', renaming),
        }),
        ...renameShared(renaming, inFindings(renaming, [{ kinds: /^coverage\/item-/u, part: 2 }])),
      ];
    case 'codes':
      return [
        ...inOwn(renaming, 'items', 'code_set'),
        ...renameShared(renaming, {
          file: CODES.file,
          columns: columnsOf(CODES),
          keys: ['lookup', 'answer', 'code_set', 'code'],
          renamed: byCell('code_set', renaming),
        }),
        ...renameShared(renaming, inFindings(renaming, [{ kinds: /^codes\/(?:gap|retired)$/u, part: 3 }])),
      ];
    case 'items':
      return [...inRules(renaming), ...renameShared(renaming, inFindings(renaming, OF_ITEMS))];
    case 'rules':
      return [];
    default:
      return assertNever(part);
  }
}
