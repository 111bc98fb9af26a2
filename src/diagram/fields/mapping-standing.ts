import type { MappingStatus } from '#model/words.ts';
import type { Question, Source } from '#model/workspace.ts';
import type { FieldMark } from './field-column.ts';

/** How far a question has been mapped. A question is looked at when it has a source, or its purposes are assessed. */
const STANDINGS = ['not-looked-at', 'flagged', 'suggested', 'confirmed', 'ignored', 'looked-at'] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_MARKS: Readonly<Record<Standing, FieldMark>> = {
  'not-looked-at': { tone: 'quiet', sign: '○', word: 'Not yet looked at' },
  flagged: { tone: 'bad', sign: '⚑', word: 'Flagged' },
  suggested: { tone: 'some', sign: '◐', word: 'Suggested' },
  confirmed: { tone: 'good', sign: '●', word: 'Confirmed' },
  ignored: { tone: 'quiet', sign: '–', word: 'Ignored' },
  'looked-at': { tone: 'info', sign: '✓', word: 'Looked at, no fact' },
};

/** What needs a person most comes first. */
const BY_NEED: readonly MappingStatus[] = ['flagged', 'suggested', 'confirmed', 'ignored'];

/** The standing of a question, from its sources and its purposes. */
export function standingOf(question: Pick<Question, 'purposes'>, sources: readonly Source[]): Standing {
  const status = BY_NEED.find((candidate) => sources.some((source) => source.status === candidate));
  if (status !== undefined) return status;
  return question.purposes.assessed ? 'looked-at' : 'not-looked-at';
}
