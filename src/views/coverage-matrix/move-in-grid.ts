/** Where the keyboard stands in a grid: row and column, each from 0. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

/** How many rows and columns a grid has; neither is 0. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

const PAGE = 10;

const within = (position: GridPosition, { rows, columns }: GridSize): GridPosition => ({
  row: Math.min(Math.max(position.row, 0), rows - 1),
  column: Math.min(Math.max(position.column, 0), columns - 1),
});

type Move = (at: GridPosition, size: GridSize) => GridPosition;

const MOVES: Readonly<Record<string, Move>> = {
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  PageDown: ({ row, column }) => ({ row: row + PAGE, column }),
  PageUp: ({ row, column }) => ({ row: row - PAGE, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
  'Control+Home': () => ({ row: 0, column: 0 }),
  'Control+End': (_, { rows, columns }) => ({ row: rows - 1, column: columns - 1 }),
};

/** Where a key leads in a grid, which ends at its edges; null: not one of these keys. `key` may begin with `Control+`. */
export function moveInGrid(size: GridSize, at: GridPosition, key: string): GridPosition | null {
  const move = MOVES[key];
  return move === undefined || size.rows === 0 || size.columns === 0 ? null : within(move(at, size), size);
}
