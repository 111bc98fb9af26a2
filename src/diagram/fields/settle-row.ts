import type { Finding } from '#model/finding.ts';

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const sameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((member, at) => member === other[at]);

/** Each audit makes its findings anew; they are the same while they say the same. */
export const sameFindings = (one: readonly Finding[], other: readonly Finding[]): boolean =>
  one === other ||
  (one.length === other.length &&
    one.every((finding, at) => {
      const then = other[at];
      return (
        then !== undefined &&
        finding.id === then.id &&
        finding.message === then.message &&
        finding.severity === then.severity &&
        finding.decision?.decision === then.decision?.decision
      );
    }));

/** True where two values are one, or lists of the same members. */
const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (isList(one) && isList(other) && sameList(one, other));

/** True where two rows were made from the same values, lists member by member. */
export const sameInputs = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((input, at) => isSame(input, other[at]));

/** The earlier row where the later one holds the same in the parts named. */
export function settleRow<Row extends object>(before: Row | undefined, after: Row, parts: readonly (keyof Row)[]): Row {
  if (before === undefined) return after;
  return parts.every((part) => isSame(before[part], after[part])) ? before : after;
}
