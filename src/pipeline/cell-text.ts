import type { CellTexts } from '#diagram/fields/field-column.ts';
import type { RowRef } from '#model/workspace.ts';
import { cellAt, type Table, type TableRow } from '#workspace/table.ts';
import type { OpenedWorkspace } from './open-workspace.ts';

interface Kept {
  readonly columnAt: Table['columnAt'];
  readonly texts: CellTexts;
}

/** A row that has not changed keeps its texts, so that whoever shows them can see that nothing is new. */
const kept = new WeakMap<TableRow, Kept>();

const NOTHING: CellTexts = () => '';

/** The texts of a row as its file holds them. Empty where the file has no such column, or the row no such cell. */
export function cellTextsAt({ tables }: Pick<OpenedWorkspace, 'tables'>, at: RowRef): CellTexts {
  const table = tables.get(at.file);
  const row = table?.rows[at.row - 1];
  if (table === undefined || row === undefined) return NOTHING;
  const { columnAt } = table;
  const known = kept.get(row);
  if (known?.columnAt === columnAt) return known.texts;
  const texts: CellTexts = (column) => {
    const place = columnAt.get(column);
    return place === undefined ? '' : cellAt(row, place);
  };
  kept.set(row, { columnAt, texts });
  return texts;
}
