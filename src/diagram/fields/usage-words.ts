import type { FieldTime } from '#model/figures.ts';
import type { Count, QuestionUsage } from '#model/workspace.ts';

/** The sum of some counts in words: what is suppressed stays so, and what nobody said is left out. */
export function sumOfCounts(counts: readonly Count[]): string {
  const numbers = counts.filter((count) => typeof count === 'number');
  const held = counts.filter((count) => count === '<6').length;
  const sum = numbers.reduce((total, count) => total + count, 0);
  if (numbers.length === 0) return held === 0 ? '' : held === 1 ? '<6' : `${held} × <6`;
  return held === 0 ? String(sum) : `${sum} and ${held === 1 ? '<6' : `${held} × <6`}`;
}

const bounds = (count: Count): readonly [low: number, high: number] => {
  if (count === '<6') return [1, 5];
  return [count ?? 0, count ?? 0];
};

/** The share answered in per cent, as two numbers where suppressed counts leave it open; empty where nothing is known. */
export function answeredPercent(rows: readonly QuestionUsage[]): string {
  let [low, high, fewest, most] = [0, 0, 0, 0];
  for (const { answered, shown } of rows) {
    if (answered === null || shown === null) continue;
    const [part, whole] = [bounds(answered), bounds(shown)];
    [low, high, fewest, most] = [low + part[0], high + part[1], fewest + whole[0], most + whole[1]];
  }
  if (most === 0) return '';
  const from = Math.round((100 * low) / most);
  const to = Math.round(100 * Math.min(1, high / Math.max(1, fewest)));
  return from === to ? `${from}%` : `${from}–${to}%`;
}

const whole = (hours: number): string => Math.round(hours * 60).toLocaleString('en-GB');

/** Modelled minutes of entry in a year, as usual and, in brackets, from low to high; empty where not known. */
export function minutesAYear(time: FieldTime | null): string {
  if (time === null || time.hoursPerYear === null) return '';
  const { low, usual, high } = time.hoursPerYear;
  return `${whole(usual)} (${whole(low)}–${whole(high)})`;
}
