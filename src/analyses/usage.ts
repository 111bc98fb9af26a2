import type { Count, QuestionUsage } from '#model/workspace.ts';

/** Between which two numbers a count lies: a suppressed one between 1 and 5, one that nobody said anywhere from 0 up. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

const NOTHING: Bounds = { low: 0, high: 0 };
const UNSAID: Bounds = { low: 0, high: Number.POSITIVE_INFINITY };

function boundsOf(count: Count): Bounds {
  if (count === null) return UNSAID;
  return count === '<6' ? { low: 1, high: 5 } : { low: count, high: count };
}

/** The bounds of a part and of the whole it is part of, one telling about the other; nothing where a row says neither. */
function pairOf(part: Count, whole: Count): readonly [Bounds, Bounds] {
  if (part === null && whole === null) return [NOTHING, NOTHING];
  const [own, all] = [boundsOf(part), boundsOf(whole)];
  return [part === null ? { low: 0, high: all.high } : own, whole === null ? { low: own.low, high: all.high } : all];
}

const add = (a: Bounds, b: Bounds): Bounds => ({ low: a.low + b.low, high: a.high + b.high });

/** A part and its whole, each summed over the rows of a question. */
export interface Share {
  readonly part: Bounds;
  readonly whole: Bounds;
}

function shareOf(
  rows: readonly QuestionUsage[],
  pick: (row: QuestionUsage) => readonly [part: Count, whole: Count],
): Share {
  let [part, whole] = [NOTHING, NOTHING];
  for (const row of rows) {
    const [own, all] = pairOf(...pick(row));
    part = add(part, own);
    whole = add(whole, all);
  }
  return { part, whole };
}

/** Answered under 5% of at least 100 times shown, whatever the suppressed counts are; null where not, or not sure. */
export function rarelyAnswered(rows: readonly QuestionUsage[]): Share | null {
  const share = shareOf(rows, (row) => [row.answered, row.shown]);
  const { part, whole } = share;
  return whole.low >= 100 && part.high * 20 < whole.low ? share : null;
}

/** Unchanged in at least half of 30 or more compared, whatever the suppressed counts are; null where not, or not sure. */
export function mostlyUnchanged(rows: readonly QuestionUsage[]): Share | null {
  const share = shareOf(rows, (row) => [row.unchanged, row.compared]);
  const { part, whole } = share;
  return whole.low >= 30 && part.low * 2 >= whole.high ? share : null;
}

const ALWAYS = 0.98;

/** Room for the rounding of sums of decimal shares, in answers. */
const ROUNDING = 1e-9;

/** The share of a question's commonest answer: `least` is the smallest that the suppressed counts allow. */
export interface TopAnswer {
  readonly least: number;
  readonly exact: boolean;
  readonly answered: Bounds;
}

/** By how many answers a row lies above the share wanted, at its worst; rows without a share are taken to have none. */
function worstOver(row: QuestionUsage, answered: Bounds): number {
  const over = (row.topShare ?? 0) - ALWAYS;
  const worst = over >= 0 ? answered.low : answered.high;
  return worst === 0 ? 0 : worst * over;
}

/** How many answers a row stands for: as many as nobody knows where it gives a share and no count. */
function answersOf(row: QuestionUsage): Bounds {
  const unsaid = row.answered === null && row.shown === null && row.topShare !== null;
  return unsaid ? UNSAID : pairOf(row.answered, row.shown)[0];
}

const lacksShare = (row: QuestionUsage, answered: Bounds): boolean => row.topShare === null && answered.high > 0;

/**
 * One answer in at least 98% of at least 100, whatever the suppressed counts are; null where not, or not sure.
 * Rows are weighted by how often the question was answered.
 */
export function alwaysSame(rows: readonly QuestionUsage[]): TopAnswer | null {
  if (rows.length === 0) return null;
  const known = rows.map((row) => ({ row, answered: answersOf(row) }));
  const answered = known.map((one) => one.answered).reduce(add, NOTHING);
  const over = known.reduce((sum, one) => sum + worstOver(one.row, one.answered), 0);
  if (answered.low < 100 || over < -ROUNDING) return null;
  const exact = known.every((one) => one.answered.low === one.answered.high && !lacksShare(one.row, one.answered));
  const tops = known.reduce((sum, one) => sum + (one.row.topShare ?? 0) * one.answered.low, 0);
  return { least: exact ? tops / answered.low : ALWAYS, exact, answered };
}

/** How many people were counted; a count that nobody gave adds nobody. */
export const people = (rows: readonly QuestionUsage[], pick: (row: QuestionUsage) => number | null): number =>
  rows.reduce((sum, row) => sum + (pick(row) ?? 0), 0);
