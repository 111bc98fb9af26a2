import type { Bounds, Share, TopAnswer } from './usage.ts';

/** What each signal says of a question, as the end of a sentence about it. */
export const NO_PURPOSE = 'has no purpose written down';
export const NO_KNOWN_USE =
  'has no known use: people found no purpose for it, it feeds no item of a return, drives no next action and no condition, and is pulled into no other question';
export const NO_READER = 'is read by nobody, as far as anybody knows';

const NUMBER = new Intl.NumberFormat('en-GB');
const number = (value: number): string => NUMBER.format(value);

/** A count, or between what it lies: `31`, `at most 5`, `between 31 and 35`, `at least 100`. */
export function describeBounds({ low, high }: Bounds): string {
  if (low === high) return number(low);
  if (!Number.isFinite(high)) return `at least ${number(low)}`;
  return low <= 1 ? `at most ${number(high)}` : `between ${number(low)} and ${number(high)}`;
}

/** A share as whole per cent, with as many decimals as it takes to stand on its own side of a mark, and of 100. */
export function percent(share: number, mark: number): string {
  const exact = Number((share * 100).toFixed(6));
  if (exact > 0 && exact < 0.5) return 'under 1 %';
  const keepsSide = (text: string): boolean =>
    [mark, 100].every((limit) => Math.sign(Number(text) - limit) === Math.sign(exact - limit));
  const rounded = [0, 1, 2, 3].map((digits) => exact.toFixed(digits)).find(keepsSide);
  return `${rounded ?? exact} %`;
}

const isExact = ({ low, high }: Bounds): boolean => low === high;

export function describeRare({ part, whole }: Share): string {
  const share = percent(part.high / whole.low, 5);
  const most = isExact(part) && isExact(whole) ? share : `at most ${share}`.replace('at most under', 'under');
  return `was answered ${describeBounds(part)} of ${describeBounds(whole)} times shown, ${most}`;
}

export function describeSame({ least, exact, answered }: TopAnswer): string {
  const share = percent(least, 98);
  const most = exact ? share : `at least ${share}`;
  return `got one and the same answer in ${most} of ${describeBounds(answered)} answers`;
}

export const describeNotHelpful = (saying: number): string =>
  `does not help, say ${number(saying)} people who fill it in, and no data user is recorded as needing it`;

export const describeHard = (saying: number): string => `is hard to answer, say ${number(saying)} people`;

export function describeUnchanged({ part, whole }: Share): string {
  const share = percent(part.low / whole.high, 50);
  const least = isExact(part) && isExact(whole) ? share : `at least ${share}`;
  return `stood unchanged in ${describeBounds(part)} of ${describeBounds(whole)} answers compared with the one before, ${least}`;
}

/** A question to review: no known use, and what else was found. */
export const describeCandidate = (also: readonly string[]): string =>
  `is one to review: it has no known use; it ${also.join('; it ')}`;
