import { assertNever } from '#model/assert.ts';
import type { Problem } from '#model/finding.ts';
import { isSame } from '#model/is-same.ts';
import { type CellChange, newTable, withCells, withColumns, withoutRows, withRows } from './change-table.ts';
import { findShape } from './find-shape.ts';
import { type ReadWorkspace, readWorkspace } from './read-workspace.ts';
import { isFilled, type Memory } from './remember.ts';
import type { Table } from './table.ts';

/**
 * One change of a workspace's files. Rows are those of the workspace as the changes before have left it. Files and
 * columns that are not there yet are added; `file` sets or (null) takes away a file that is no table.
 */
export type Change =
  | { readonly kind: 'cells'; readonly file: string; readonly cells: readonly CellChange[] }
  | { readonly kind: 'add'; readonly file: string; readonly rows: readonly Readonly<Record<string, string>>[] }
  | { readonly kind: 'remove'; readonly file: string; readonly rows: readonly number[] }
  | { readonly kind: 'file'; readonly file: string; readonly bytes: Uint8Array | null };

/** What a person did, under a name that undo can show: `map 12 questions to child.ethnicity`. */
export interface Edit {
  readonly name: string;
  readonly changes: readonly Change[];
}

type Tables = Map<string, Table>;

/** The table of a file; a new one where there is none yet. Undefined for a file that no workspace has. */
function tableFor(tables: Tables, file: string): Table | undefined {
  const shape = findShape(file);
  return tables.get(file) ?? (shape === undefined ? undefined : newTable(shape, file));
}

function changeTable(table: Table, change: Exclude<Change, { kind: 'file' }>): Table {
  switch (change.kind) {
    case 'cells': {
      const named = withColumns(
        table,
        change.cells.map((cell) => cell.column),
      );
      return withCells(named, change.cells);
    }
    case 'add': {
      const named = withColumns(
        table,
        change.rows.flatMap((row) => Object.keys(row)),
      );
      return withRows(
        named,
        change.rows.map((row) => new Map(Object.entries(row))),
      );
    }
    case 'remove':
      return withoutRows(table, new Set(change.rows));
    default:
      return assertNever(change);
  }
}

function changed(before: ReadWorkspace, changes: readonly Change[]): Pick<ReadWorkspace, 'tables' | 'files'> {
  const tables = new Map(before.tables);
  const files = new Map(before.files);
  for (const change of changes) {
    if (change.kind === 'file') {
      tables.delete(change.file);
      if (change.bytes === null) files.delete(change.file);
      else files.set(change.file, change.bytes);
      continue;
    }
    const table = tableFor(tables, change.file);
    if (table !== undefined) tables.set(change.file, changeTable(table, change));
  }
  return { tables, files };
}

/** Problems of files that were refused when the workspace was opened: they are not read again, and still not there. */
function standing(before: readonly Problem[], now: readonly Problem[], known: ReadonlySet<string>): readonly Problem[] {
  return before.filter((problem) => !known.has(problem.file) && !now.some((other) => isSame(problem, other)));
}

/** Fills an empty memory with what was read of a workspace elsewhere, without reading it again. */
function remember(before: ReadWorkspace, memory: Memory): void {
  if (isFilled(memory)) return;
  const { files, shipped, tables, value, problems } = before;
  readWorkspace(files, shipped, { tables, memory, value, trusted: problems });
}

/** The workspace after some changes. Only what they touch is read again; everything else is the same value as before. */
export function applyChanges(before: ReadWorkspace, changes: readonly Change[], memory: Memory): ReadWorkspace {
  remember(before, memory);
  const { tables, files } = changed(before, changes);
  const read = readWorkspace(files, before.shipped, { tables, memory, value: before.value });
  const known = new Set([...files.keys(), ...tables.keys()]);
  return { ...read, problems: [...standing(before.problems, read.problems, known), ...read.problems] };
}
