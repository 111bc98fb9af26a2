/** Whose version of a row or a file is taken. */
export type Taken = 'mine' | 'theirs';

/** A row that is not as it was, in both versions; null where a version does not have it. */
export interface MergeRow {
  readonly key: string;
  readonly name: string;
  /** Who changed it. `both`: each in another way, which has to be chosen. */
  readonly by: 'mine' | 'theirs' | 'same' | 'both';
  readonly mine: ReadonlyMap<string, string> | null;
  readonly theirs: ReadonlyMap<string, string> | null;
  /** The columns in which the versions differ. */
  readonly columns: readonly string[];
}

/** A file that somebody else changed meanwhile: row by row, or as a whole where it is no table. */
export type MergeFile =
  | { readonly kind: 'rows'; readonly file: string; readonly rows: readonly MergeRow[] }
  | { readonly kind: 'whole'; readonly file: string; readonly isGone: boolean };

/** What was chosen so far. */
export interface Choices {
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, Taken>>;
  readonly files: ReadonlyMap<string, Taken>;
}

export const NO_CHOICES: Choices = { rows: new Map(), files: new Map() };

const NOTHING: ReadonlyMap<string, Taken> = new Map();

export const chosenIn = ({ rows }: Choices, file: string): ReadonlyMap<string, Taken> => rows.get(file) ?? NOTHING;

export function withRow(choices: Choices, file: string, key: string, taken: Taken): Choices {
  return { ...choices, rows: new Map([...choices.rows, [file, new Map([...chosenIn(choices, file), [key, taken]])]]) };
}

export const withFile = (choices: Choices, file: string, taken: Taken): Choices => ({
  ...choices,
  files: new Map([...choices.files, [file, taken]]),
});

/** The rows that have to be chosen. */
export const openRows = (file: MergeFile): readonly MergeRow[] =>
  file.kind === 'rows' ? file.rows.filter(({ by }) => by === 'both') : [];

/** One side for everything that has to be chosen. */
export function allOf(files: readonly MergeFile[], taken: Taken): Choices {
  return {
    rows: new Map(files.map((file) => [file.file, new Map(openRows(file).map(({ key }) => [key, taken]))])),
    files: new Map(files.filter(({ kind }) => kind === 'whole').map(({ file }) => [file, taken])),
  };
}

/** How many rows and files are still to be chosen. */
export function leftIn(files: readonly MergeFile[], choices: Choices): number {
  const counts = files.map((file) => {
    if (file.kind === 'whole') return choices.files.has(file.file) ? 0 : 1;
    const chosen = chosenIn(choices, file.file);
    return openRows(file).filter(({ key }) => !chosen.has(key)).length;
  });
  return counts.reduce((sum, one) => sum + one, 0);
}
