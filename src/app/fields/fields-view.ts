import { type Condition, TESTS } from '#diagram/fields/filter-rows.ts';
import { QUICK_FILTERS, type QuickFilter } from '#diagram/fields/quick-filters.ts';
import { asWord } from '#model/ids.ts';
import type { View } from '#store/view.ts';
import type { GridState } from '#views/grid/grid-column.ts';

export const ROW_KINDS = ['questions', 'sources'] as const;
/** What the grid lists. */
export type RowKind = (typeof ROW_KINDS)[number];
const FIELD_PANELS = ['mapping', 'codes', 'chosen', 'none'] as const;
/** What stands beside the grid. */
export type FieldPanel = (typeof FIELD_PANELS)[number];

/** Own words of the address that a named view keeps. */
const VIEW_WORDS = ['rows', 'text', 'quick', 'where', 'columns', 'frozen', 'sort'] as const;
export type ViewWords = Readonly<Partial<Record<(typeof VIEW_WORDS)[number], string>>>;

/** What the address says of the fields alone. */
export interface FieldsView {
  readonly rows: RowKind;
  readonly text: string;
  readonly quick: readonly QuickFilter[];
  readonly conditions: readonly Condition[];
  /** Null: as each kind of row is shown at first. */
  readonly columns: GridState['columns'] | null;
  readonly frozen: number | null;
  readonly sort: GridState['sort'];
  readonly panel: FieldPanel;
}

/** Marks that stand between the parts of a word of the address, and are written out inside them. */
const codePart = (part: string): string => encodeURIComponent(part).replaceAll('.', '%2E').replaceAll('*', '%2A');

function readPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const parts = (word: string | undefined, mark: string): readonly string[] =>
  (word ?? '').split(mark).filter((part) => part !== '');

/** Conditions as one word: `type.one-of.date.choice*text.contains.why`. */
export const codeConditions = (conditions: readonly Condition[]): string =>
  conditions.map(({ column, test, values }) => [column, test, ...values.map(codePart)].join('.')).join('*');

function readCondition(word: string): readonly Condition[] {
  const [column = '', test = '', ...values] = word.split('.');
  const known = asWord(TESTS, test);
  return known === undefined || column === '' ? [] : [{ column, test: known, values: values.map(readPart) }];
}

/** Columns as one word: `question.150-text.320`. */
export const codeColumns = (columns: GridState['columns']): string =>
  columns.map(({ id, width }) => `${id}.${width}`).join('-');

function readColumns(word: string | undefined): GridState['columns'] | null {
  const columns = parts(word, '-').flatMap((part) => {
    const [id = '', width = ''] = part.split('.');
    return id === '' || !/^\d+$/u.test(width) ? [] : [{ id, width: Number(width) }];
  });
  return columns.length === 0 ? null : columns;
}

/** The sorting as one word: `section-order*`, a star for descending. */
const codeSort = (sort: GridState['sort']): string =>
  sort.map(({ id, direction }) => (direction === 'descending' ? `${id}*` : id)).join('-');

const readSort = (word: string | undefined): GridState['sort'] =>
  parts(word, '-').map((part) =>
    part.endsWith('*') ? { id: part.slice(0, -1), direction: 'descending' } : { id: part, direction: 'ascending' },
  );

/** What of an arrangement differs from the one at first, as words of the address. */
export const codeArrangement = (state: GridState, standard: GridState): ViewWords => {
  const columns = codeColumns(state.columns);
  return {
    columns: columns === codeColumns(standard.columns) ? '' : columns,
    frozen: state.frozen === standard.frozen ? '' : String(state.frozen),
    sort: codeSort(state.sort),
  };
};

/** Reads what the address says of the fields. */
export function fieldsViewOf({ own }: View): FieldsView {
  const frozen = own['frozen'] ?? '';
  return {
    rows: asWord(ROW_KINDS, own['rows'] ?? '') ?? 'questions',
    text: own['text'] ?? '',
    quick: parts(own['quick'], '*').flatMap((word) => asWord(QUICK_FILTERS, word) ?? []),
    conditions: parts(own['where'], '*').flatMap(readCondition),
    columns: readColumns(own['columns']),
    frozen: /^\d+$/u.test(frozen) ? Number(frozen) : null,
    sort: readSort(own['sort']),
    panel: asWord(FIELD_PANELS, own['panel'] ?? '') ?? 'mapping',
  };
}

/** The words of the address that a named view would keep. */
export const viewWordsOf = ({ own }: View): ViewWords =>
  Object.fromEntries(
    VIEW_WORDS.flatMap((word) => {
      const said = own[word] ?? '';
      return said === '' ? [] : [[word, said]];
    }),
  );

/** The words that bring a named view back: what it does not say is taken away. */
export const toOwnWords = (view: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(VIEW_WORDS.map((word) => [word, view[word] ?? '']));

export const sameViewWords = (
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): boolean => VIEW_WORDS.every((word) => (one[word] ?? '') === (other[word] ?? ''));
