import type { HourKind, HoursPerYear, Range } from '#model/figures.ts';

/** Hours of entry in a year that are spent on one kind of thing. */
export interface HoursRow {
  readonly kind: HourKind;
  readonly words: string;
  readonly hours: Range;
}

const KIND_WORDS: Readonly<Record<HourKind, string>> = {
  returnOnly: 'National returns alone',
  shared: 'Returns and something else',
  practice: 'Practice and other purposes',
  noPurposeRecorded: 'Purpose not yet recorded',
  noKnownUse: 'No known use',
  stepItself: 'Opening and finishing steps',
};

const ORDER: readonly HourKind[] = [
  'practice',
  'noPurposeRecorded',
  'stepItself',
  'shared',
  'noKnownUse',
  'returnOnly',
];

/** What the hours of a year are spent on, most first. */
export const hoursByKind = (hours: HoursPerYear): readonly HoursRow[] =>
  ORDER.map((kind) => ({ kind, words: KIND_WORDS[kind], hours: hours[kind] })).toSorted(
    (a, b) => b.hours.usual - a.hours.usual,
  );

/** Modelled hours with two figures that count: more would look measured. "24,000". */
export const aboutHours = (hours: number): string =>
  (hours < 10 ? Math.round(hours * 10) / 10 : Number(hours.toPrecision(2))).toLocaleString('en-GB');

/** "24,000–91,000". */
export const aboutBetween = ({ low, high }: Pick<Range, 'low' | 'high'>): string =>
  `${aboutHours(low)}–${aboutHours(high)}`;
