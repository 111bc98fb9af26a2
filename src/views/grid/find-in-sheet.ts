import type { CellAt } from './cell-range.ts';
import type { Sheet } from './grid-column.ts';

/** What to look for, and how strictly. */
export interface Search {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeCell: boolean;
}

const escape = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);

/** Null: nothing to look for. */
function patternOf({ text, matchCase, wholeCell }: Search): RegExp | null {
  if (text === '') return null;
  const body = escape(text);
  return new RegExp(wholeCell ? `^${body}$` : body, matchCase ? 'gu' : 'giu');
}

/** The cells of some rows that hold what is looked for, row by row. */
export function findInRows<Row>(
  { rows, columns }: Sheet<Row>,
  search: Search,
  from: number,
  to: number,
): readonly CellAt[] {
  const pattern = patternOf(search);
  if (pattern === null) return [];
  const found: CellAt[] = [];
  for (let row = from; row < Math.min(to, rows.length); row += 1) {
    const holder = rows[row];
    if (holder === undefined) continue;
    for (let column = 0; column < columns.length; column += 1) {
      pattern.lastIndex = 0;
      if (pattern.test(columns[column]?.text(holder) ?? '')) found.push({ row, column });
    }
  }
  return found;
}

/** A text with every find replaced, the replacement taken letter by letter. */
export function replaceIn(text: string, search: Search, replacement: string): string {
  const pattern = patternOf(search);
  return pattern === null ? text : text.replace(pattern, () => replacement);
}

const isAfter = (a: CellAt, b: CellAt): boolean => a.row > b.row || (a.row === b.row && a.column > b.column);

/** The place in the list of the next or the previous find from a cell, round and round. -1: nothing was found. */
export function nextFind(found: readonly CellAt[], from: CellAt, way: 1 | -1): number {
  if (found.length === 0) return -1;
  const after = found.findIndex((at) => isAfter(at, from));
  if (way === 1) return after < 0 ? 0 : after;
  const atOrAfter = found.findIndex((at) => !isAfter(from, at));
  const before = atOrAfter < 0 ? found.length - 1 : atOrAfter - 1;
  return before < 0 ? found.length - 1 : before;
}
