import type { Choice } from '#model/choices.ts';
import type { Route, RouteStep } from '#model/finding.ts';
import type { NextAction } from '#model/workspace.ts';
import { hasBit } from './bits.ts';
import { type Edge, type Flow, targetOf } from './flow.ts';
import type { FactNumbers, RecordingSets } from './recording-sets.ts';

/** A search over routes that remembers one thing on the way: a step, and whether that thing holds there. */
interface Search {
  /** What may hold at a first step. */
  readonly begin: (step: number) => readonly boolean[];
  /** What may hold at the target of a next action, given what held where it leaves. */
  readonly carry: (holds: boolean, edge: Edge) => readonly boolean[];
  readonly found: (step: number, holds: boolean) => boolean;
}

interface Visit {
  readonly step: number;
  readonly holds: boolean;
  readonly before: Visit | null;
  readonly by: NextAction | null;
}

function unwind(flow: Flow, last: Visit): Route {
  const route: RouteStep[] = [];
  let nextAction: RouteStep['nextAction'] = null;
  for (let visit: Visit | null = last; visit !== null; visit = visit.before) {
    const step = flow.steps[visit.step];
    if (step !== undefined) route.push({ stepType: step.id, nextAction });
    nextAction = visit.by?.id ?? null;
  }
  return route.toReversed();
}

/** The shortest route that a search finds; the first one in the order of the files where several are as short. */
function searchRoutes(flow: Flow, search: Search): Route | null {
  const queue: Visit[] = [];
  const seen = new Set<number>();
  const visit = (next: Visit): void => {
    const key = next.step * 2 + (next.holds ? 1 : 0);
    if (seen.has(key)) return;
    seen.add(key);
    queue.push(next);
  };
  for (const step of flow.starts)
    for (const holds of search.begin(step)) visit({ step, holds, before: null, by: null });
  for (const at of queue) {
    if (search.found(at.step, at.holds)) return unwind(flow, at);
    for (const edge of flow.edgesFrom[at.step] ?? []) {
      for (const holds of search.carry(at.holds, edge)) visit({ step: edge.to, holds, before: at, by: edge.action });
    }
  }
  return null;
}

/** The shortest route from a first step to a step. */
export function routeTo(flow: Flow, step: number): Route | null {
  return searchRoutes(flow, { begin: () => [false], carry: () => [false], found: (at) => at === step });
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
  return searchRoutes(flow, {
    begin: (s) => [hasBit(sets.heldMaybe, fact) && !drops(s)],
    carry: (known, edge) => [(known || holdsAt(sets.makesMaybe, edge.from, fact)) && !drops(edge.to)],
    found: (s, known) => s === step && known,
  });
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
  return searchRoutes(flow, {
    begin: (s) => [hasBit(sets.heldSure, fact) && !drops(s)],
    carry: (known, edge) => [
      (known || (!edge.immediate && holdsAt(sets.makesSure, edge.from, fact))) && !drops(edge.to),
    ],
    found: (s, known) => s === step && !known,
  });
}

const holdsAt = (sets: RecordingSets['makesSure'], s: number, fact: number): boolean => {
  const bits = sets[s];
  return bits !== undefined && hasBit(bits, fact);
};

/** For each step, in how many steps a run avoids the fact, itself included; infinite where none can. A dead end is one. */
function roundsToAvoid(flow: Flow, numbers: FactNumbers, sets: RecordingSets, fact: number): readonly number[] {
  const rounds = flow.steps.map((_, s) => (flow.endable[s] === true ? Number.POSITIVE_INFINITY : 1));
  for (let changed = true; changed; ) {
    changed = false;
    for (const [s, choices] of flow.choices.entries()) {
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
  const rounds = roundsToAvoid(flow, numbers, sets, at.fact);
  const avoiding = { flow, numbers, sets, fact: at.fact, rounds };
  return [...before.slice(0, -1), ...routeAvoiding(avoiding, at)];
}
