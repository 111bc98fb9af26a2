/** How much looking for near words one reading may do, in steps; afterwards problems carry no "did you mean". */
export interface Hints {
  left: number;
}

const WORK = 10_000_000;
const LONGEST = 80;

export const newHints = (): Hints => ({ left: WORK });

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s_.-]+/g, '');

const swapped = (from: string, row: number, to: string, column: number): boolean =>
  row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];

/** The number of letters to add, drop, change or swap with their neighbour to get from one text to the other. */
function distance(from: string, to: string): number {
  let before: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const change = from[row - 1] === to[column - 1] ? 0 : 1;
      const least = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + change,
      );
      const swap = swapped(from, row, to, column) ? (before[column - 2] ?? 0) + 1 : least;
      current.push(Math.min(least, swap));
    }
    [before, previous] = [previous, current];
  }
  return previous[to.length] ?? 0;
}

/** The candidate nearest to what was written, if one is near enough; the first of equals. */
export function findNear(wanted: string, candidates: Iterable<string>, hints: Hints): string | undefined {
  const text = plain(wanted);
  if (text.length < 2 || text.length > LONGEST) return undefined;
  let least = (text.length < 4 ? 0 : Math.min(3, Math.floor(text.length / 3))) + 1;
  let best: string | undefined;
  for (const candidate of candidates) {
    if (hints.left <= 0) return best;
    hints.left -= 1;
    if (candidate === '' || Math.abs(candidate.length - wanted.length) > least + 3) continue;
    const other = plain(candidate);
    if (Math.abs(other.length - text.length) >= least) continue;
    hints.left -= text.length * other.length;
    const far = distance(text, other);
    if (far < least) [least, best] = [far, candidate];
    if (far === 0) break;
  }
  return best;
}

/** ` Did you mean "…"?`, or nothing. */
export function didYouMean(wanted: string, candidates: Iterable<string>, hints: Hints): string {
  const near = findNear(wanted, candidates, hints);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}
