import type { Sheet } from './grid-column.ts';
import { standAt, wholeColumns } from './standing.ts';
import type { KeyboardFlag } from './use-grid-focus.ts';
import { type StandingControl, sizeOfSheet } from './use-standing.ts';

interface Acting<Row> {
  readonly sheet: Sheet<Row>;
  readonly control: StandingControl;
  readonly keyboard: KeyboardFlag;
  readonly setMenu: (id: string | null) => void;
}

export interface HeadActions {
  readonly openMenu: (column: number | null) => void;
  readonly selectColumn: (column: number) => void;
  readonly selectAll: () => void;
}

/** What the headings do to where the keyboard stands. */
export function headActions<Row>({ sheet, control, keyboard, setMenu }: Acting<Row>): HeadActions {
  const size = sizeOfSheet(sheet);
  const selectColumns = (left: number, right: number): void => {
    const standing = standAt({ row: 0, column: left });
    control.stand(wholeColumns(standing, { top: 0, bottom: 0, left, right }, size), null);
  };
  return {
    openMenu: (column) => {
      if (column === null) keyboard.set(true);
      else control.stand(standAt({ row: -1, column }));
      setMenu(column === null ? null : (sheet.columns[column]?.id ?? null));
    },
    selectColumn: (column) => selectColumns(column, column),
    selectAll: () => selectColumns(0, size.columns - 1),
  };
}
