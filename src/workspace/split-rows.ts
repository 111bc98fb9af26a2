/**
 * `never-closes`: a quote opens a cell and nothing closes it; the row was read to the end of its line instead.
 * `text-after-quote`: a quote stands inside a quoted cell without being doubled; it was read as itself.
 */
export type RowFault = 'never-closes' | 'text-after-quote';

/** One record of a table: its cells, where each ends in the text, and where the next record begins. */
export interface SplitRow {
  readonly cells: readonly string[];
  readonly ends: readonly number[];
  readonly next: number;
  readonly fault: RowFault | null;
}

/** What the splitter remembers along a file, so that quotes that never close cost one look and not one a row. */
export interface SplitState {
  readonly text: string;
  readonly delimiter: string;
  /** A cell that opens before this offset may only close on its own line. */
  singleLineUntil: number;
}

interface SplitCell {
  readonly value: string;
  readonly end: number;
  readonly fault: RowFault | null;
}

const isLineEnd = (char: string | undefined): boolean => char === '\n' || char === '\r';

const LF = 10;
const CR = 13;

function plainEnd({ text, delimiter }: SplitState, start: number): number {
  const mark = delimiter.charCodeAt(0);
  for (let end = start; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === mark || code === LF || code === CR) return end;
  }
  return text.length;
}

function plainCell(state: SplitState, start: number, fault: RowFault | null): SplitCell {
  const end = plainEnd(state, start);
  return { value: state.text.slice(start, end), end, fault };
}

function holdsLineEnd(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (isLineEnd(text[at])) return true;
  return false;
}

function unclosed(state: SplitState, start: number, seen: number): SplitCell {
  state.singleLineUntil = Math.max(state.singleLineUntil, seen);
  return plainCell(state, start, 'never-closes');
}

/** True where a cell may end: before a delimiter, a line end or the end of the file. */
const mayEnd = (char: string | undefined, delimiter: string): boolean =>
  char === undefined || char === delimiter || isLineEnd(char);

/** Reads a cell that opens with a quote and closes with one at which it may end. */
function quotedCell(state: SplitState, start: number): SplitCell {
  const { text, delimiter } = state;
  let stray = false;
  let beyondLine = false;
  let from = start + 1;
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', from)) {
    beyondLine ||= holdsLineEnd(text, from, at);
    if (beyondLine && (stray || start < state.singleLineUntil)) return unclosed(state, start, at);
    from = text[at + 1] === '"' ? at + 2 : at + 1;
    if (from === at + 2) continue;
    if (mayEnd(text[from], delimiter)) {
      const value = text.slice(start + 1, at).replaceAll('""', '"');
      return { value, end: from, fault: stray ? 'text-after-quote' : null };
    }
    if (beyondLine) return unclosed(state, start, at);
    stray = true;
  }
  return unclosed(state, start, text.length);
}

function afterLineEnd(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}

/** Reads the record that begins at `start`. Line ends may be LF, CRLF or CR, mixed in one file. */
export function splitRow(state: SplitState, start: number): SplitRow {
  const cells: string[] = [];
  const ends: number[] = [];
  let fault: RowFault | null = null;
  for (let at = start; ; at += 1) {
    const cell = state.text[at] === '"' ? quotedCell(state, at) : plainCell(state, at, null);
    cells.push(cell.value);
    ends.push(cell.end);
    if (fault !== 'never-closes') fault = cell.fault ?? fault;
    at = cell.end;
    if (at >= state.text.length) return { cells, ends, next: at, fault };
    if (state.text[at] !== state.delimiter) return { cells, ends, next: afterLineEnd(state.text, at), fault };
  }
}

/** A splitter's state at the beginning of a text. */
export const splitState = (text: string, delimiter: string): SplitState => ({ text, delimiter, singleLineUntil: 0 });
