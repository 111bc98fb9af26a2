import { assertNever } from '#model/assert.ts';
import type { QuestionRow } from './question-row.ts';

/** Filters that people reach for most, one press each. */
export const QUICK_FILTERS = [
  'not-looked-at',
  'unmapped',
  'suggested',
  'flagged',
  'feeds',
  'findings',
  'duplicates',
  'not-assessed',
] as const;
export type QuickFilter = (typeof QUICK_FILTERS)[number];

export const QUICK_WORDS: Readonly<Record<QuickFilter, string>> = {
  'not-looked-at': 'Not yet looked at',
  unmapped: 'Unmapped',
  suggested: 'Suggested',
  flagged: 'Flagged',
  feeds: 'Feeds the return',
  findings: 'Has findings',
  duplicates: 'Duplicates',
  'not-assessed': 'Not assessed',
};

/** Whether a question passes a quick filter. */
export function passes(filter: QuickFilter, row: QuestionRow): boolean {
  switch (filter) {
    case 'not-looked-at':
      return row.standing === 'not-looked-at';
    case 'unmapped':
      return row.sources.length === 0;
    case 'suggested':
      return row.suggestion !== null || row.standing === 'suggested';
    case 'flagged':
      return row.standing === 'flagged';
    case 'feeds':
      return row.items.length > 0;
    case 'findings':
      return row.findings.length > 0;
    case 'duplicates':
      return row.findings.some(({ kind }) => kind.startsWith('duplicate/'));
    case 'not-assessed':
      return !row.question.purposes.assessed;
    default:
      return assertNever(filter);
  }
}

/** How far a workspace's questions have been worked through. */
export interface Progress {
  readonly questions: number;
  readonly lookedAt: number;
  readonly assessed: number;
}

export const progressOf = (rows: readonly QuestionRow[]): Progress => ({
  questions: rows.length,
  lookedAt: rows.filter(({ standing }) => standing !== 'not-looked-at').length,
  assessed: rows.filter(({ question }) => question.purposes.assessed).length,
});
