import type { CaseReading } from './case-reading.ts';
import { censusPeriod } from './census-year.ts';
import { dateOfFact, valueOfFact } from './fact-value.ts';

const BIRTH = 'child.date-of-birth';
const EXPECTED = 'child.expected-date-of-birth';

/** Whether a child was born by the end of the census year: one born later was still expected in it. */
export function isBorn(reading: CaseReading, child: string): boolean {
  const birth = dateOfFact(reading, BIRTH, child);
  const period = censusPeriod(reading);
  return birth !== null && (period === null || birth <= period.to);
}

/** Whether a child was not born by then; one of whom neither day is known is taken to be born. */
export const isUnborn = (reading: CaseReading, child: string): boolean =>
  !isBorn(reading, child) && [BIRTH, EXPECTED].some((fact) => valueOfFact(reading, fact, child) !== null);
