import {
  ACTIVITY_KINDS,
  CLOCK_BASES,
  CLOCK_UNITS,
  ENTRIES,
  PER,
  PURPOSES,
  QUESTION_TYPES,
  ROLES,
  SCOPES,
} from '#model/words.ts';
import { column, columns, type Shape } from './shape.ts';

export const STEP_TYPES: Shape = {
  file: 'workflows/step-types.csv',
  row: 'step type',
  need: 'error',
  without: 'there is no workflow to show or to audit',
  columns: [
    column('!step_type', 'key'),
    ...columns('name workflow'),
    column('roles', 'words', ROLES),
    ...columns('may_start may_end', 'flag'),
    column('opens', 'words', SCOPES),
    column('per', 'word', PER),
    column('team'),
    column('clock_length', 'number'),
    column('clock_unit', 'word', CLOCK_UNITS),
    column('clock_from', 'word', ROLES),
    column('clock_basis', 'word', CLOCK_BASES),
    column('completed_per_year', 'whole'),
    column('notes'),
  ],
};

export const NEXT_ACTIONS: Shape = {
  file: 'workflows/next-actions.csv',
  row: 'next action',
  need: 'warning',
  without: 'no step leads to another',
  columns: [
    column('!next_action', 'key'),
    column('label'),
    column('!from', 'ref'),
    column('!to', 'ref'),
    column('rules', 'rules', ['always', 'immediate', 'one-of', 'requires', 'mandatory-if']),
    column('delay_days', 'whole'),
    column('is_nfa', 'flag'),
    column('times_used', 'whole'),
    column('notes'),
  ],
};

export const STEP_FORMS: Shape = {
  file: 'workflows/step-forms.csv',
  row: 'activity',
  need: 'warning',
  without: 'no form stands on any step',
  columns: [
    column('!step_type', 'ref'),
    column('!form', 'ref'),
    column('mandatory', 'flag'),
    column('kind', 'word', ACTIVITY_KINDS),
  ],
};

export const FORMS: Shape = {
  file: 'workflows/forms.csv',
  row: 'form',
  need: 'warning',
  without: 'no form and no question can be shown',
  columns: [column('!form', 'key'), ...columns('title version notes')],
};

export const QUESTIONS: Shape = {
  file: 'workflows/questions.csv',
  row: 'question',
  need: 'warning',
  without: 'nothing is known of what the forms ask',
  columns: [
    column('!form', 'ref'),
    column('!question', 'key'),
    column('order', 'number'),
    ...columns('section text'),
    column('!type', 'word', QUESTION_TYPES),
    column('mandatory', 'flag'),
    column('shown_if', 'condition'),
    column('entry', 'word', ENTRIES),
    column('pulled_from', 'ref'),
    column('per_child', 'flag'),
    column('collection'),
    column('lookup', 'ref'),
    column('entered_by'),
    column('typical_words', 'number'),
    column('purposes', 'words', [...PURPOSES, 'none']),
    ...columns('readers tags', 'list'),
    column('notes'),
  ],
};

export const LOOKUPS: Shape = {
  file: 'workflows/lookups.csv',
  row: 'answer',
  need: 'warning',
  without: 'no question of type choice has answers',
  columns: [
    column('!lookup', 'key'),
    column('order', 'number'),
    column('!answer', 'key'),
    column('times_chosen', 'count'),
  ],
};

export const QUESTION_USAGE: Shape = {
  file: 'workflows/question-usage.csv',
  row: 'usage',
  need: 'optional',
  without: '',
  columns: [
    ...columns('!form !question step_type', 'ref'),
    ...columns('from to', 'date'),
    ...columns('shown answered distinct', 'count'),
    column('top_share', 'share'),
    column('avg_chars', 'number'),
    ...columns('compared unchanged', 'count'),
    ...columns('not_helpful hard_to_answer helpful data_user_needs', 'whole'),
  ],
};

export const TIMINGS: Shape = {
  file: 'workflows/timings.csv',
  row: 'timing',
  need: 'optional',
  without: '',
  columns: [
    column('type', 'word', QUESTION_TYPES),
    ...columns('form question', 'ref'),
    ...columns('!low !usual !high', 'number'),
    column('measured', 'whole'),
    column('source'),
  ],
};

export const POSITIONS: Shape = {
  file: 'workflows/positions.csv',
  row: 'position',
  need: 'optional',
  without: '',
  columns: [column('!step_type', 'ref'), ...columns('!x !y', 'number')],
};
