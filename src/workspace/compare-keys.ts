import type { Shape } from './shape.ts';

/** The columns by which a row is called, for each file: the same that reading holds to be a row's own key. */
const KEYS: ReadonlyMap<string, readonly string[]> = new Map(
  [
    'workflows/step-types.csv: step_type',
    'workflows/next-actions.csv: next_action',
    'workflows/step-forms.csv: step_type form',
    'workflows/forms.csv: form',
    'workflows/questions.csv: form question',
    'workflows/lookups.csv: lookup answer',
    'workflows/question-usage.csv: form question step_type from to',
    'workflows/timings.csv: type form question',
    'workflows/positions.csv: step_type',
    'mappings/facts.csv: fact',
    'mappings/sources.csv: fact kind step_type form question ref',
    'mappings/events.csv: event step_type moment next_action',
    'mappings/codes.csv: lookup answer code_set code',
    'mappings/reviews.csv: finding',
    'items.csv: item',
    'codes.csv: code_set code',
    'rules.csv: rule',
    'events.csv: event',
  ].map((line): readonly [string, readonly string[]] => {
    const [file = '', columns = ''] = line.split(': ');
    return [file, columns.split(' ')];
  }),
);

/** The columns that together name a row of a file, so that it is known again in another version of the file. */
export const keyColumns = (shape: Shape): readonly string[] => KEYS.get(shape.file) ?? [];
