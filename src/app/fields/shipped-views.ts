import { QUESTION_COLUMNS } from '#diagram/fields/question-columns.ts';
import { SOURCE_COLUMNS } from '#diagram/fields/source-columns.ts';
import type { SavedView } from '#store/saving/settings.ts';
import type { GridState } from '#views/grid/grid-column.ts';
import { codeColumns, type RowKind, type ViewWords } from './fields-view.ts';

/** The column of ticks, which is not the file's and not worked out: what a person has chosen to act on. */
export const CHOSEN_COLUMN = { id: 'chosen', title: 'Tick', width: 68 } as const;

interface Wide {
  readonly id: string;
  readonly width: number;
}

const QUESTIONS: readonly Wide[] = [CHOSEN_COLUMN, ...QUESTION_COLUMNS];

const columnsNamed = (names: string, of: readonly Wide[]): GridState['columns'] =>
  names.split(' ').flatMap((name) => {
    const column = of.find(({ id }) => id === name);
    return column === undefined ? [] : [{ id: column.id, width: column.width }];
  });

const MAPPING =
  'chosen question text standing suggestion facts form items findings worst type lookup section mandatory entry';
const SOURCES = 'fact kind place use status order assured by on why items findings';

/** How each kind of row is shown at first. */
export const STANDARD: Readonly<Record<RowKind, GridState>> = {
  questions: { columns: columnsNamed(MAPPING, QUESTIONS), frozen: 2, sort: [] },
  sources: { columns: columnsNamed(SOURCES, SOURCE_COLUMNS), frozen: 1, sort: [] },
};

const questions = (name: string, columns: string, more: ViewWords = {}): SavedView => ({
  name,
  view: { columns: codeColumns(columnsNamed(columns, QUESTIONS)), ...more },
});

/** The views that come with the product. */
export const SHIPPED_VIEWS: readonly SavedView[] = [
  { name: 'Mapping', view: {} },
  questions(
    'Assessing purposes',
    'chosen question text purposes readers tags assessed facts form section answered_share minutes notes',
  ),
  questions(
    'Whole form',
    'chosen question form order section text type mandatory shown_if entry pulled_from per_child collection lookup entered_by typical_words purposes readers tags notes',
    { sort: 'form-order' },
  ),
  { name: 'Sources', view: { rows: 'sources' } },
  questions(
    'Usage',
    'chosen question text form shown answered answered_share distinct unchanged not_helpful hard_to_answer minutes purposes findings worst',
  ),
];
