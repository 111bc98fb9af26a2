import type { RowRef } from '#model/workspace.ts';
import { errorAt, hintFor, keyOf, type Line } from './line.ts';
import { quoted } from './problems.ts';

/** The keys of one kind of thing that rows may refer to. */
export interface Names {
  /** What one is: `step type`. */
  readonly what: string;
  /** `which … does not have`, as the sentence goes on. */
  readonly missing: string;
  readonly known: ReadonlySet<string>;
  /** Keys of rows that were left out, and where they stand. */
  readonly leftOut: ReadonlyMap<string, RowRef>;
  /** Who names one, where it is not the row as a whole: `The rule "requires"`. */
  readonly namer?: string;
  /** What to do about an unknown one that is near to none. */
  readonly remedy?: string;
}

export function newNames(what: string, missing: string, known: Iterable<string>): Names {
  return { what, missing, known: new Set(known), leftOut: new Map() };
}

/** A line with its key; lines without a key and lines whose key stands already are said and left out. */
export interface Keyed {
  readonly line: Line;
  readonly key: string;
}

const SEPARATOR = '\u0000';

/** The key of a line from some of its columns; columns that may be empty do not miss. */
function keyFrom(line: Line, columns: readonly string[], optional: readonly string[]): string | undefined {
  let key: string | undefined;
  let missing = false;
  for (const column of columns) {
    const part = keyOf(line, column);
    key = key === undefined ? part : key + SEPARATOR + part;
    if (part !== '' || optional.includes(column)) continue;
    missing = true;
    errorAt(line, column, `The row has no ${column}, so it was left out. Write one, or delete the row.`);
  }
  return missing ? undefined : key;
}

const readable = (key: string): string =>
  quoted(
    key
      .split(SEPARATOR)
      .filter((part) => part !== '')
      .join(' / '),
  );

/** The lines that have a key of their own, by the columns that make it. */
export function keyedLines(
  lines: readonly Line[],
  columns: readonly string[],
  optional: readonly string[] = [],
): readonly Keyed[] {
  const first = new Map<string, number>();
  const keyed: Keyed[] = [];
  for (const line of lines) {
    const key = keyFrom(line, columns, optional);
    if (key === undefined) continue;
    const standing = first.get(key);
    if (standing === undefined) {
      first.set(key, line.at.row);
      keyed.push({ line, key });
      continue;
    }
    const message = `The ${line.table.shape.row} ${readable(key)} stands already in row ${standing}, so this row was left out.`;
    errorAt(line, columns.at(-1) ?? '', `${message} Delete one of the two, or give it a key of its own.`);
  }
  return keyed;
}

function describeMissing({ what, missing, known, leftOut }: Names, raw: string): string {
  const own = leftOut.get(raw);
  if (own !== undefined) return `whose own row was left out. Put row ${own.row} of ${own.file} right first.`;
  return known.size === 0 ? `and there is no ${what} that could be read.` : `${missing}.`;
}

/** Says that a row refers to something that is not there. */
export function tellMissing(line: Line, column: string, names: Names, raw: string): void {
  const namer = names.namer ?? `The ${line.table.shape.row}`;
  const near = names.leftOut.has(raw) ? '' : hintFor(line, raw, names.known);
  const isStrange = near === '' && !names.leftOut.has(raw) && names.known.size > 0;
  const hint = isStrange && names.remedy !== undefined ? ` ${names.remedy}` : near;
  errorAt(line, column, `${namer} names the ${names.what} ${quoted(raw)}, ${describeMissing(names, raw)}${hint}`);
}

/** A reference: the key if it is known; undefined, and said, if not; null where nothing is written. */
export function referOf(line: Line, column: string, names: Names): string | null | undefined {
  const raw = keyOf(line, column);
  if (raw === '') return null;
  if (names.known.has(raw)) return raw;
  tellMissing(line, column, names, raw);
  return undefined;
}

/** A reference that the row cannot do without; undefined, and said, where it is missing or unknown. */
export function neededReferOf(line: Line, column: string, names: Names): string | undefined {
  const key = referOf(line, column, names);
  if (key === null)
    errorAt(
      line,
      column,
      `The ${line.table.shape.row} names no ${names.what}, so its row was left out. Write one in the column "${column}".`,
    );
  return key ?? undefined;
}
