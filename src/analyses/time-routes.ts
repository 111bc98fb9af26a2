import { type Choice, smallestChoiceWith } from '#model/choices.ts';
import type { Range } from '#model/figures.ts';
import type { NextAction } from '#model/workspace.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { addAll, addBit, type Bits, noBits } from './bits.ts';
import { type Flow, targetOf } from './flow.ts';
import { NO_TIME, plus, times } from './seconds.ts';
import type { VisitCounts } from './visits.ts';

/** One visit of a run: the step by number, and the place in the run of the visit that started it. */
export interface Visit {
  readonly step: number;
  readonly after: number | null;
  readonly by: NextAction | null;
}

/** A run as a list of visits, each after the one that started it. */
export type Run = readonly Visit[];

/** A run with more visits than this is not written out. */
export const LONGEST_RUN = 2000;

/** Writes out the run that begins at a step and takes the choice given at each; null where it is too long. */
function runOf(flow: Flow, first: number, choiceAt: (step: number) => Choice): Run | null {
  const run: Visit[] = [{ step: first, after: null, by: null }];
  for (const [at, visit] of run.entries()) {
    for (const action of choiceAt(visit.step)) {
      const step = targetOf(flow, action);
      if (step !== null) run.push({ step, after: at, by: action });
    }
    if (run.length > LONGEST_RUN) return null;
  }
  return run;
}

/** Usual seconds of the shortest finite run from each step; infinite where none is finite. */
function leastFrom(flow: Flow, seconds: readonly number[]): readonly number[] {
  const least = flow.steps.map(() => Number.POSITIVE_INFINITY);
  const waiting = new Set(flow.steps.keys());
  for (const s of waiting) {
    waiting.delete(s);
    const ways = (flow.choices[s]?.smallest ?? []).map((choice) => sumOver(flow, choice, least));
    const best = (seconds[s] ?? 0) + Math.min(Number.POSITIVE_INFINITY, ...ways);
    if (best >= (least[s] ?? 0)) continue;
    least[s] = best;
    for (const edge of flow.edgesTo[s] ?? []) waiting.add(edge.from);
  }
  return least;
}

function sumOver(flow: Flow, choice: Choice, of: readonly number[]): number {
  let sum = 0;
  for (const action of choice) {
    const target = targetOf(flow, action);
    if (target !== null) sum += of[target] ?? 0;
  }
  return sum;
}

/** For each step, the finite run that takes least time. */
export function leastRuns(flow: Flow, seconds: readonly number[]): (first: number) => Run | null {
  const least = leastFrom(flow, seconds);
  const choiceOf = (s: number): Choice =>
    (flow.choices[s]?.smallest ?? []).reduce<Choice | null>(
      (best, choice) => (best !== null && sumOver(flow, best, least) <= sumOver(flow, choice, least) ? best : choice),
      null,
    ) ?? [];
  return (first) => (Number.isFinite(least[first]) ? runOf(flow, first, choiceOf) : null);
}

/** A next action with what it requires, and the place that each of them takes in its `one-of` groups. */
interface Way {
  readonly action: NextAction;
  readonly choice: Choice;
  readonly places: readonly (readonly [string, NextAction])[];
}

/** What can be chosen at a step: what always is, and each next action with what it requires. */
export interface Ways {
  readonly least: Way | null;
  readonly withEach: readonly Way[];
}

const placesOf = (choice: Choice): Way['places'] =>
  choice.flatMap((action) =>
    action.rules.flatMap((rule) => (rule.kind === 'one-of' ? [[rule.group, action] as const] : [])),
  );

/** The ways out of every step, worked out once. */
export function waysOf(input: AnalysisInput): readonly Ways[] {
  return input.flow.steps.map((step, s) => {
    const actions = input.index.nextActionsFrom.get(step.id) ?? [];
    const always = smallestChoiceWith(actions, []);
    const first = always?.[0];
    return {
      least:
        always === null || first === undefined ? null : { action: first, choice: always, places: placesOf(always) },
      withEach: (input.flow.choices[s]?.live ?? []).map((action) => {
        const choice = smallestChoiceWith(actions, [action]) ?? [action];
        return { action, choice, places: placesOf(choice) };
      }),
    };
  });
}

/** The workflow as a first step sees it, with the next actions cut that lead back to where a branch has been. */
interface Unlooped {
  readonly back: ReadonlySet<NextAction>;
  /** Usual seconds of all that lies on or behind each step. */
  readonly behind: ReadonlyMap<number, number>;
}

/** The seconds of all steps of a set. */
function weigh(steps: Bits, seconds: readonly number[]): number {
  let sum = 0;
  for (const [w, bits] of steps.entries()) {
    for (let rest = bits; rest !== 0; rest &= rest - 1) sum += seconds[w * 32 + 31 - Math.clz32(rest & -rest)] ?? 0;
  }
  return sum;
}

function unloop(flow: Flow, seconds: readonly number[], first: number): Unlooped {
  const back = new Set<NextAction>();
  const reach = new Map<number, Bits>();
  const open = new Set<number>();
  const visit = (s: number): Bits => {
    const known = reach.get(s);
    if (known !== undefined) return known;
    const reached = noBits(flow.steps.length);
    addBit(reached, s);
    open.add(s);
    for (const edge of flow.edgesFrom[s] ?? []) {
      if (open.has(edge.to)) back.add(edge.action);
      else addAll(reached, visit(edge.to));
    }
    open.delete(s);
    reach.set(s, reached);
    return reached;
  };
  visit(first);
  return { back, behind: new Map([...reach].map(([s, bits]) => [s, weigh(bits, seconds)])) };
}

/** The choice behind which most lies: the weightiest next action with what it requires, then whatever may go with it. */
function largestChoice({ least, withEach }: Ways, weigh: (action: NextAction) => number): Iterable<NextAction> {
  const byWeight = withEach
    .map((way) => ({ way, weight: way.choice.reduce((sum, action) => sum + weigh(action), 0) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ way }) => way);
  const chosen = new Set<NextAction>();
  const taken = new Map<string, NextAction>();
  for (const { choice, places } of least === null ? byWeight : [least, ...byWeight]) {
    if (places.some(([group, action]) => (taken.get(group) ?? action) !== action)) continue;
    for (const action of choice) chosen.add(action);
    for (const [group, action] of places) taken.set(group, action);
  }
  return chosen;
}

/**
 * A run in which no step is done twice and that takes most time: at each step, the next actions are chosen behind which
 * most lies. One that leads to a step that has been done is taken and not followed.
 */
export function mostRun(flow: Flow, seconds: readonly number[], first: number, ways: readonly Ways[]): Run {
  const { back, behind } = unloop(flow, seconds, first);
  const run: Visit[] = [];
  const done = new Set<number>();
  const weigh = (action: NextAction): number => {
    const target = targetOf(flow, action);
    return target === null || done.has(target) || back.has(action) ? 0 : (behind.get(target) ?? 0);
  };
  const visit = (step: number, after: number | null, by: NextAction | null): void => {
    done.add(step);
    const at = run.push({ step, after, by }) - 1;
    const way = ways[step];
    for (const action of way === undefined ? [] : largestChoice(way, weigh)) {
      const target = targetOf(flow, action);
      if (target !== null && !done.has(target)) visit(target, at, action);
    }
  };
  visit(first, null, null);
  return run;
}

/** Seconds of all visits of a run. */
export const secondsOfRun = (run: Run, seconds: readonly Range[]): Range =>
  run.reduce((sum, { step }) => plus(sum, seconds[step] ?? NO_TIME), NO_TIME);

/** Seconds expected, from expected visits; null where some visits are not known. */
export function expectedSeconds(visits: VisitCounts, seconds: readonly Range[]): Range | null {
  let sum = NO_TIME;
  for (const [s, count] of visits.entries()) {
    if (count === null) return null;
    if (count > 0) sum = plus(sum, times(seconds[s] ?? NO_TIME, count));
  }
  return sum;
}
