import { newReading } from '#workspace/problems.ts';
import { readTable } from '#workspace/read-table.ts';
import type { Table } from '#workspace/table.ts';
import { sameBytes } from './compare-files.ts';
import type { Change } from './edit-workspace.ts';
import { fileBytes, filePaths, type OpenFiles, type SavedFiles } from './write-files.ts';

const isSame = (one: Uint8Array | null, other: Uint8Array | null): boolean =>
  one === null || other === null ? one === other : sameBytes(one, other);

/** The changes that make a workspace what some files say, file by file; null takes a file away. */
export function changesTo(now: OpenFiles, files: ReadonlyMap<string, Uint8Array | null>): readonly Change[] {
  return [...files].flatMap(([file, bytes]): readonly Change[] =>
    isSame(fileBytes(now, file), bytes) ? [] : [{ kind: 'file', file, bytes }],
  );
}

/** The changes that make a workspace what it was in a saved state, and nothing besides. */
export function changesToState(now: OpenFiles, state: SavedFiles): readonly Change[] {
  const gone = filePaths(now).filter((path) => !state.has(path));
  return changesTo(now, new Map<string, Uint8Array | null>([...state, ...gone.map((path) => [path, null] as const)]));
}

/** The files of a saved state read as far as comparing needs it: those that are as they are in another are taken from it. */
export function readSaved(
  state: SavedFiles,
  beside: { readonly files: SavedFiles; readonly opened: OpenFiles },
): OpenFiles {
  const { files, opened } = beside;
  const tables = [...state].flatMap(([path, bytes]): readonly (readonly [string, Table])[] => {
    const table = opened.tables.get(path);
    const other = files.get(path);
    if (table === undefined) return [];
    if (other !== undefined && sameBytes(bytes, other)) return [[path, table]];
    const read = readTable(newReading(), table.shape, path, bytes);
    return read === null ? [] : [[path, read]];
  });
  return { files: state, tables: new Map(tables) };
}
