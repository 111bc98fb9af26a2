import type { FieldColumn, FieldMark } from '#diagram/fields/field-column.ts';
import type { Problem } from '#model/finding.ts';
import type { GridColumn, GridOption } from '#views/grid/grid-column.ts';

/** A row that the reader of its file may have said something about. */
interface Read {
  readonly problems: readonly Problem[];
}

/** What a column offers besides its closed list. */
export interface Offered<Row> {
  readonly options: (row: Row) => readonly GridOption[];
  /** Any other text may be written as well. */
  readonly isOpen?: boolean;
}

interface Around<Row> {
  readonly offered: ReadonlyMap<string, Offered<Row>>;
  readonly check: (column: string, value: string, row: Row) => string | null;
}

/** Words as choices, each under its own name. */
export const toOptions = (words: readonly string[]): readonly GridOption[] =>
  words.map((word) => ({ value: word, label: word }));

/** What the reader said of a cell, in its own words. */
function problemMark(cell: string | null, { problems }: Read): FieldMark | null {
  const problem = cell === null ? undefined : problems.find(({ column }) => column === cell);
  if (problem === undefined) return null;
  return { tone: problem.severity === 'error' ? 'bad' : 'some', sign: '!', word: problem.message };
}

function offerOf<Row>(column: FieldColumn<Row>, offered: Around<Row>['offered']): Partial<GridColumn<Row>> {
  if (column.words !== undefined) {
    const options = toOptions(column.words);
    return { options: () => options };
  }
  const offer = offered.get(column.id);
  return offer === undefined ? {} : { options: offer.options, isOpen: offer.isOpen === true };
}

/** The columns of the fields as the grid shows and edits them. */
export function toGridColumns<Row extends Read>(
  columns: readonly FieldColumn<Row>[],
  { offered, check }: Around<Row>,
): readonly GridColumn<Row>[] {
  return columns.map((column): GridColumn<Row> => {
    const { id, title, width, kind, description, cell, list = false } = column;
    return {
      id,
      title,
      width,
      kind,
      description,
      list,
      text: column.text,
      mark: (row) => problemMark(cell, row) ?? column.mark?.(row) ?? null,
      ...offerOf(column, offered),
      ...(cell === null ? {} : { check: (value: string, row: Row) => check(cell, value, row) }),
    };
  });
}

/** Options that are worked out when they are first asked for. */
export function later(work: () => readonly GridOption[]): () => readonly GridOption[] {
  let made: readonly GridOption[] | null = null;
  return () => {
    made ??= work();
    return made;
  };
}
