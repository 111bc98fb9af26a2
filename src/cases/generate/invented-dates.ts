import { addDays, addWorkingDays, isWorkingDay } from '#model/dates.ts';
import type { FactId } from '#model/ids.ts';
import type { VisitDays } from './case-days.ts';
import type { InventedChild } from './invented-child.ts';

/** Facts that are about the day on which a piece of work began; any other day is that on which it ended. */
const AT_BEGINNING = /(?:^(?:referral|contact)\.date|\.start-date)$/u;
const ASSESSMENT_WORKING_DAYS = 45;
const FOUR_WEEKS = 28;

const onWorkingDay = (day: string): string => (isWorkingDay(day) ? day : addWorkingDays(day, 1));

const BY_FACT: Readonly<Record<string, (days: VisitDays, child: InventedChild) => string | null>> = {
  'child.date-of-birth': (_, { born }) => born,
  'child.expected-date-of-birth': (_, { expected }) => expected,
  'child.date-of-death': ({ finished }, { dies }) => (dies ? finished : null),
  'assessment.due-date': ({ started }) => addWorkingDays(started, ASSESSMENT_WORKING_DAYS),
  'parent.date-of-birth': ({ started }) => `${Number(started.slice(0, 4)) - 34}-05-14`,
};

/** The day that a date is about, by the facts that it records; null where this child has none. */
export function inventedDate(facts: readonly FactId[], days: VisitDays, child: InventedChild): string | null {
  for (const fact of facts) {
    const byFact = BY_FACT[fact];
    if (byFact !== undefined) return byFact(days, child);
    if (fact.endsWith('.next-date')) return onWorkingDay(addDays(days.finished, FOUR_WEEKS));
    if (AT_BEGINNING.test(fact)) return days.started;
  }
  return days.finished;
}
