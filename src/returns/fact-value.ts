import { factId } from '#model/ids.ts';
import { type CaseReading, isDue } from './case-reading.ts';
import { readDate } from './read-date.ts';

/** What the return has for a fact and instance; null where no item asks for it or it has nothing. */
export function valueOfFact(reading: CaseReading, fact: string, instance: string): string | null {
  const item = reading.rules.itemOfFact.get(factId(fact));
  return item === undefined ? null : (reading.resolved(item, instance)[0]?.value ?? null);
}

/** The same as an ISO date; null where it is none. */
export const dateOfFact = (reading: CaseReading, fact: string, instance: string): string | null =>
  readDate(valueOfFact(reading, fact, instance) ?? '');

/** The day on which something came to its end: only where what makes its item due has happened, as a day may be on the record before. */
export function dueDateOfFact(reading: CaseReading, fact: string, instance: string): string | null {
  const { facts } = reading.rules.index;
  const item = reading.rules.itemOfFact.get(factId(fact));
  const scope = facts.get(factId(fact))?.scope;
  return item !== undefined && scope !== undefined && isDue(reading, item, scope, instance)
    ? dateOfFact(reading, fact, instance)
    : null;
}

/** What the return has for a fact and instance as true or false; null where neither is known. */
export function flagOfFact(reading: CaseReading, fact: string, instance: string): boolean | null {
  const value = valueOfFact(reading, fact, instance);
  return value === 'true' ? true : value === 'false' ? false : null;
}
