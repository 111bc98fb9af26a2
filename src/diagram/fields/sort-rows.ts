import type { FieldColumn } from './field-column.ts';

/** One column that rows are sorted by. */
export interface RowSort {
  readonly id: string;
  readonly direction: 'ascending' | 'descending';
}

/** Where a row stands by one column: empty cells last, numbers before words. */
interface Place {
  readonly isEmpty: boolean;
  readonly number: number;
  readonly text: string;
}

const PLAIN_LETTERS = /^[\u0020-\u007e]*$/u;

const unaccented = (text: string): string =>
  PLAIN_LETTERS.test(text) ? text : text.normalize('NFD').replaceAll(/\p{M}/gu, '');

/** Numbers inside words are lengthened, so that Q9 comes before Q10 letter by letter. */
const comparable = (text: string): string =>
  unaccented(text.toLowerCase()).replaceAll(/\d+/gu, (digits) => digits.padStart(9, '0'));

function firstNumber(text: string): number {
  if (text.startsWith('<6')) return 0.5;
  const found = /^-?\d[\d,]*(?:\.\d+)?/u.exec(text)?.[0];
  return found === undefined ? Number.POSITIVE_INFINITY : Number(found.replaceAll(',', ''));
}

const places = new WeakMap<object, Map<string, Place>>();

/** Comparing thousands of rows is quick only when what is compared was made ready once for each row. */
function placeOf<Row extends object>(column: FieldColumn<Row>, row: Row): Place {
  const known = places.get(row) ?? new Map<string, Place>();
  places.set(row, known);
  const held = known.get(column.id);
  if (held !== undefined) return held;
  const text = column.text(row);
  const isNumeric = column.isNumeric === true;
  const made = {
    isEmpty: text === '',
    number: isNumeric ? firstNumber(text) : 0,
    text: isNumeric ? '' : comparable(text),
  };
  known.set(column.id, made);
  return made;
}

function compare(a: Place, b: Place, sign: number): number {
  if (a.isEmpty || b.isEmpty) return Number(a.isEmpty) - Number(b.isEmpty);
  if (a.number !== b.number) return sign * (a.number < b.number ? -1 : 1);
  if (a.text === b.text) return 0;
  return sign * (a.text < b.text ? -1 : 1);
}

/** Rows by some columns, one after the other; rows alike stay as they came, empty cells come last either way. */
export function sortRows<Row extends object>(
  rows: readonly Row[],
  columns: readonly FieldColumn<Row>[],
  sorts: readonly RowSort[],
): readonly Row[] {
  const keys = sorts.flatMap(({ id, direction }) => {
    const column = columns.find((candidate) => candidate.id === id);
    return column === undefined ? [] : [{ column, sign: direction === 'ascending' ? 1 : -1 }];
  });
  if (keys.length === 0) return rows;
  const ready = rows.map((row) => ({ row, places: keys.map(({ column }) => placeOf(column, row)) }));
  ready.sort((a, b) => {
    for (const [at, { sign }] of keys.entries()) {
      const [one, other] = [a.places[at], b.places[at]];
      const order = one === undefined || other === undefined ? 0 : compare(one, other, sign);
      if (order !== 0) return order;
    }
    return 0;
  });
  return ready.map(({ row }) => row);
}
