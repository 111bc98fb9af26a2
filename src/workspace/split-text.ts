import Papa from 'papaparse';
import { type RowFault, splitRow, splitState } from './split-rows.ts';

/** One record of a file: its cells, and its text with its line end. */
export interface TextRow {
  readonly cells: readonly string[];
  readonly raw: string;
  readonly fault: RowFault | null;
}

/** The line end of a text; undefined where several kinds are mixed, which papaparse takes for part of the cells. */
function oneLineEnd(text: string): '\n' | '\r\n' | '\r' | undefined {
  const feeds = text.includes('\n');
  if (!text.includes('\r')) return '\n';
  if (!feeds) return '\r';
  return /(?:^|[^\r])\n|\r(?!\n)/.test(text) ? undefined : '\r\n';
}

/** Splits a text in which every quote closes; undefined where papaparse finds a fault in it. */
function splitSound(text: string, delimiter: string): readonly TextRow[] | undefined {
  const newline = oneLineEnd(text);
  if (newline === undefined) return undefined;
  const rows: TextRow[] = [];
  let start = 0;
  let sound = true;
  Papa.parse<string[]>(text, {
    delimiter,
    newline,
    step: ({ data, errors, meta }, parser) => {
      sound = errors.length === 0;
      if (!sound) parser.abort();
      else if (start < text.length) rows.push({ cells: data, raw: text.slice(start, meta.cursor), fault: null });
      start = meta.cursor;
    },
  });
  return sound && start === text.length ? rows : undefined;
}

/** Splits a text row by row, so that a quote that never closes costs its own row and no other. */
function splitFaulty(text: string, delimiter: string): readonly TextRow[] {
  const state = splitState(text, delimiter);
  const rows: TextRow[] = [];
  for (let start = 0; start < text.length; ) {
    const { cells, next, fault } = splitRow(state, start);
    rows.push({ cells, raw: text.slice(start, next), fault });
    start = next;
  }
  return rows;
}

/** The records of a text, blank lines included: papaparse reads it, and what it cannot read soundly is read row by row. */
export const splitText = (text: string, delimiter: string): readonly TextRow[] =>
  splitSound(text, delimiter) ?? splitFaulty(text, delimiter);
