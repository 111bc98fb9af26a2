import { joinList } from '#diagram/fields/field-column.ts';
import { QUESTION_COLUMNS } from '#diagram/fields/question-columns.ts';
import type { QuestionRow } from '#diagram/fields/question-row.ts';
import { sumOfCounts } from '#diagram/fields/usage-words.ts';
import { fromField, type Sheet, sheetOf, shownColumn, type Titled } from './sheet.ts';

export const FIELDS = 'Fields';

const KEYS = ['form', 'question'];

const usage = (title: string, of: 'helpful' | 'dataUserNeeds', note: string): Titled<QuestionRow> =>
  shownColumn(title, 12, (row) => sumOfCounts(row.usage.map((one) => one[of])), { holds: 'number', note });

/** Columns that the grid of the app does not have. */
const OWN: Readonly<Record<string, Titled<QuestionRow>>> = {
  common_name: shownColumn('Common name', 30, ({ facts }) => joinList(facts.map(({ id, name }) => name || id)), {
    isWrapped: true,
    note: 'What the question asks for, in words that other forms share: the facts that it is mapped to.',
  }),
  category: shownColumn('Category', 14, ({ facts }) => joinList(facts.map(({ subject }) => subject)), {
    note: 'Whom the fact is about.',
  }),
  in_return: shownColumn('In the return', 10, ({ items }) => (items.length > 0 ? 'Y' : 'N'), {
    note: 'Whether an item of the return is read from here.',
  }),
  helpful: usage('Helpful', 'helpful', 'Practitioners who say that it helps.'),
  data_user_needs: usage('Needed by data users', 'dataUserNeeds', 'Data users who say that they need it.'),
};

/**
 * What is known of a question, in the order of the Essex data matrix: what it is called, whether a return has it, its
 * wording and form, what practitioners and data users think of it, why it is asked; then everything else.
 */
const ORDER: readonly string[] = [
  'form question common_name category in_return items text form_title section',
  'helpful not_helpful hard_to_answer data_user_needs purposes readers tags',
  'type mandatory shown_if entry pulled_from per_child collection lookup entered_by typical_words notes',
  'standing facts use steps lanes assessed shown answered answered_share distinct unchanged minutes findings worst order',
].flatMap((ids) => ids.split(' '));

/** Counts that may be suppressed and shares are text; plain counts are numbers where they are. */
const COUNTS: ReadonlySet<string> = new Set([
  'shown',
  'answered',
  'distinct',
  'unchanged',
  'not_helpful',
  'hard_to_answer',
]);

function columnsOf(lookups: readonly string[]): readonly Titled<QuestionRow>[] {
  const known = new Map(QUESTION_COLUMNS.map((column) => [column.id, column]));
  return ORDER.flatMap((id): readonly Titled<QuestionRow>[] => {
    const own = OWN[id];
    if (own !== undefined) return [own];
    const column = known.get(id);
    if (column === undefined) return [];
    const made = fromField(column, KEYS);
    if (COUNTS.has(id)) return [{ ...made, holds: 'number' }];
    return [id === 'lookup' ? { ...made, words: lookups } : made];
  });
}

/** One row for every question, in the order of its file. */
export const fieldsSheet = (rows: readonly QuestionRow[], lookups: readonly string[]): Sheet =>
  sheetOf({
    name: FIELDS,
    file: 'workflows/questions.csv',
    columns: columnsOf(lookups),
    rows,
    at: ({ question }) => question.at,
  });
