import { compareTables, type RowChange } from '#workspace/compare-tables.ts';
import { compareThree, type RowDifference, type Side, type ThreeTables } from '#workspace/compare-three.ts';
import { mergeTables } from '#workspace/merge-tables.ts';
import { newReading } from '#workspace/problems.ts';
import { readTable } from '#workspace/read-table.ts';
import type { Table } from '#workspace/table.ts';
import { tableBytes } from '#workspace/write-table.ts';
import { fileBytes, filePaths, type OpenFiles, type SavedFiles } from './write-files.ts';

/** A file that somebody else changed on disk since it was opened or saved. null: it was not there, or is not now. */
export interface DiskChange {
  readonly file: string;
  readonly base: Uint8Array | null;
  readonly disk: Uint8Array | null;
}

/** How a file on disk stands against the one worked on: row by row, or only as a whole where it is no table. */
export type FileDifference =
  | { readonly kind: 'rows'; readonly file: string; readonly rows: readonly RowDifference[] }
  | { readonly kind: 'whole'; readonly file: string; readonly isGone: boolean };

/** What a person chose: per row that both changed, and per file that can only be taken whole. */
export interface MergeChoices {
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, Side>>;
  readonly files: ReadonlyMap<string, Side>;
}

const NO_ROWS: ReadonlyMap<string, Side> = new Map();

/** The three versions as tables; null where one of them cannot be read as one. */
function threeTables(mine: Table | undefined, { file, base, disk }: DiskChange): ThreeTables | null {
  if (mine === undefined || disk === null) return null;
  const read = (bytes: Uint8Array): Table | null => readTable(newReading(), mine.shape, file, bytes);
  const theirs = read(disk);
  return theirs === null ? null : { base: base === null ? null : read(base), mine, theirs };
}

/** What differs between the workspace and the disk, in the order of the changes, for a person to look at and choose. */
export function compareWithDisk(opened: OpenFiles, changes: readonly DiskChange[]): readonly FileDifference[] {
  return changes.map((change): FileDifference => {
    const { file, disk } = change;
    const tables = threeTables(opened.tables.get(file), change);
    if (tables === null) return { kind: 'whole', file, isGone: disk === null };
    return { kind: 'rows', file, rows: compareThree(tables) };
  });
}

/** How many rows and whole files a person has still to choose. */
export function leftToChoose(differences: readonly FileDifference[], { rows, files }: MergeChoices): number {
  const counts = differences.map((difference) => {
    if (difference.kind === 'whole') return files.has(difference.file) ? 0 : 1;
    const chosen = rows.get(difference.file) ?? NO_ROWS;
    return difference.rows.filter(({ by, key }) => by === 'both' && !chosen.has(key)).length;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * The changed files joined with the workspace's own, as they are to be opened and saved; null for one that is to be
 * gone. What nobody chose is taken from the workspace.
 */
export function mergeWithDisk(
  opened: OpenFiles,
  changes: readonly DiskChange[],
  choices: MergeChoices,
): ReadonlyMap<string, Uint8Array | null> {
  return new Map(
    changes.map((change): readonly [string, Uint8Array | null] => {
      const { file, disk } = change;
      const tables = threeTables(opened.tables.get(file), change);
      if (tables !== null) return [file, tableBytes(mergeTables(tables, choices.rows.get(file) ?? NO_ROWS))];
      return [file, choices.files.get(file) === 'theirs' ? disk : fileBytes(opened, file)];
    }),
  );
}

/** The files of a workspace with some of them exchanged, ready to be opened; null takes a file out. */
export function withFiles(files: SavedFiles, exchanged: ReadonlyMap<string, Uint8Array | null>): SavedFiles {
  const result = new Map(files);
  for (const [file, bytes] of exchanged) {
    if (bytes === null) result.delete(file);
    else result.set(file, bytes);
  }
  return result;
}

/** What became of one file between two states of a workspace. A file that is no table has no rows to tell of. */
export interface FileChange {
  readonly file: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly rows: readonly RowChange[];
}

/** True where two files hold the same bytes. */
export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one === other || (one.length === other.length && one.every((byte, at) => byte === other[at]));

const withoutRowsOf = (table: Table): Table => ({ ...table, rows: table.rows.slice(0, table.header) });

function rowsBetween(then: Table | undefined, now: Table | undefined): readonly RowChange[] {
  if (now !== undefined) return compareTables(then ?? withoutRowsOf(now), now);
  return then === undefined ? [] : compareTables(then, withoutRowsOf(then));
}

function changeOf(file: string, before: OpenFiles, now: OpenFiles): FileChange | null {
  const [then, table] = [before.tables.get(file), now.tables.get(file)];
  const [old, bytes] = [before.files.get(file), now.files.get(file)];
  const was = then !== undefined || old !== undefined;
  const is = table !== undefined || bytes !== undefined;
  const rows = rowsBetween(then, table);
  if (was !== is) return { file, kind: is ? 'added' : 'removed', rows };
  if (then !== undefined && table !== undefined) return rows.length === 0 ? null : { file, kind: 'changed', rows };
  return old !== undefined && bytes !== undefined && sameBytes(old, bytes) ? null : { file, kind: 'changed', rows };
}

/** What changed between two states of a workspace, file by file: since the last save, or since a saved state. */
export const compareWorkspaces = (before: OpenFiles, now: OpenFiles): readonly FileChange[] =>
  [...new Set([...filePaths(before), ...filePaths(now)])].flatMap((file) => changeOf(file, before, now) ?? []);
