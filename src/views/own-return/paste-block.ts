import type { Block } from '#views/grid/tsv.ts';
import type { EditBlock, EditColumn, EditRow, RowCells } from './edit-column.ts';

/** Where a block from a spreadsheet is put: its upper left cell. A row behind the last is a new one. */
export interface PasteAt {
  readonly row: number;
  readonly column: number;
}

/** What spreadsheets put above their rows is no row. */
function isHead(cells: readonly string[], columns: readonly EditColumn[]): boolean {
  const said = cells.map((cell) => cell.trim().toLowerCase()).filter((cell) => cell !== '');
  const names = new Set(columns.flatMap(({ name, label }) => [name, label.toLowerCase()]));
  return said.length > 1 && said.every((cell) => names.has(cell));
}

/** The cells that a block from a spreadsheet changes, and the rows that it adds. `fixed` is what every new row holds. */
export function pasteBlock(
  { columns, rows }: { readonly columns: readonly EditColumn[]; readonly rows: readonly EditRow[] },
  at: PasteAt,
  block: Block,
  fixed: RowCells,
): EditBlock {
  const [first = [], ...rest] = block;
  const lines = (isHead(first, columns) ? rest : block).filter((line) => line.some((cell) => cell.trim() !== ''));
  const cellsOf = (line: readonly string[]): RowCells =>
    Object.fromEntries(
      line.flatMap((cell, index): readonly (readonly [string, string])[] => {
        const column = columns[at.column + index];
        return column === undefined ? [] : [[column.name, cell.trim()]];
      }),
    );
  const written = lines.map((line, index) => ({ standing: rows[at.row + index], cells: cellsOf(line) }));
  return {
    changed: written.flatMap(({ standing, cells }) => (standing === undefined ? [] : [{ row: standing.row, cells }])),
    added: written.flatMap(({ standing, cells }) => (standing === undefined ? [{ ...fixed, ...cells }] : [])),
  };
}
