import type { Applying } from './apply-to-range.ts';
import { type CellRange, sizeOf } from './cell-range.ts';
import { copyRange } from './copy-range.ts';
import { countOf } from './describe-changes.ts';
import type { Sheet } from './grid-column.ts';
import { toHtmlTable } from './html-table.ts';
import { formatTsv, parseTsv } from './tsv.ts';

interface Clipped<Row> {
  readonly sheet: Sheet<Row>;
  readonly range: CellRange;
  readonly applying: Applying;
  readonly isEditing: boolean;
  readonly say: (message: string) => void;
}

export interface ClipboardHandlers {
  readonly onCopy: (event: React.ClipboardEvent) => void;
  readonly onCut: (event: React.ClipboardEvent) => void;
  readonly onPaste: (event: React.ClipboardEvent) => void;
}

/** Copy, cut and paste of the chosen range, as text for spreadsheets and as a table. An editor has its own. */
export function clipboardOf<Row>({ sheet, range, applying, isEditing, say }: Clipped<Row>): ClipboardHandlers {
  function put(event: React.ClipboardEvent): boolean {
    if (isEditing || range.top < 0) return false;
    const block = copyRange(sheet, range);
    event.clipboardData.setData('text/plain', formatTsv(block));
    event.clipboardData.setData('text/html', toHtmlTable(block));
    event.preventDefault();
    return true;
  }

  return {
    onCopy: (event) => {
      const { rows, columns } = sizeOf(range);
      if (put(event)) say(`Copied ${countOf(rows * columns, 'cell')}.`);
    },
    onCut: (event) => {
      if (put(event)) applying.clear('Cut');
    },
    onPaste: (event) => {
      if (isEditing) return;
      event.preventDefault();
      applying.paste(parseTsv(event.clipboardData.getData('text/plain')));
    },
  };
}
