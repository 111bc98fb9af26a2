/** How much looking for near words one reading may do, in steps; afterwards problems carry no "did you mean". */
export interface Hints {
  left: number;
}

const WORK = 40_000_000;
const LONGEST = 80;

export const newHints = (): Hints => ({ left: WORK });

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s_.-]+/g, '');

/** The number of letters to add, drop or change to get from one text to the other. */
function distance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const change = from[row - 1] === to[column - 1] ? 0 : 1;
      const least = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + change,
      );
      current.push(least);
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}

/** The candidate nearest to what was written, if one is near enough; the first of equals. */
export function findNear(wanted: string, candidates: Iterable<string>, hints: Hints): string | undefined {
  const text = plain(wanted);
  if (text.length < 2 || text.length > LONGEST) return undefined;
  let least = Math.max(1, Math.min(3, Math.floor(text.length / 4))) + 1;
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
