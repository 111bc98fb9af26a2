/**
 * What a column's cells hold. `flag` and `date` cells are normalised when written; `text` is never interpreted.
 * `key` is part of what the row is called by, `ref` the key of something else, `count` may be `<6`.
 */
export type ColumnKind =
  | 'key'
  | 'ref'
  | 'text'
  | 'flag'
  | 'date'
  | 'whole'
  | 'number'
  | 'count'
  | 'share'
  | 'word'
  | 'words'
  | 'list'
  | 'rules'
  | 'condition';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  /** A file without it cannot be read. */
  readonly required: boolean;
  /** The closed list, where the column has one. */
  readonly words: readonly string[];
}

/** What is said when the file is not there: `error` stops the workspace from meaning anything, `warning` a part of it. */
export type Need = 'error' | 'warning' | 'optional';

/** One file of a workspace: its columns, and how a row is spoken of. */
export interface Shape {
  readonly file: string;
  /** What one row is, in the words of the trade: `next action`. */
  readonly row: string;
  readonly need: Need;
  /** What the product cannot tell without the file. */
  readonly without: string;
  readonly columns: readonly Column[];
}

/** Words that open the columns which a file cannot do without. */
const REQUIRED = '!';

/** A column: `!name` is required. */
export function column(name: string, kind: ColumnKind = 'text', words: readonly string[] = []): Column {
  const required = name.startsWith(REQUIRED);
  return { name: required ? name.slice(1) : name, kind, required, words };
}

/** Several columns of one kind, named with spaces between. */
export const columns = (names: string, kind: ColumnKind = 'text'): readonly Column[] =>
  names.split(' ').map((name) => column(name, kind));
