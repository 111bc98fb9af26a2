import { addDays, addWorkingDays, daysBetween, isWorkingDay } from '#model/dates.ts';
import type { Clock } from '#model/workspace.ts';
import type { CasePlan, PlannedVisit } from './plan-case.ts';
import type { World } from './world.ts';

/** The days of one planned step, ISO dates. */
export interface VisitDays {
  readonly started: string;
  readonly finished: string;
}

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Working days that a step without a clock takes. */
const USUAL = 2;
/** No step takes longer, whatever its clock allows. */
const LONGEST = 22;
const WORKING_DAYS_IN = { 'working days': 1, days: 5 / 7, months: 21 } as const;

const firstWorkingDay = (day: string): string => (isWorkingDay(day) ? day : addWorkingDays(day, 1));

const half = ({ length, unit }: Clock): number => Math.min(LONGEST, Math.floor((length * WORKING_DAYS_IN[unit]) / 2));

/** A step whose beginning was put off is done on the day; another takes half of what its clock allows. */
function workingDaysFor({ index }: World, { stepType, by }: PlannedVisit): number {
  const isPutOff = by !== null && (index.nextActions.get(by)?.delayDays ?? 0) > 0;
  const clock = index.stepTypes.get(stepType)?.clock ?? null;
  if (isPutOff) return 0;
  return clock === null ? USUAL : half(clock);
}

/** The days of a plan that begins on a day; with `pace` below 1, delays and work are that much shorter. */
function daysFrom(world: World, plan: CasePlan, begin: string, pace: number): readonly VisitDays[] {
  const days: VisitDays[] = [];
  for (const visit of plan) {
    const before = visit.from === null ? begin : (days[visit.from]?.finished ?? begin);
    const delay = visit.by === null ? 0 : (world.index.nextActions.get(visit.by)?.delayDays ?? 0);
    const started = firstWorkingDay(addDays(before, Math.floor(Math.max(0, delay) * pace)));
    days.push({ started, finished: addWorkingDays(started, Math.floor(workingDaysFor(world, visit) * pace)) });
  }
  return days;
}

const lastOf = (days: readonly VisitDays[]): string =>
  days.reduce((last, { finished }) => (finished > last ? finished : last), '');

const PACES = [1, 0.8, 0.6, 0.4, 0.3, 0.2, 0.1, 0.05, 0];
/** A case ends this many days before the period does. */
const TO_SPARE = 10;
const STRIDE = 17;

/**
 * The days on which the steps of a plan are done: in order, on working days, and inside a period, however the delays have
 * to be shortened for that. Cases begin on days of their own, by their number; with `isLate` as late as they can.
 */
export function daysOf(
  world: World,
  plan: CasePlan,
  { from, to }: Period,
  { number, isLate }: { readonly number: number; readonly isLate: boolean },
): readonly VisitDays[] {
  const first = firstWorkingDay(addDays(from, 1));
  const latest = addDays(to, -TO_SPARE);
  const pace = PACES.find((each) => lastOf(daysFrom(world, plan, first, each)) <= latest) ?? 0;
  const room = Math.max(0, daysBetween(lastOf(daysFrom(world, plan, first, pace)), latest) - TO_SPARE);
  const wait = isLate ? room : room === 0 ? 0 : (number * STRIDE) % room;
  return daysFrom(world, plan, firstWorkingDay(addDays(first, wait)), pace);
}
