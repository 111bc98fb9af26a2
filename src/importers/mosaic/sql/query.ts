import type { Dialect } from './dialects.ts';

/** One extract as a query. */
export interface Query {
  /** The file that it fills, without its ending. */
  readonly file: string;
  readonly says: string;
  readonly notes: readonly string[];
  readonly sql: (dialect: Dialect) => string;
}

/** A count in which 1 to 5 cannot be told apart. */
export const small = (to: Dialect, count: string): string =>
  `CASE WHEN ${count} BETWEEN 1 AND 5 THEN '<6' ELSE ${to.text(count)} END`;

/** The period as two columns. */
export const period = (to: Dialect): string =>
  `${to.dateText(to.from)} AS PERIOD_FROM, ${to.dateText(to.to)} AS PERIOD_TO`;
