import type { Choice } from '#model/choices.ts';
import type { Route, RouteStep } from '#model/finding.ts';
import type { NextAction } from '#model/workspace.ts';
import { hasBit } from './bits.ts';
import { type Edge, type Flow, targetOf } from './flow.ts';
import type { FactNumbers, RecordingSets } from './recording-sets.ts';

/** A search over routes that remembers one thing on the way: whether it holds where a step starts. */
interface Search {
  /** Whether it holds at a first step. */
  readonly begin: (step: number) => boolean;
  /** Whether it holds at the target of a next action, given whether it held where that leaves. */
  readonly carry: (holds: boolean, edge: Edge) => boolean;
}

interface Visit {
  readonly step: number;
  readonly holds: boolean;
  readonly before: Visit | null;
  readonly by: NextAction | null;
}

/** The shortest routes from the first steps to every step, both with and without the thing that a search remembers. */
type SearchTree = ReadonlyMap<number, Visit>;

const visitKey = (step: number, holds: boolean): number => step * 2 + (holds ? 1 : 0);

/** Searches all routes at once; where several are as short, the first in the order of the files is kept. */
function searchRoutes(flow: Flow, search: Search): SearchTree {
  const seen = new Map<number, Visit>();
  const queue: Visit[] = [];
  const visit = (next: Visit): void => {
    const key = visitKey(next.step, next.holds);
    if (seen.has(key)) return;
    seen.set(key, next);
    queue.push(next);
  };
  for (const step of flow.starts) visit({ step, holds: search.begin(step), before: null, by: null });
  for (const at of queue) {
    for (const edge of flow.edgesFrom[at.step] ?? [])
      visit({ step: edge.to, holds: search.carry(at.holds, edge), before: at, by: edge.action });
  }
  return seen;
}

function unwind(flow: Flow, last: Visit | undefined): Route | null {
  if (last === undefined) return null;
  const route: RouteStep[] = [];
  let nextAction: RouteStep['nextAction'] = null;
  for (let visit: Visit | null = last; visit !== null; visit = visit.before) {
    const step = flow.steps[visit.step];
    if (step !== undefined) route.push({ stepType: step.id, nextAction });
    nextAction = visit.by?.id ?? null;
  }
  return route.toReversed();
}

/** Remembers what was worked out for an object and a number, for as long as the object is in use. */
function remembered<Value>(): (key: object, number: number, work: () => Value) => Value {
  const known = new WeakMap<object, Map<number, Value>>();
  return (key, number, work) => {
    const ofKey = known.get(key) ?? new Map<number, Value>();
    known.set(key, ofKey);
    const value = ofKey.get(number) ?? work();
    ofKey.set(number, value);
    return value;
  };
}

const plainTrees = remembered<SearchTree>();
const knowingTrees = remembered<SearchTree>();
const notKnowingTrees = remembered<SearchTree>();
const avoidingRounds = remembered<readonly number[]>();

/** The shortest route from a first step to a step. */
export function routeTo(flow: Flow, step: number): Route | null {
  const tree = plainTrees(flow, 0, () => searchRoutes(flow, { begin: () => false, carry: () => false }));
  return unwind(flow, tree.get(visitKey(step, false)));
}

/** The shortest route that records a fact on the way and still knows it when the step starts. */
export function routeKnowing(
  flow: Flow,
  numbers: FactNumbers,
  sets: RecordingSets,
  goal: { readonly step: number; readonly fact: number },
): Route | null {
  const { step, fact } = goal;
  const drops = (s: number): boolean => holdsAt(numbers.drop, s, fact);
  const tree = knowingTrees(sets, fact, () =>
    searchRoutes(flow, {
      begin: (s) => hasBit(sets.heldMaybe, fact) && !drops(s),
      carry: (known, edge) => (known || holdsAt(sets.makesMaybe, edge.from, fact)) && !drops(edge.to),
    }),
  );
  return unwind(flow, tree.get(visitKey(step, true)));
}

/** The shortest route on which a fact is not surely known when the step starts. */
function routeNotKnowing(
  flow: Flow,
  numbers: FactNumbers,
  sets: RecordingSets,
  goal: { readonly step: number; readonly fact: number },
): Route | null {
  const { step, fact } = goal;
  const drops = (s: number): boolean => holdsAt(numbers.drop, s, fact);
  const surely = (known: boolean, edge: Edge): boolean =>
    known || (!edge.immediate && holdsAt(sets.makesSure, edge.from, fact));
  const tree = notKnowingTrees(sets, fact, () =>
    searchRoutes(flow, {
      begin: (s) => hasBit(sets.heldSure, fact) && !drops(s),
      carry: (known, edge) => surely(known, edge) && !drops(edge.to),
    }),
  );
  return unwind(flow, tree.get(visitKey(step, false)));
}

const holdsAt = (sets: RecordingSets['makesSure'], s: number, fact: number): boolean => {
  const bits = sets[s];
  return bits !== undefined && hasBit(bits, fact);
};

/** For each step, in how many steps a run avoids the fact, itself included; infinite where none can. A dead end is one. */
function roundsToAvoid(flow: Flow, numbers: FactNumbers, sets: RecordingSets, fact: number): readonly number[] {
  const rounds = flow.steps.map((_, s) => (flow.endable[s] === true ? Number.POSITIVE_INFINITY : 1));
  let order = [...flow.choices.entries()];
  for (let changed = true; changed; ) {
    changed = false;
    // To and fro, as a long chain of steps would otherwise need a pass for each of them.
    order = order.toReversed();
    for (const [s, choices] of order) {
      const best = Math.min(
        ...choices.smallest.map((choice) => roundsOf({ flow, numbers, sets, fact, rounds }, choice)),
      );
      if (best + 1 >= (rounds[s] ?? 0)) continue;
      rounds[s] = best + 1;
      changed = true;
    }
  }
  return rounds;
}

interface Avoiding {
  readonly flow: Flow;
  readonly numbers: FactNumbers;
  readonly sets: RecordingSets;
  readonly fact: number;
  readonly rounds: readonly number[];
}

function roundsOfAction({ flow, numbers, sets, fact, rounds }: Avoiding, action: NextAction): number {
  const t = targetOf(flow, action);
  if (t === null || holdsAt(numbers.drop, t, fact)) return 0;
  return holdsAt(sets.makesSure, t, fact) ? Number.POSITIVE_INFINITY : (rounds[t] ?? 0);
}

const roundsOf = (avoiding: Avoiding, choice: Choice): number =>
  Math.max(0, ...choice.map((action) => roundsOfAction(avoiding, action)));

/** The first branch of a choice that goes on in the same instance; undefined where every branch stops here. */
const branchOn = (avoiding: Avoiding, choice: Choice): NextAction | undefined =>
  choice.find((action) => sameInstance(avoiding, action) !== null);

function bestChoice(avoiding: Avoiding, step: number): Choice | undefined {
  const choices = avoiding.flow.choices[step]?.smallest ?? [];
  return choices.toSorted((a, b) => roundsOf(avoiding, a) - roundsOf(avoiding, b))[0];
}

/** The next action by which a route leaves a step without the fact; undefined where it stops there. */
function leaveWithout(avoiding: Avoiding, step: number, choice: Choice | undefined): NextAction | undefined {
  const goesOn =
    choice !== undefined && Number.isFinite(roundsOf(avoiding, choice)) && avoiding.flow.endable[step] === true;
  return goesOn ? (branchOn(avoiding, choice) ?? choice[0]) : undefined;
}

/** The step that a next action starts with the same instance of the fact's scope; null where none does. */
function sameInstance({ flow, numbers, fact }: Avoiding, action: NextAction | undefined): number | null {
  const t = action === undefined ? null : targetOf(flow, action);
  return t !== null && !holdsAt(numbers.drop, t, fact) ? t : null;
}

/** Goes on from a step, avoiding the fact, until a branch ends, another instance begins, or nothing can end. */
function routeAvoiding(avoiding: Avoiding, first: { readonly step: number; readonly named: NextAction | null }): Route {
  const route: RouteStep[] = [];
  let step: number | null = first.step;
  let named = first.named;
  while (step !== null) {
    const stepType = avoiding.flow.steps[step];
    const action: NextAction | undefined = named ?? leaveWithout(avoiding, step, bestChoice(avoiding, step));
    if (stepType !== undefined) route.push({ stepType: stepType.id, nextAction: action?.id ?? null });
    step = avoiding.flow.endable[step] === true ? sameInstance(avoiding, action) : null;
    named = null;
  }
  return route;
}

/**
 * A shortest route to a step that does not know the fact there, does not surely record it in the step, and goes on
 * without it. Null where there is none. `named` is the next action that the step is left by; null takes the best choice.
 */
export function gapRoute(
  flow: Flow,
  numbers: FactNumbers,
  sets: RecordingSets,
  at: { readonly step: number; readonly fact: number; readonly named: NextAction | null },
): Route | null {
  const before = routeNotKnowing(flow, numbers, sets, at);
  if (before === null) return null;
  const rounds = avoidingRounds(sets, at.fact, () => roundsToAvoid(flow, numbers, sets, at.fact));
  const avoiding = { flow, numbers, sets, fact: at.fact, rounds };
  return [...before.slice(0, -1), ...routeAvoiding(avoiding, at)];
}
