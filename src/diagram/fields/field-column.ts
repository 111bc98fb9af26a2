/** The texts of one row as its file holds them, by column. */
export type CellTexts = (column: string) => string;

/** A standing shown by colour, sign and word together. */
export interface FieldMark {
  readonly tone: 'good' | 'some' | 'bad' | 'info' | 'quiet';
  readonly sign: string;
  readonly word: string;
}

/** What a column of the fields holds; `readonly` and `link` cannot be written. */
export type FieldKind = 'text' | 'words' | 'flag' | 'number' | 'readonly' | 'link';

/** One column: what it is called, what it says of a row, and where in the file a person writes it. */
export interface FieldColumn<Row> {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** In CSS pixels, until a person chooses another. */
  readonly width: number;
  readonly kind: FieldKind;
  /** The column of the file that holds it; null where it is worked out. */
  readonly cell: string | null;
  /** Several members, separated by "; ". */
  readonly list?: boolean;
  /** The closed list of words it takes. */
  readonly words?: readonly string[];
  /** Sorted by its first number. */
  readonly isNumeric?: boolean;
  readonly text: (row: Row) => string;
  readonly mark?: (row: Row) => FieldMark | null;
}

const FLAG_WORDS: ReadonlyMap<string, string> = new Map([
  ['y', 'Y'],
  ['true', 'Y'],
  ['n', 'N'],
  ['false', 'N'],
]);

/** A flag as it is read; what is no flag is shown as it is written. */
export const flagText = (written: string): string => FLAG_WORDS.get(written.trim().toLowerCase()) ?? written;

/** Members of a list as one cell. */
export const joinList = (members: readonly string[]): string => [...new Set(members)].join('; ');

/** The members of a cell that holds a list. */
export const splitList = (text: string): readonly string[] =>
  text
    .split(';')
    .map((member) => member.trim())
    .filter((member) => member !== '');
