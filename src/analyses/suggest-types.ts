import type { ItemFormat } from '#model/data-return.ts';
import type { QuestionType } from '#model/words.ts';
import type { Fact } from '#model/workspace.ts';

/** What an answer about a fact is made of. */
export type Holds = 'date' | 'dates' | 'code' | 'yes-no' | 'number' | 'outcome' | 'account' | 'person' | 'text';

/** How well each type of question holds it, 0 to 1. A type that is not named does not. */
const FITS: Readonly<Record<Holds, Readonly<Partial<Record<QuestionType, number>>>>> = {
  date: { date: 1, 'date-time': 1, 'sign-off': 0.9, 'short-text': 0.6 },
  dates: { date: 1, 'date-time': 1, 'short-text': 0.9, 'long-text': 0.9, 'rich-text': 0.8 },
  code: { choice: 1, 'multi-choice': 1, 'short-text': 0.8, 'yes-no': 0.75 },
  'yes-no': { 'yes-no': 1, choice: 1, 'multi-choice': 0.7, 'short-text': 0.7 },
  number: { number: 1, choice: 0.6, 'short-text': 0.8 },
  outcome: { choice: 1, 'multi-choice': 0.9, 'short-text': 0.9, 'long-text': 0.9, 'rich-text': 0.9, 'yes-no': 0.8 },
  account: { 'long-text': 1, 'rich-text': 1, 'short-text': 0.9, 'multi-choice': 0.8, choice: 0.7 },
  person: { person: 1, 'short-text': 1, 'long-text': 1, choice: 0.7 },
  text: {
    'short-text': 1,
    'long-text': 1,
    'rich-text': 1,
    choice: 1,
    'multi-choice': 1,
    person: 0.6,
    address: 1,
    number: 0.8,
    'yes-no': 0.75,
  },
};

function holdsByFormat({ kind }: ItemFormat): Holds {
  if (kind === 'date' || kind === 'date-time') return 'date';
  if (kind === 'true-false') return 'yes-no';
  if (kind === 'whole-number') return 'number';
  return kind === 'code' ? 'code' : 'text';
}

const BY_NAME: readonly (readonly [RegExp, Holds])[] = [
  [/\bdates\b/iu, 'dates'],
  [/\bdate\b/iu, 'date'],
  [/^number of\b/iu, 'number'],
  [/^names?\b|\bworker$/iu, 'person'],
  [/^(?:outcome|decision|reason|how)\b/iu, 'outcome'],
];

const BY_DEFINITION: readonly (readonly [RegExp, Holds])[] = [
  [/^(?:the (?:last )?day|when)\b/iu, 'date'],
  [/^whether\b/iu, 'yes-no'],
  [/^how many\b/iu, 'number'],
];

/** What a fact holds: as its items say, else as its name and definition say. */
export function holdsOf(fact: Fact, formats: readonly ItemFormat[]): ReadonlySet<Holds> {
  if (formats.length > 0) return new Set(formats.map(holdsByFormat));
  const named = BY_NAME.find(([pattern]) => pattern.test(fact.name));
  if (named !== undefined) return new Set([named[1]]);
  const defined = BY_DEFINITION.find(([pattern]) => pattern.test(fact.definition));
  return new Set([defined?.[1] ?? (fact.kind === 'judgement' ? 'account' : 'text')]);
}

/** How well a question of this type answers it; `taken` are the types of questions mapped to the fact already. */
export function typeFit(holds: ReadonlySet<Holds>, type: QuestionType, taken: ReadonlySet<QuestionType>): number {
  if (taken.has(type)) return 1;
  return Math.max(0, ...[...holds].map((one) => FITS[one][type] ?? 0));
}

const GROUPS: Readonly<Record<QuestionType, string>> = {
  'short-text': 'text',
  'long-text': 'text',
  'rich-text': 'text',
  number: 'number',
  date: 'date',
  'date-time': 'date',
  'yes-no': 'list',
  choice: 'list',
  'multi-choice': 'list',
  person: 'text',
  address: 'text',
  file: 'file',
  'sign-off': 'sign-off',
};

/** Types that can hold the same answer share a group. */
export const typeGroup = (type: QuestionType): string => GROUPS[type];
