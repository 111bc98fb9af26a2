import { addDays, daysBetween } from '#model/dates.ts';
import type { FactId } from '#model/ids.ts';
import { daysOf, type Period, type VisitDays } from './case-days.ts';
import { type InventedChild, inventedChild } from './invented-child.ts';
import type { CasePlan } from './plan-case.ts';
import type { World } from './world.ts';

/** A plan with its days and the child whom it is about. */
export interface Cast {
  readonly plan: CasePlan;
  readonly days: readonly VisitDays[];
  readonly child: InventedChild;
}

const NOT_BORN: readonly string[] = ['child.expected-date-of-birth'];
const DIED: readonly string[] = ['child.date-of-death'];
/** A case about a child who is not born ends before the birth. */
const SHORT_DAYS = 100;
const DAYS_TO_BIRTH_AFTER_PERIOD = 45;
/** The first case is about a child like most. */
const FIRST_NUMBER_OF_OTHERS = 2;

const recordsIn = ({ definitions }: World, visit: CasePlan[number], facts: readonly (FactId | string)[]): boolean =>
  visit.ending === 'completed' &&
  (definitions.get(visit.stepType)?.sources ?? []).some(
    ({ source, fact }) => source.kind !== 'question' && source.use === 'feeds' && facts.includes(fact.id),
  );

function isShort(days: readonly VisitDays[]): boolean {
  const first = days[0]?.started ?? '';
  return days.every(({ finished }) => daysBetween(first, finished) <= SHORT_DAYS);
}

/** Whether a case ends in a step that may record a death, and in nothing else. */
function endsInDeath(world: World, plan: CasePlan, days: readonly VisitDays[]): boolean {
  const last = plan.length - 1;
  const visit = plan[last];
  const end = days[last]?.finished ?? '';
  return (
    visit !== undefined &&
    recordsIn(world, visit, DIED) &&
    plan.every(({ ending }) => ending === 'completed') &&
    days.every(({ finished }, at) => at === last || finished < end)
  );
}

/** The number of the first case, but for the very first, that something can be about; null where none can. */
function firstThat(
  plans: readonly CasePlan[],
  usual: readonly (readonly VisitDays[])[],
  suits: (plan: CasePlan, days: readonly VisitDays[]) => boolean,
): number | null {
  const at = plans.findIndex((plan, n) => n + 1 >= FIRST_NUMBER_OF_OTHERS && suits(plan, usual[n] ?? []));
  return at < 0 ? null : at + 1;
}

/**
 * Children for planned cases, with the days: one is not born yet and one dies, where cases can be about that; the others
 * are of every age up to 16.
 */
export function castCases(world: World, plans: readonly CasePlan[], period: Period): readonly Cast[] {
  const usual = plans.map((plan, at) => daysOf(world, plan, period, { number: at + 1, isLate: false }));
  const unborn = firstThat(
    plans,
    usual,
    (plan, days) => isShort(days) && plan.some((visit) => recordsIn(world, visit, NOT_BORN)),
  );
  const dead = firstThat(
    plans,
    usual,
    (plan, days) => plan !== plans[(unborn ?? 0) - 1] && endsInDeath(world, plan, days),
  );
  return plans.map((plan, at): Cast => {
    const number = at + 1;
    const isUnborn = number === unborn;
    const days = isUnborn ? daysOf(world, plan, period, { number, isLate: true }) : (usual[at] ?? []);
    const expected = isUnborn ? addDays(period.to, DAYS_TO_BIRTH_AFTER_PERIOD) : null;
    const on = days[0]?.started ?? period.from;
    return { plan, days, child: inventedChild(number, on, { expected, dies: number === dead }) };
  });
}
