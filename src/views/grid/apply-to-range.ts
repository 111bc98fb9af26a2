import { type CellRange, cellsOf } from './cell-range.ts';
import { countOf, describeChanges, describeClipped } from './describe-changes.ts';
import type { Filling } from './fill-range.ts';
import { gatherChanges } from './gather-changes.ts';
import { type GridChange, type GridEditKind, isEditable, type Sheet, valueOf } from './grid-column.ts';
import { type CellText, spreadBlock } from './spread-block.ts';
import { rangeOf, standInRange } from './standing.ts';
import type { Block } from './tsv.ts';
import { type StandingControl, sizeOfSheet } from './use-standing.ts';

interface Applied<Row> {
  readonly sheet: Sheet<Row>;
  readonly control: StandingControl;
  readonly say: (message: string) => void;
  readonly onEdit: (changes: readonly GridChange<Row>[], kind: GridEditKind) => void;
}

/** Edits of many cells at once, each said in a sentence afterwards. */
export interface Applying {
  readonly paste: (block: Block) => void;
  readonly fill: (fillings: readonly Filling[]) => void;
  readonly clear: (done: string) => void;
  /** Yes and no change places in the flags of the range. */
  readonly toggle: () => void;
  readonly setFlag: (text: string) => void;
}

function* textsOfFill<Row>({ rows, columns }: Sheet<Row>, fillings: readonly Filling[]): Iterable<CellText> {
  for (const { at, from } of fillings) {
    const row = rows[from.row];
    const column = columns[from.column];
    if (row !== undefined && column !== undefined) yield { at, text: valueOf(column, row) };
  }
}

const isFlagAt = <Row>({ columns }: Sheet<Row>, column: number): boolean => columns[column]?.kind === 'flag';

/** Whether every flag of a range that may be changed says yes. */
function allSayYes<Row>(sheet: Sheet<Row>, range: CellRange): boolean {
  return cellsOf(range).every(({ row: at, column: place }) => {
    const row = sheet.rows[at];
    const column = sheet.columns[place];
    if (row === undefined || column === undefined || column.kind !== 'flag') return true;
    return !isEditable(sheet, column, row) || valueOf(column, row) === 'Y';
  });
}

/** What pasting, filling and clearing do to the chosen range. */
export function applyingTo<Row>({ sheet, control, say, onEdit }: Applied<Row>): Applying {
  const range = rangeOf(control.standing);

  function apply(texts: Iterable<CellText>, done: string, kind: GridEditKind, more = ''): void {
    const gathered = gatherChanges(sheet, texts);
    if (gathered.changes.length > 0) onEdit(gathered.changes, kind);
    say(`${describeChanges(done, gathered)}${more}`);
  }

  function setFlag(text: string): void {
    const flags = cellsOf(range).filter(({ row, column }) => row >= 0 && isFlagAt(sheet, column));
    apply(
      flags.map((at) => ({ at, text })),
      text === 'Y' ? 'Yes in' : 'No in',
      'type',
    );
  }

  function paste(block: Block): void {
    if (range.top < 0) return;
    const spread = spreadBlock(block, range, sizeOfSheet(sheet));
    if (spread === null) return;
    apply(spread.cells, 'Pasted', 'paste', describeClipped(spread.clippedRows, spread.clippedColumns));
    const { top: row, left: column } = spread.into;
    control.stand(standInRange(spread.into, { row, column }), null);
  }

  return {
    paste,
    fill: (fillings) => {
      if (fillings.length === 0) say('There is nothing beside these cells to fill from.');
      else apply(textsOfFill(sheet, fillings), 'Filled', 'fill');
    },
    clear: (done) => {
      if (range.top >= 0)
        apply(
          cellsOf(range).map((at) => ({ at, text: '' })),
          done,
          'clear',
        );
    },
    toggle: () => setFlag(allSayYes(sheet, range) ? 'N' : 'Y'),
    setFlag,
  };
}

export const describeRange = (range: CellRange): string => {
  const rows = range.bottom - range.top + 1;
  const columns = range.right - range.left + 1;
  return `${countOf(rows * columns, 'cell')} chosen: ${countOf(rows, 'row')}, ${countOf(columns, 'column')}`;
};
