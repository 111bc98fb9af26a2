import { SHORT_HASH_LENGTH } from '#model/short-hash.ts';
import { textOfCell } from './cell-words.ts';
import type { FoundSheet } from './find-sheet.ts';
import type { KnownColumn, KnownSheet, Marking } from './known-sheet.ts';
import type { ReadCell } from './read-workbook.ts';

/** A row of a sheet of the file, its cells in the order of the known columns. */
export interface FileRow {
  /** From 0. */
  readonly at: number;
  /** Undefined for a column that the sheet does not have. */
  readonly cells: readonly (ReadCell | undefined)[];
  readonly texts: readonly string[];
  readonly key: readonly string[];
  /** True where the hidden column still stands beside the row that it was written for. */
  readonly isMarked: boolean;
  /** For each known column, whether people wrote into its cell since it was exported; true where nobody can tell. */
  readonly isWritten: readonly boolean[];
  /** What stands for the row as it was exported. */
  readonly mark: string;
}

export const keyIn = (columns: readonly KnownColumn[], texts: readonly string[]): readonly string[] =>
  texts.filter((_, at) => columns[at]?.role === 'key').map((text) => text.trim());

/** The part of a mark that stands for the key (0), or for one of the columns that people write in. */
export const markPart = (mark: string, at: number): string =>
  mark.slice(at * SHORT_HASH_LENGTH, (at + 1) * SHORT_HASH_LENGTH);

/** For each column which part of a mark stands for it; 0 for those that people do not write in. */
export const markPlaces = (columns: readonly KnownColumn[]): readonly number[] => {
  let last = 0;
  return columns.map(({ role }) => {
    if (role !== 'edit') return 0;
    last += 1;
    return last;
  });
};

/** The rows below the header that hold anything in the columns that are known. */
export function fileRows({ columns }: KnownSheet, found: FoundSheet, { markOf }: Marking): readonly FileRow[] {
  const { sheet, header, places, markAt } = found;
  const parts = markPlaces(columns);
  return sheet.rows.slice(header + 1).flatMap((row, index): readonly FileRow[] => {
    const cells = places.map((place) => (place === null ? undefined : (row[place] ?? null)));
    const texts = cells.map((cell) => (cell === undefined ? '' : textOfCell(cell)));
    if (texts.every((text) => text.trim() === '')) return [];
    const mark = markAt === null ? '' : textOfCell(row[markAt] ?? null);
    const now = markOf(columns, texts);
    const isMarked = mark.length === now.length && markPart(mark, 0) === markPart(now, 0);
    const isWritten = columns.map((_, at) => {
      const part = parts[at] ?? 0;
      return !isMarked || markPart(mark, part) !== markPart(now, part);
    });
    return [{ at: header + 1 + index, cells, texts, key: keyIn(columns, texts), isMarked, isWritten, mark }];
  });
}

/** True where nobody has written into any cell of the row. */
export const isUntouched = ({ cells, isWritten, isMarked }: FileRow): boolean =>
  isMarked && !isWritten.some((written, at) => written && cells[at] !== undefined);
