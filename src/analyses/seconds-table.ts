import type { SecondsRow } from '#model/figures.ts';

/** What a field is to the table: its type as seen by the hand that fills it in, or how it is filled without one. */
export type SecondsKey =
  | 'yes-no'
  | 'choice'
  | 'long-list'
  | 'several'
  | 'number'
  | 'date'
  | 'short-text'
  | 'person'
  | 'address'
  | 'file'
  | 'sign-off'
  | 'long-text-word'
  | 'pulled-and-checked'
  | 'locked'
  | 'system'
  | 'step';

/** Keystroke-level model: Card, Moran and Newell 1980, with an average typist who is not a secretary. */
const KLM =
  'Keystroke-level model (key 0.28 s, point 1.1 s, click 0.2 s, hand 0.4 s, think 1.35 s), six words of label read at four a second, and a margin for thinking';
const ASSUMED =
  'Assumed: the parts of the keystroke-level model with searching and waiting added; nothing published for social care';

/**
 * Default seconds, low – usual – high. Modelled, not measured in social care: no published figure exists.
 * The page `time.md` says more, and `workflows/timings.csv` overrides by question type or question.
 */
export const SECONDS_TABLE: readonly (SecondsRow & { readonly key: SecondsKey })[] = [
  {
    key: 'yes-no',
    name: 'Tick box or yes/no',
    low: 4,
    usual: 5,
    high: 10,
    unit: 'answer',
    source: `${KLM}; the model alone gives 4.2 to 4.7 s`,
    confidence: 'medium',
  },
  {
    key: 'choice',
    name: 'Choose one, up to 7 answers',
    low: 5,
    usual: 8,
    high: 15,
    unit: 'answer',
    source: `${KLM}; the model alone gives 6.6 s; an ordinary closed web question is reckoned at about 10 s`,
    confidence: 'medium',
  },
  {
    key: 'long-list',
    name: 'Choose one, 8 answers or more',
    low: 7,
    usual: 10,
    high: 25,
    unit: 'answer',
    source: `${KLM}; the model alone gives 9.2 s with a drop-down`,
    confidence: 'medium',
  },
  {
    key: 'several',
    name: 'Choose several',
    low: 10,
    usual: 20,
    high: 60,
    unit: 'answer',
    source: `${KLM}; the model alone gives 16.5 s for three ticks among twenty`,
    confidence: 'low to medium',
  },
  {
    key: 'number',
    name: 'Number',
    low: 5,
    usual: 8,
    high: 20,
    unit: 'answer',
    source: `${KLM}; the model alone gives 5.4 s`,
    confidence: 'low to medium',
  },
  {
    key: 'date',
    name: 'Date, or date and time',
    low: 7,
    usual: 10,
    high: 25,
    unit: 'answer',
    source: `${KLM}; the model alone gives 7.4 s typed; Bargas-Avila 2011 (n = 172) found one typed box fastest, calendar and drop-down slower`,
    confidence: 'medium',
  },
  {
    key: 'short-text',
    name: 'Short text, about 5 words',
    low: 10,
    usual: 15,
    high: 30,
    unit: 'answer',
    source: `${KLM}; the model alone gives 13 s`,
    confidence: 'medium',
  },
  {
    key: 'person',
    name: 'Find a person, worker or organisation',
    low: 12,
    usual: 20,
    high: 60,
    unit: 'answer',
    source: `${ASSUMED}; the model alone gives 12 s`,
    confidence: 'low',
  },
  { key: 'address', name: 'Address', low: 15, usual: 25, high: 60, unit: 'answer', source: ASSUMED, confidence: 'low' },
  {
    key: 'file',
    name: 'Attach a file',
    low: 20,
    usual: 45,
    high: 120,
    unit: 'answer',
    source: ASSUMED,
    confidence: 'low',
  },
  {
    key: 'sign-off',
    name: 'Sign-off',
    low: 5,
    usual: 15,
    high: 60,
    unit: 'answer',
    source: ASSUMED,
    confidence: 'low',
  },
  {
    key: 'long-text-word',
    name: 'Long text, each word',
    low: 1.8,
    usual: 3.2,
    high: 6,
    unit: 'word',
    source: 'Karat and others 1999: composing at 19 words a minute, copying at 32.5; the range is ours',
    confidence: 'medium',
  },
  {
    key: 'pulled-and-checked',
    name: 'Pulled forward, must be checked',
    low: 3,
    usual: 5,
    high: 15,
    unit: 'answer',
    source: `${ASSUMED}; the model alone gives 3 s`,
    confidence: 'low',
  },
  {
    key: 'locked',
    name: 'Pulled forward, locked',
    low: 0,
    usual: 0,
    high: 3,
    unit: 'answer',
    source: 'Nothing is entered; up to a glance',
    confidence: 'high',
  },
  {
    key: 'system',
    name: 'Filled in by the system',
    low: 0,
    usual: 0,
    high: 0,
    unit: 'answer',
    source: 'Nothing is entered',
    confidence: 'high',
  },
  {
    key: 'step',
    name: 'Each step: open, save and finish',
    low: 20,
    usual: 40,
    high: 120,
    unit: 'step',
    source: ASSUMED,
    confidence: 'low',
  },
];

/** Words of a long text whose typical words nobody has said: 190 s at 3.2 s a word. */
export const TYPICAL_WORDS = 60;

/** A list from this length on is a long one. */
export const LONG_LIST = 8;

/** A measurement counts as a calibration from this many completions on. */
export const ENOUGH_MEASURED = 5;
