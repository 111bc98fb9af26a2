import type { FieldColumn } from '#diagram/fields/field-column.ts';
import { SHORT_HASH_LENGTH, shortHash } from '#model/short-hash.ts';
import type { RowRef } from '#model/workspace.ts';

/** What a column's cells hold, which says how they are written and read back. */
export type Holds = 'text' | 'number' | 'flag' | 'day' | 'word' | 'words' | 'list';

/** One column of a sheet: part of what a row is called by, for people to write in, or worked out. */
export interface SheetColumn {
  readonly title: string;
  readonly role: 'key' | 'edit' | 'shown';
  readonly holds: Holds;
  /** The column of the workspace's file that it is written to; null where it is worked out. */
  readonly cell: string | null;
  /** The closed list of words it takes; of several files' keys where it refers to something. Empty: anything. */
  readonly words: readonly string[];
  /** In letters. */
  readonly width: number;
  readonly isWrapped: boolean;
  readonly note: string;
  /** For part of a key: the column of the file that it is taken from, and so follows when that is edited. */
  readonly follows?: string;
}

/** One row as it is written into a workbook. */
export interface SheetRow {
  /** Where it stands in the workspace; null where accepting an edit adds a row. */
  readonly at: RowRef | null;
  /** A text for every column; days as ISO dates. */
  readonly cells: readonly string[];
  /** Stands for the cells as they were exported; empty where nothing of the sheet comes back. */
  readonly mark: string;
}

/** One sheet of the workbook. */
export interface Sheet {
  readonly name: string;
  /** The file of the workspace that edits of it change; empty where none comes back. */
  readonly file: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
}

/** The header of the hidden column that tells edited cells from those as they were exported. */
export const markTitle = (sheet: string): string => keyTitle(`${sheet} as exported`);

/** What a spreadsheet can hold in one cell. */
const LONGEST = 32_767;

const CUT = ' … (cut: too long for a cell)';

/** A text as a cell holds it: line ends are line feeds, and what is too long is cut and says so. */
export function cellOf(text: string): string {
  const lines = text.includes('\r') ? text.replaceAll(/\r\n?/gu, '\n') : text;
  if (lines.length <= LONGEST) return lines;
  const end = LONGEST - CUT.length;
  // Half a character cannot be written.
  const isSplit = /[\uD800-\uDBFF]/u.test(lines.charAt(end - 1));
  return (lines.slice(0, isSplit ? end - 1 : end) + CUT).padEnd(LONGEST, ' ');
}

const EMPTY = '-'.repeat(SHORT_HASH_LENGTH);

const letterOf = (cell: string): string => (cell === '' ? EMPTY : shortHash(cell));

/** What stands for a row as it is exported: its key, then each cell that people may write in. */
export function markOf(columns: readonly Pick<SheetColumn, 'role'>[], cells: readonly string[]): string {
  const of = (role: SheetColumn['role']): readonly string[] => cells.filter((_, at) => columns[at]?.role === role);
  return [shortHash(of('key').join('\n')), ...of('edit').map(letterOf)].join('');
}

/** Letters of a width in CSS pixels. */
const lettersOf = (pixels: number): number => Math.max(8, Math.round(pixels / 7));

/** A column before its texts: what people write and how it is shown. */
export interface Titled<Row> extends SheetColumn {
  readonly text: (row: Row) => string;
}

function holdsOf<Row>({ kind, list, words }: FieldColumn<Row>): Holds {
  if (kind === 'flag' || kind === 'number') return kind;
  if (list === true) return words === undefined ? 'list' : 'words';
  return words === undefined ? 'text' : 'word';
}

/** A column of the app's tables as one of a sheet; `keys` are those by which rows are known again. */
export function fromField<Row>(column: FieldColumn<Row>, keys: readonly string[]): Titled<Row> {
  const role = keys.includes(column.id) ? 'key' : column.cell === null ? 'shown' : 'edit';
  return {
    title: role === 'key' ? keyTitle(column.title) : column.title,
    role,
    holds: holdsOf(column),
    cell: column.cell,
    words: column.words ?? [],
    width: lettersOf(column.width),
    isWrapped: column.kind === 'words',
    note: role === 'key' ? '' : column.description,
    text: column.text,
  };
}

const LEAVE = ' – do not change';

/** The header of a column by which rows are known. */
export const keyTitle = (title: string): string => `${title}${LEAVE}`;

/** A header without what it says beside its title. */
export const plainTitle = (title: string): string => title.replace(LEAVE, '');

/** A column that is worked out. */
export const shownColumn = <Row>(
  title: string,
  width: number,
  text: (row: Row) => string,
  more: Partial<SheetColumn> = {},
): Titled<Row> => ({
  title,
  role: 'shown',
  holds: 'text',
  cell: null,
  words: [],
  width,
  isWrapped: false,
  note: '',
  ...more,
  text,
});

/** A column that people write in, or by which a row is known. */
export const ownColumn = <Row>(
  cell: string,
  title: string,
  text: (row: Row) => string,
  more: Partial<SheetColumn>,
): Titled<Row> => ({ ...shownColumn(title, 12, text), role: 'edit', cell, ...more });

/** What a sheet is made from. */
export interface SheetFrom<Row> extends Pick<Sheet, 'name' | 'file'> {
  readonly columns: readonly Titled<Row>[];
  readonly rows: readonly Row[];
  readonly at: (row: Row) => RowRef | null;
}

/** Writes rows as a sheet. */
export function sheetOf<Row>({ name, file, columns, rows, at }: SheetFrom<Row>): Sheet {
  const written = rows.map((row): SheetRow => {
    const cells = columns.map((column) => cellOf(column.text(row)));
    return { at: at(row), cells, mark: file === '' ? '' : markOf(columns, cells) };
  });
  return { name, file, columns, rows: written };
}
