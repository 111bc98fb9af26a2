import { assertNever } from '#model/assert.ts';
import { type FieldColumn, splitList } from './field-column.ts';

/** What a condition may ask of a column. */
export const TESTS = ['is', 'is-not', 'contains', 'lacks', 'is-empty', 'is-filled', 'one-of'] as const;
export type Test = (typeof TESTS)[number];

export const TEST_WORDS: Readonly<Record<Test, string>> = {
  is: 'is',
  'is-not': 'is not',
  contains: 'contains',
  lacks: 'does not contain',
  'is-empty': 'is empty',
  'is-filled': 'is not empty',
  'one-of': 'is one of',
};

export const needsValue = (test: Test): boolean => test !== 'is-empty' && test !== 'is-filled';

/** One condition on a column. Rows must meet all of them; a list holds where any member does. */
export interface Condition {
  readonly column: string;
  readonly test: Test;
  readonly values: readonly string[];
}

const lower = (text: string): string => text.trim().toLowerCase();

/** The cell as the values it can be: a list as a whole and each of its members. */
function valuesIn<Row>(column: FieldColumn<Row>, row: Row): readonly string[] {
  const text = lower(column.text(row));
  return column.list === true && text.includes(';') ? [text, ...splitList(text)] : [text];
}

type Holds<Row> = (row: Row) => boolean;

function holdsFor<Row>(column: FieldColumn<Row>, { test, values }: Condition): Holds<Row> {
  const wanted = new Set(values.map(lower));
  const [first = ''] = [...wanted];
  const isOne: Holds<Row> = (row) => valuesIn(column, row).some((value) => wanted.has(value));
  const contains: Holds<Row> = (row) => column.text(row).toLowerCase().includes(first);
  switch (test) {
    case 'is':
    case 'one-of':
      return isOne;
    case 'is-not':
      return (row) => !isOne(row);
    case 'contains':
      return contains;
    case 'lacks':
      return (row) => !contains(row);
    case 'is-empty':
      return (row) => column.text(row) === '';
    case 'is-filled':
      return (row) => column.text(row) !== '';
    default:
      return assertNever(test);
  }
}

/** True while a condition still lacks what it is to be compared with. */
export const isUnfinished = ({ test, values }: Condition): boolean =>
  needsValue(test) && values.every((value) => value.trim() === '');

const haystacks = new WeakMap<object, string>();

/** Everything that a row shows as one text, made once for each row. */
function haystackOf<Row extends object>(columns: readonly FieldColumn<Row>[], row: Row): string {
  const known = haystacks.get(row);
  if (known !== undefined) return known;
  const made = columns
    .filter(({ kind, isNumeric }) => kind !== 'flag' && isNumeric !== true)
    .map((column) => column.text(row))
    .join('\n')
    .toLowerCase();
  haystacks.set(row, made);
  return made;
}

/** Makes some rows ready to be searched, so that the first letter typed does not wait for all of them. */
export function readyToSearch<Row extends object>(
  rows: readonly Row[],
  columns: readonly FieldColumn<Row>[],
  [from, to]: readonly [from: number, to: number],
): void {
  for (const row of rows.slice(from, to)) haystackOf(columns, row);
}

/** What is asked of rows. */
export interface Filtering<Row> {
  readonly text: string;
  readonly conditions: readonly Condition[];
  /** Further tests, such as those of the quick filters. */
  readonly tests: readonly ((row: Row) => boolean)[];
}

/** The rows that hold every word of the text and meet every condition. */
export function filterRows<Row extends object>(
  rows: readonly Row[],
  columns: readonly FieldColumn<Row>[],
  { text, conditions, tests }: Filtering<Row>,
): readonly Row[] {
  const words = text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const asked = conditions.flatMap((condition) => {
    const column = columns.find(({ id }) => id === condition.column);
    return column === undefined || isUnfinished(condition) ? [] : [holdsFor(column, condition)];
  });
  const all = [...tests, ...asked];
  if (words.length === 0 && all.length === 0) return rows;
  return rows.filter(
    (row) => all.every((holds) => holds(row)) && words.every((word) => haystackOf(columns, row).includes(word)),
  );
}

/** The different values of a column with how many rows have each, most first. */
export function valuesOf<Row>(
  rows: readonly Row[],
  column: FieldColumn<Row>,
  most: number = 200,
): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const text = column.text(row);
    for (const value of column.list === true ? splitList(text) : [text]) {
      if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, most);
}
