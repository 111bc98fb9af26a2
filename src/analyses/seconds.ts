import { assertNever } from '#model/assert.ts';
import type { Range, SecondsBasis } from '#model/figures.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { QuestionType } from '#model/words.ts';
import type { Question, Timing } from '#model/workspace.ts';
import { ENOUGH_MEASURED, LONG_LIST, SECONDS_TABLE, type SecondsKey, TYPICAL_WORDS } from './seconds-table.ts';

/** Seconds of one answer to a question, and what they rest on. */
export interface AnswerSeconds {
  readonly seconds: Range;
  /** What the default table alone gives. */
  readonly byDefault: Range;
  readonly basis: SecondsBasis;
  readonly measured: number | null;
}

export const NO_TIME: Range = { low: 0, usual: 0, high: 0 };

export const times = (range: Range, by: number): Range => ({
  low: range.low * by,
  usual: range.usual * by,
  high: range.high * by,
});

export const plus = (a: Range, b: Range): Range => ({
  low: a.low + b.low,
  usual: a.usual + b.usual,
  high: a.high + b.high,
});

const DEFAULTS = new Map<SecondsKey, Range>(
  SECONDS_TABLE.map(({ key, low, usual, high }) => [key, { low, usual, high }]),
);

/** A row of the default table. */
export const defaultSeconds = (key: SecondsKey): Range => DEFAULTS.get(key) ?? NO_TIME;

const KEY_OF_TYPE: Readonly<Record<QuestionType, SecondsKey>> = {
  'short-text': 'short-text',
  'long-text': 'long-text-word',
  'rich-text': 'long-text-word',
  number: 'number',
  date: 'date',
  'date-time': 'date',
  'yes-no': 'yes-no',
  choice: 'choice',
  'multi-choice': 'several',
  person: 'person',
  address: 'address',
  file: 'file',
  'sign-off': 'sign-off',
};

const isLongText = ({ type }: Question): boolean => type === 'long-text' || type === 'rich-text';
const wordsOf = (question: Question): number => question.typicalWords ?? TYPICAL_WORDS;

function typedSeconds(index: WorkspaceIndex, question: Question): Range {
  const answers = question.lookup === null ? 0 : (index.answersOfLookup.get(question.lookup)?.length ?? 0);
  if (question.type === 'choice' && answers >= LONG_LIST) return defaultSeconds('long-list');
  const seconds = defaultSeconds(KEY_OF_TYPE[question.type]);
  return isLongText(question) ? times(seconds, wordsOf(question)) : seconds;
}

function byTable(index: WorkspaceIndex, question: Question): Range {
  switch (question.entry) {
    case 'typed':
      return typedSeconds(index, question);
    case 'pulled-editable':
      return defaultSeconds('pulled-and-checked');
    case 'pulled-locked':
      return defaultSeconds('locked');
    case 'system':
      return NO_TIME;
    default:
      return assertNever(question.entry);
  }
}

/** The rows of timings.csv, by question and by type. */
export interface Timings {
  readonly byQuestion: ReadonlyMap<string, Timing>;
  readonly byType: ReadonlyMap<QuestionType, Timing>;
}

export function timingsOf({ workspace }: WorkspaceIndex): Timings {
  return {
    byQuestion: new Map(
      workspace.timings.flatMap((timing) =>
        timing.form === null || timing.question === null
          ? []
          : [[questionKey(timing.form, timing.question), timing] as const],
      ),
    ),
    byType: new Map(
      workspace.timings.flatMap((timing) => (timing.type === null ? [] : [[timing.type, timing] as const])),
    ),
  };
}

/** A row for a type is about typed answers; for long texts it is about one of the assumed length, and grows with the words. */
function fromType(timings: Timings, question: Question): readonly [Timing, number] | null {
  const timing = question.entry === 'typed' ? timings.byType.get(question.type) : undefined;
  if (timing === undefined) return null;
  return [timing, isLongText(question) ? wordsOf(question) / TYPICAL_WORDS : 1];
}

/** Seconds of one answer: the row of timings.csv for the question, else the one for its type, else the default table. */
export function answerSeconds(index: WorkspaceIndex, timings: Timings, question: Question): AnswerSeconds {
  const byDefault = byTable(index, question);
  const own =
    timings.byQuestion.size === 0 ? undefined : timings.byQuestion.get(questionKey(question.form, question.code));
  const [timing, scale] = own === undefined ? (fromType(timings, question) ?? [null, 1]) : [own, 1];
  if (timing === null) return { seconds: byDefault, byDefault, basis: 'default', measured: null };
  return {
    seconds: times(timing, scale),
    byDefault,
    basis: (timing.measured ?? 0) >= ENOUGH_MEASURED ? 'calibrated' : 'workspace',
    measured: timing.measured,
  };
}
