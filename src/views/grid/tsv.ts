/** Rows of cells as they come from and go to a spreadsheet. */
export type Block = readonly (readonly string[])[];

const NEEDS_QUOTES = /["\t\n\r]/u;
const END_OF_CELL = /[\t\n\r]/u;

const quote = (cell: string): string => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Tab-separated text as Excel writes it: quotes only where a cell needs them, every row ended. */
export const formatTsv = (block: Block): string => block.map((row) => `${row.map(quote).join('\t')}\r\n`).join('');

interface Read {
  readonly cell: string;
  readonly end: number;
}

/** Null where the quotes are the cell's own: Excel does not quote a cell for having quotes in it. */
function readQuoted(text: string, start: number): Read | null {
  let at = start + 1;
  let cell = '';
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return null;
    cell += text.slice(at, close);
    if (text[close + 1] !== '"') {
      const isEnd = close + 1 === text.length || END_OF_CELL.test(text.charAt(close + 1));
      return isEnd ? { cell, end: close + 1 } : null;
    }
    cell += '"';
    at = close + 2;
  }
}

function readPlain(text: string, start: number): Read {
  const length = text.slice(start).search(END_OF_CELL);
  const end = length < 0 ? text.length : start + length;
  return { cell: text.slice(start, end), end };
}

const afterLineBreak = (text: string, at: number): number => (text.startsWith('\r\n', at) ? at + 2 : at + 1);

/** Reads tab-separated text: quoted cells with line breaks in them, any line ending, with or without one at the end. */
export function parseTsv(text: string): Block {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length || row.length > 0) {
    const { cell, end } = (text[at] === '"' ? readQuoted(text, at) : null) ?? readPlain(text, at);
    row.push(cell);
    if (text[end] === '\t') {
      at = end + 1;
    } else {
      rows.push(row);
      row = [];
      at = end < text.length ? afterLineBreak(text, end) : end;
    }
  }
  return rows;
}
