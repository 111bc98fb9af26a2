import { findPersonalColumns } from '#importers/personal-columns.ts';
import { splitRow, splitState } from '#workspace/split-rows.ts';
import { splitText, type TextRow } from '#workspace/split-text.ts';
import { decodeText, describeEncoding } from '#workspace/text.ts';
import {
  describeUnknown,
  type ExtractKind,
  type ExtractShape,
  plainHeader,
  recogniseExtract,
} from './extract-shapes.ts';
import type { Told } from './told.ts';

/** One row of an extract. */
export interface ExtractRow {
  readonly file: string;
  /** As a spreadsheet numbers it: the header is row 1. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly columns: ReadonlyMap<string, number>;
}

/** A file that was recognised, with the columns of it that are read. */
export interface Extract {
  readonly kind: ExtractKind;
  readonly says: string;
  readonly file: string;
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly ExtractRow[];
}

/** What came of a file: an extract, columns for which it is refused, or neither. */
export interface ReadFile {
  readonly extract: Extract | null;
  readonly personal: readonly string[];
}

const NOTHING: ReadFile = { extract: null, personal: [] };
const DELIMITERS: readonly string[] = [',', ';', '\t'];

/** A cell without the spaces round it; empty where the extract has no such column. */
export function cellOf({ cells, columns }: ExtractRow, column: string): string {
  const at = columns.get(column);
  return at === undefined ? '' : (cells[at] ?? '').trim();
}

function detectDelimiter(text: string): string {
  const start = Math.max(0, text.search(/\S/u));
  const widths = DELIMITERS.map((delimiter) => splitRow(splitState(text, delimiter), start).cells.length);
  return DELIMITERS[widths.indexOf(Math.max(...widths))] ?? ',';
}

const isEmpty = ({ cells }: TextRow): boolean => cells.every((cell) => cell.trim() === '');

/** The columns that an extract reads: of several with one name the first, and no others, so that nothing else is kept. */
function columnsFor({ needed, others }: ExtractShape, header: readonly string[]): ReadonlyMap<string, number> {
  const wanted = new Set([...needed, ...others]);
  const columns = new Map<string, number>();
  for (const [at, cell] of header.entries()) {
    const name = plainHeader(cell);
    if (wanted.has(name) && !columns.has(name)) columns.set(name, at);
  }
  return columns;
}

/** What is wrong with a row as a row; empty where it can be read. */
function faultOf({ cells, fault, raw }: TextRow, width: number): string {
  if (fault === 'never-closes') return 'A quote opens in this row and never closes, so the row was left out.';
  if (raw.includes('\0')) return 'The row holds null characters, so it was left out. Export the file again as CSV.';
  if (cells.slice(width).some((cell) => cell.trim() !== ''))
    return 'The row has more cells than the header, so it was left out. Put quotes round a cell that holds a comma.';
  return '';
}

function rowsOf(split: readonly TextRow[], start: number, extract: Omit<Extract, 'rows'>, told: Told): ExtractRow[] {
  const { file, columns } = extract;
  const width = split[start]?.cells.length ?? 0;
  const rows: ExtractRow[] = [];
  for (let at = start + 1; at < split.length; at += 1) {
    const each = split[at];
    if (each === undefined || isEmpty(each)) continue;
    const fault = faultOf(each, width);
    if (fault === '') rows.push({ file, row: at + 1, cells: each.cells, columns });
    else told.error({ file, row: at + 1 }, fault);
  }
  return rows;
}

/** The headers that are no column of the extract and look as if they held something about a person. */
function personalIn(header: readonly string[], shape: ExtractShape | null): readonly string[] {
  const own = new Set(shape === null ? [] : [...shape.needed, ...shape.others]);
  return findPersonalColumns(header).filter((name) => !own.has(plainHeader(name)));
}

/** Reads a file as the extract that its columns make it; a file about people is refused before a row of it is looked at. */
export function readExtract(file: string, bytes: Uint8Array, told: Told): ReadFile {
  const { text, encoding } = decodeText(bytes);
  const encodingSays = describeEncoding(encoding);
  const head = text.search(/\S/u);
  if (head === -1) {
    told.error({ file, row: 0 }, 'The file is empty. Its first row must name the columns.');
    return NOTHING;
  }
  const delimiter = detectDelimiter(text);
  const header = splitRow(splitState(text, delimiter), head).cells;
  const headers = new Set(header.map(plainHeader));
  const shape = recogniseExtract(headers);
  const personal = personalIn(header, shape);
  if (personal.length > 0) return { extract: null, personal };
  if (shape === null) {
    told.error({ file, row: 0 }, describeUnknown(headers));
    return NOTHING;
  }
  if (encodingSays !== '') told.warn({ file, row: 0 }, encodingSays);
  const split = splitText(text, delimiter);
  const about = { kind: shape.kind, says: shape.says, file, columns: columnsFor(shape, header) };
  const start = split.findIndex((row) => !isEmpty(row));
  return { extract: { ...about, rows: rowsOf(split, start, about, told) }, personal: [] };
}

/** Everything that was recognised, by kind. Files of one kind are read as one. */
export interface Extracts {
  readonly has: (kind: ExtractKind) => boolean;
  readonly hasColumn: (kind: ExtractKind, column: string) => boolean;
  readonly rows: (kind: ExtractKind) => readonly ExtractRow[];
}

export function gatherExtracts(extracts: readonly Extract[]): Extracts {
  const of = (kind: ExtractKind): readonly Extract[] => extracts.filter((each) => each.kind === kind);
  return {
    has: (kind) => of(kind).length > 0,
    hasColumn: (kind, column) => of(kind).some(({ columns }) => columns.has(column)),
    rows: (kind) => {
      const [only, ...others] = of(kind);
      return others.length === 0 ? (only?.rows ?? []) : of(kind).flatMap(({ rows }) => rows);
    },
  };
}
