import { HOUR_KINDS, type HourKind, type HoursPerYear, type Range } from '#model/figures.ts';
import { NO_TIME, plus, times } from './seconds.ts';

/** Time by what it is spent on. */
export type Split = Readonly<Record<HourKind, Range>>;

const eachKind = (of: (kind: HourKind) => Range): Split => ({
  returnOnly: of('returnOnly'),
  shared: of('shared'),
  practice: of('practice'),
  noPurposeRecorded: of('noPurposeRecorded'),
  noKnownUse: of('noKnownUse'),
  stepItself: of('stepItself'),
});

export const NOTHING_SPENT: Split = eachKind(() => NO_TIME);

export const spend = (kind: HourKind, range: Range): Split => ({ ...NOTHING_SPENT, [kind]: range });

/** What parts come to, each counted so often. */
export function addSplits(parts: readonly (readonly [Split, number])[]): Split {
  return eachKind((kind) =>
    parts.reduce((sum, [split, count]) => (count === 0 ? sum : plus(sum, times(split[kind], count))), NO_TIME),
  );
}

export const totalOf = (split: Split): Range => HOUR_KINDS.map((kind) => split[kind]).reduce(plus, NO_TIME);

const HOUR = 3600;

const TENS = [1, 10, 100, 1000, 10_000];

/** Rounds, to 4 places at most, for the audit: see `model/figures.ts`. */
export const rounded = (value: number, places: number): number => {
  const by = TENS[places] ?? 1;
  return Math.round(value * by) / by;
};

export const roundedRange = (range: Range, places: number): Range => ({
  low: rounded(range.low, places),
  usual: rounded(range.usual, places),
  high: rounded(range.high, places),
});

const hours = (seconds: Range): Range => roundedRange(times(seconds, 1 / HOUR), 2);

/** Seconds of a year as hours. */
export function toHours(seconds: Split, stepsNotCounted: number): HoursPerYear {
  return {
    total: hours(totalOf(seconds)),
    returnOnly: hours(seconds.returnOnly),
    shared: hours(seconds.shared),
    practice: hours(seconds.practice),
    noPurposeRecorded: hours(seconds.noPurposeRecorded),
    noKnownUse: hours(seconds.noKnownUse),
    stepItself: hours(seconds.stepItself),
    stepsNotCounted,
  };
}
