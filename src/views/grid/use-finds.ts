import { useEffect, useState } from 'react';
import type { CellAt } from './cell-range.ts';
import { findInRows, type Search } from './find-in-sheet.ts';
import type { Sheet } from './grid-column.ts';

/** The cells found so far, and whether all rows have been looked through. */
export interface Finds {
  readonly cells: readonly CellAt[];
  readonly isDone: boolean;
}

/** Rows looked through before the page may breathe. */
const AT_ONCE = 750;
/** Milliseconds without a letter before the search begins. */
const PAUSE = 60;
const NOTHING: Finds = { cells: [], isDone: true };

/** Looks through the rows a part at a time, so that typing is never held up. */
export function useFinds<Row>(sheet: Sheet<Row>, { text, matchCase, wholeCell }: Search): Finds {
  const [finds, setFinds] = useState(NOTHING);

  useEffect(() => {
    const search = { text, matchCase, wholeCell };
    let cells: readonly CellAt[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    function look(from: number): void {
      const more = findInRows(sheet, search, from, from + AT_ONCE);
      cells = more.length > 0 ? [...cells, ...more] : cells;
      const next = from + AT_ONCE;
      const isDone = next >= sheet.rows.length;
      if (isDone) setFinds({ cells, isDone });
      else timer = setTimeout(() => look(next), 0);
    }
    timer = setTimeout(() => look(0), PAUSE);
    return () => clearTimeout(timer);
  }, [sheet, text, matchCase, wholeCell]);

  return text === '' ? NOTHING : finds;
}
