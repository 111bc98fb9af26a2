import type { FactId } from '#model/ids.ts';
import type { CaseReading } from '#returns/case-reading.ts';
import { conferenceTargetDate } from './conference-target-date.ts';
import { numberOfPreviousPlans } from './number-of-previous-plans.ts';
import { upnUnknownReason } from './upn-unknown-reason.ts';
import type { WorkedOut, WorkOut } from './work-out.ts';

const WAYS: ReadonlyMap<string, WorkOut> = new Map(
  [conferenceTargetDate, upnUnknownReason, numberOfPreviousPlans].map((way) => [way.fact, way]),
);

/** A fact worked out for an instance; null where nobody has said how. */
export function workedOut(reading: CaseReading, key: FactId, instance: string): WorkedOut | null {
  const fact = reading.rules.index.facts.get(key);
  if (fact === undefined) return null;
  return WAYS.get(fact.id)?.workOut(reading, { scope: fact.scope, instance }) ?? null;
}
