import { useState } from 'react';
import { type CellAt, type GridSize, nearestCell } from './cell-range.ts';
import type { Sheet } from './grid-column.ts';
import { keepWithin, type Standing, standAt } from './standing.ts';

interface Followed<Row> {
  readonly sheet: Sheet<Row>;
  readonly rowKey: (row: Row) => string;
  readonly selectedKey: string | null;
  readonly onSelectKey: (key: string) => void;
}

interface Held<Row> {
  readonly sheet: Sheet<Row>;
  readonly selectedKey: string | null;
  readonly standing: Standing;
  /** The row and the column that are stood on, so that they are found again when rows are sorted or columns moved. */
  readonly key: string | null;
  readonly columnId: string | null;
  /** The cell to bring into sight; a new object each time. */
  readonly show: CellAt | null;
}

export interface StandingControl {
  readonly standing: Standing;
  readonly show: CellAt | null;
  /** Stands somewhere else and brings a cell into sight: the active one unless told otherwise, none for null. */
  readonly stand: (standing: Standing, show?: CellAt | null) => void;
}

export const sizeOfSheet = ({ rows, columns }: Sheet<never> | Sheet<unknown>): GridSize => ({
  rows: rows.length,
  columns: columns.length,
});

function keyAt<Row>({ sheet, rowKey }: Followed<Row>, at: number): string | null {
  const row = sheet.rows[at];
  return row === undefined ? null : rowKey(row);
}

function rowOf<Row>(followed: Followed<Row>, key: string, guess: number): number {
  if (keyAt(followed, guess) === key) return guess;
  return followed.sheet.rows.findIndex((row) => followed.rowKey(row) === key);
}

/** Where the row and the column that were stood on are now; a row chosen from outside wins. */
function findAgain<Row>(held: Held<Row>, followed: Followed<Row>): CellAt {
  const { active } = held.standing;
  const wasChosenOutside = followed.selectedKey !== held.selectedKey && followed.selectedKey !== null;
  const key = wasChosenOutside ? followed.selectedKey : held.key;
  const row = key === null ? -1 : rowOf(followed, key, active.row);
  const column = followed.sheet.columns.findIndex(({ id }) => id === held.columnId);
  return { row: row < 0 ? active.row : row, column: column < 0 ? active.column : column };
}

function follow<Row>(held: Held<Row>, followed: Followed<Row>): Held<Row> {
  const { sheet, selectedKey } = followed;
  const size = sizeOfSheet(sheet);
  const found = nearestCell(findAgain(held, followed), size);
  const { active } = held.standing;
  const areFirstRows = held.sheet.rows.length === 0 && size.rows > 0;
  const at = areFirstRows && found.row < 0 ? { ...found, row: 0 } : found;
  const hasMoved = at.row !== active.row || at.column !== active.column;
  return {
    sheet,
    selectedKey,
    standing: hasMoved ? standAt(at) : keepWithin(held.standing, size),
    key: keyAt(followed, at.row),
    columnId: sheet.columns[at.column]?.id ?? null,
    show: hasMoved ? at : held.show,
  };
}

function begin<Row>(followed: Followed<Row>): Held<Row> {
  const { sheet, selectedKey } = followed;
  const row = selectedKey === null ? 0 : Math.max(0, rowOf(followed, selectedKey, 0));
  const at = nearestCell({ row, column: 0 }, sizeOfSheet(sheet));
  const columnId = sheet.columns[at.column]?.id ?? null;
  return { sheet, selectedKey, standing: standAt(at), key: keyAt(followed, at.row), columnId, show: at };
}

/** Where the keyboard stands. It goes with its row when rows are sorted, and to the row that is chosen elsewhere. */
export function useStanding<Row>(followed: Followed<Row>): StandingControl {
  const [kept, setHeld] = useState(() => begin(followed));
  let held = kept;
  if (kept.sheet !== followed.sheet || kept.selectedKey !== followed.selectedKey) {
    held = follow(kept, followed);
    setHeld(held);
  }

  function stand(standing: Standing, show: CellAt | null = standing.active): void {
    const { row, column } = standing.active;
    const key = keyAt(followed, row);
    const columnId = followed.sheet.columns[column]?.id ?? null;
    setHeld((now) => ({ ...now, standing, key, columnId, show: show === null ? now.show : { ...show } }));
    if (key !== null && key !== followed.selectedKey) followed.onSelectKey(key);
  }

  return { standing: held.standing, show: held.show, stand };
}
