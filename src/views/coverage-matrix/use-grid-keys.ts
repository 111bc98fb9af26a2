import { useRef, useState } from 'react';
import { type GridPosition, type GridSize, moveInGrid } from './move-in-grid.ts';

interface GridKeys {
  /** The one cell that Tab comes to. */
  readonly at: GridPosition;
  readonly grid: React.RefObject<HTMLTableElement | null>;
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
  /** Whatever is pressed or focused by other means becomes where the keyboard stands. */
  readonly onFocus: (event: React.FocusEvent) => void;
}

const pressed = ({ key, ctrlKey, metaKey }: React.KeyboardEvent): string =>
  ctrlKey || metaKey ? `Control+${key}` : key;

const cellAt = (grid: HTMLTableElement | null, { row, column }: GridPosition): HTMLElement | null =>
  grid?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ?? null;

/** The position that a cell carries; null outside the cells. */
function positionOf(target: EventTarget): GridPosition | null {
  const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row]') : null;
  const { row, column } = cell?.dataset ?? {};
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}

/** One Tab stop for a grid: the arrow keys go from cell to cell, Home, End and the page keys further. */
export function useGridKeys(size: GridSize): GridKeys {
  const grid = useRef<HTMLTableElement>(null);
  const [standing, setStanding] = useState<GridPosition>({ row: 0, column: 0 });
  const at = {
    row: Math.min(standing.row, Math.max(size.rows - 1, 0)),
    column: Math.min(standing.column, Math.max(size.columns - 1, 0)),
  };

  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.altKey) return;
    const next = moveInGrid(size, positionOf(event.target) ?? at, pressed(event));
    if (next === null) return;
    event.preventDefault();
    setStanding(next);
    cellAt(grid.current, next)?.focus();
  }

  function onFocus({ target }: React.FocusEvent): void {
    const position = positionOf(target);
    if (position !== null) setStanding(position);
  }

  return { at, grid, onKeyDown, onFocus };
}
