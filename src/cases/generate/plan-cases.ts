import type { StepTypeId } from '#model/ids.ts';
import { lackingAfter } from './first-steps.ts';
import type { GeneratingProgress } from './generated-cases.ts';
import { type CasePlan, type Planning, planCase } from './plan-case.ts';
import { distancesIn, type Ways, waysOf } from './ways.ts';
import { actionGoal, isWantedAt, type World } from './world.ts';

/** The cases that are planned, and the ways they were planned by. */
export interface Plans {
  readonly plans: readonly CasePlan[];
  readonly ways: Ways;
}

/** How many first steps are tried for each case: those that are nearest to something still to be done. */
const MOST_FIRSTS = 4;

/** Keys of the goals that some route comes to. */
function attainable({ steps }: World, { reached }: Ways): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [id, { takeable, wanted }] of steps) {
    if (!reached.has(id)) continue;
    for (const action of takeable) found.add(actionGoal(action.id));
    for (const { goals } of wanted) for (const goal of goals) found.add(goal);
  }
  return found;
}

/** Keys of the goals that were open and that a plan reaches. */
const reachedBy = (plan: CasePlan): readonly string[] => plan.flatMap(({ reaches }) => reaches);

/** The better of some plans: more goals, then fewer steps. */
const bestOf = (plans: readonly CasePlan[]): CasePlan | null =>
  plans.reduce<CasePlan | null>((one, other) => {
    const more = one === null ? 1 : reachedBy(other).length - reachedBy(one).length;
    return one === null || more > 0 || (more === 0 && other.length < one.length) ? other : one;
  }, null);

/** Leaves alone what a case came to and could not reach: at least one goal, so that planning comes to an end. */
function giveUp({ steps }: World, open: Set<string>, plan: CasePlan): void {
  const before = open.size;
  for (const { stepType } of plan) {
    for (const { id } of steps.get(stepType)?.takeable ?? []) open.delete(actionGoal(id));
    for (const { goals } of steps.get(stepType)?.wanted ?? []) for (const goal of goals) open.delete(goal);
  }
  if (open.size === before) open.clear();
}

/** First steps from which something is still to be done: of those whose cases the return can take, the nearest. */
function bestFirsts(planning: Planning, lacking: (first: StepTypeId) => number): readonly StepTypeId[] {
  const far = planning.distances(isWantedAt(planning.open));
  const firsts = planning.ways.firsts.filter((id) => far.has(id));
  const least = Math.min(...firsts.map(lacking));
  return firsts
    .filter((id) => lacking(id) === least)
    .toSorted((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0))
    .slice(0, MOST_FIRSTS);
}

/** Keys of the goals that a plan surely reaches. */
const doneBy = (plan: CasePlan): readonly string[] => plan.flatMap(({ does }) => does);

/** The goals that no other plan reaches. */
function onlyBy(plans: readonly CasePlan[], at: number): ReadonlySet<string> {
  const others = new Set(plans.flatMap((plan, other) => (other === at ? [] : doneBy(plan))));
  return new Set(doneBy(plans[at] ?? []).filter((goal) => !others.has(goal)));
}

/** Each plan made again for what it alone reaches: shorter where it can be, left out where nothing is left. */
function shortened(planning: Planning, plans: readonly CasePlan[]): readonly CasePlan[] {
  let now = plans;
  for (let at = now.length - 1; at >= 0; at -= 1) {
    const open = onlyBy(now, at);
    const first = now[at]?.[0]?.stepType;
    if (open.size === 0 || first === undefined) {
      now = now.filter((_, other) => other !== at);
      continue;
    }
    const again = planCase({ ...planning, open }, first);
    const done = new Set(doneBy(again));
    const isBetter = again.length < (now[at]?.length ?? 0) && [...open].every((goal) => done.has(goal));
    if (isBetter) now = now.map((plan, other) => (other === at ? again : plan));
  }
  return now;
}

const ROUNDS_OF_SHORTENING = 3;

/**
 * Plans cases until every goal that some route comes to is reached: each goes, from where most is still to be done, from
 * goal to goal and then the shortest way to its end. Then each is made as short as what it alone reaches allows.
 */
export function* planCases(world: World): Generator<GeneratingProgress, Plans> {
  const ways = waysOf(world);
  const distances = distancesIn(world);
  const lacking = lackingAfter(world);
  const open = new Set(attainable(world, ways));
  const all = world.goals.length;
  const plans: CasePlan[] = [];
  while (open.size > 0) {
    const planning = { world, ways, distances, open };
    const plan = bestOf(bestFirsts(planning, lacking).map((first) => planCase(planning, first)));
    const reached = plan === null ? [] : reachedBy(plan);
    if (plan === null) break;
    if (reached.length === 0) {
      giveUp(world, open, plan);
      continue;
    }
    plans.push(plan);
    for (const goal of reached) open.delete(goal);
    yield { done: all - open.size, of: all * 2 };
  }
  let short: readonly CasePlan[] = plans;
  const planning = { world, ways, distances, open };
  for (let round = 0; round < ROUNDS_OF_SHORTENING; round += 1) {
    short = shortened(planning, short);
    yield { done: all - open.size, of: all * 2 };
  }
  return { plans: short, ways };
}
