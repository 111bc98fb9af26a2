import type { RowRef } from '#model/workspace.ts';
import type { Change } from '#workspace/apply-edit.ts';

/** New texts for cells of the row that a value was read from, by column. */
export const setCells = (at: RowRef, values: Readonly<Record<string, string>>): Change => ({
  kind: 'cells',
  file: at.file,
  cells: Object.entries(values).map(([column, value]) => ({ row: at.row, column, value })),
});

/** Takes rows away, from whichever files they stand in. */
export function removeRows(places: readonly RowRef[]): readonly Change[] {
  const files = [...new Set(places.map((place) => place.file))];
  return files.map((file) => ({
    kind: 'remove',
    file,
    rows: places.filter((place) => place.file === file).map((place) => place.row),
  }));
}

/** The same changes with all rows of a file taken away at once and after its cells are changed: each row once. */
export function removalsLast(changes: readonly Change[]): readonly Change[] {
  const removals = changes.filter((change) => change.kind === 'remove');
  const cells = changes.filter((change) => change.kind === 'cells');
  const files = [...new Set(removals.map((change) => change.file))];
  const rowsOf = (file: string): readonly number[] =>
    removals.filter((change) => change.file === file).flatMap((change) => change.rows);
  return [
    ...cells,
    ...files.map((file): Change => ({ kind: 'remove', file, rows: [...new Set(rowsOf(file))] })),
    ...changes.filter((change) => change.kind === 'add' || change.kind === 'file'),
  ];
}

/** `1 question`, `12 questions`. */
export const counted = (count: number, one: string, several: string = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`;
