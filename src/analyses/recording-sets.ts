import { type Choice, smallestChoiceWith } from '#model/choices.ts';
import type { FactId } from '#model/ids.ts';
import { isWithin } from '#model/scopes.ts';
import type { Fact, NextAction } from '#model/workspace.ts';
import {
  addAll,
  addBit,
  allBits,
  type Bits,
  hasBit,
  keepOnly,
  noBits,
  removeAll,
  sameBits,
  union,
  without,
} from './bits.ts';
import { type Flow, targetOf } from './flow.ts';
import type { RecordingPlace } from './recording-places.ts';

/** The facts of a workspace, numbered, and which of them each step drops when it starts. */
export interface FactNumbers {
  readonly facts: readonly Fact[];
  readonly numberOf: ReadonlyMap<FactId, number>;
  readonly drop: readonly Bits[];
}

/** What is known where: sets of fact numbers, one per step of the flow. "Maybe" holds "sure". */
export interface RecordingSets {
  readonly heldSure: Bits;
  readonly heldMaybe: Bits;
  readonly makesSure: readonly Bits[];
  readonly makesMaybe: readonly Bits[];
  readonly beforeSure: readonly Bits[];
  readonly beforeMaybe: readonly Bits[];
  /** Facts that some finite run from the step never meets. */
  readonly avoidable: readonly Bits[];
  readonly afterMaybe: readonly Bits[];
  readonly besideMaybe: readonly Bits[];
}

/** A new instance of a scope forgets what belonged to it, and every step forgets what was true of one step only. */
export function numberFacts(facts: readonly Fact[], flow: Flow): FactNumbers {
  const drop = flow.steps.map((step) => {
    const dropped = noBits(facts.length);
    for (const [f, fact] of facts.entries()) {
      if (fact.scope === 'step' || step.opens.some((scope) => isWithin(fact.scope, scope))) addBit(dropped, f);
    }
    return dropped;
  });
  return { facts, numberOf: new Map(facts.map((fact, f) => [fact.id, f])), drop };
}

type Made = Pick<RecordingSets, 'heldSure' | 'heldMaybe' | 'makesSure' | 'makesMaybe'>;

function madeAt(flow: Flow, numbers: FactNumbers, places: readonly RecordingPlace[]): Made {
  const size = numbers.facts.length;
  const made = {
    heldSure: noBits(size),
    heldMaybe: noBits(size),
    makesSure: flow.steps.map(() => noBits(size)),
    makesMaybe: flow.steps.map(() => noBits(size)),
  };
  for (const place of places) {
    const fact = numbers.numberOf.get(place.source.fact);
    if (fact === undefined) continue;
    const maybe = place.step === null ? made.heldMaybe : made.makesMaybe[place.step];
    const sure = place.step === null ? made.heldSure : made.makesSure[place.step];
    if (maybe !== undefined) addBit(maybe, fact);
    if (sure !== undefined && place.sure) addBit(sure, fact);
  }
  return made;
}

/** Passes over the steps until nothing changes; `update` says whether a step's value did. */
function settle(flow: Flow, next: (s: number) => readonly number[], update: (s: number) => boolean): void {
  const queue = flow.steps.map((_, s) => s);
  const waiting = new Set(queue);
  for (let at = 0; at < queue.length; at += 1) {
    const s = queue[at] ?? 0;
    waiting.delete(s);
    if (!update(s)) continue;
    for (const t of next(s)) {
      if (waiting.has(t)) continue;
      waiting.add(t);
      queue.push(t);
    }
  }
}

const bitsAt = (sets: readonly Bits[], s: number, size: number): Bits => sets[s] ?? noBits(size);

function solveBefore(flow: Flow, numbers: FactNumbers, made: Made): Pick<RecordingSets, 'beforeSure' | 'beforeMaybe'> {
  const size = numbers.facts.length;
  const successors = flow.edgesFrom.map((edges) => edges.map((edge) => edge.to));
  const beforeSure = flow.steps.map(() => allBits(size));
  const beforeMaybe = flow.steps.map(() => noBits(size));
  const starts = new Set(flow.starts);
  const update = (s: number): boolean => {
    const sure = starts.has(s) ? made.heldSure.slice() : allBits(size);
    const maybe = starts.has(s) ? made.heldMaybe.slice() : noBits(size);
    for (const edge of flow.edgesTo[s] ?? []) {
      const known = bitsAt(beforeSure, edge.from, size);
      keepOnly(sure, edge.immediate ? known : union(known, bitsAt(made.makesSure, edge.from, size)));
      addAll(maybe, bitsAt(beforeMaybe, edge.from, size));
      addAll(maybe, bitsAt(made.makesMaybe, edge.from, size));
    }
    removeAll(sure, bitsAt(numbers.drop, s, size));
    removeAll(maybe, bitsAt(numbers.drop, s, size));
    const same = sameBits(sure, bitsAt(beforeSure, s, size)) && sameBits(maybe, bitsAt(beforeMaybe, s, size));
    beforeSure[s] = sure;
    beforeMaybe[s] = maybe;
    return !same;
  };
  settle(flow, (s) => successors[s] ?? [], update);
  return { beforeSure, beforeMaybe };
}

type AvoidInput = {
  readonly flow: Flow;
  readonly numbers: FactNumbers;
  readonly makesSure: readonly Bits[];
  readonly avoidable: readonly Bits[];
};

/** The facts that a run avoids on every branch of a choice. The empty choice avoids all. */
function avoidedBy(choice: Choice, { flow, numbers, makesSure, avoidable }: AvoidInput): Bits {
  const size = numbers.facts.length;
  const avoided = allBits(size);
  for (const action of choice) {
    const t = targetOf(flow, action);
    if (t !== null)
      keepOnly(
        avoided,
        union(bitsAt(numbers.drop, t, size), without(bitsAt(avoidable, t, size), bitsAt(makesSure, t, size))),
      );
  }
  return avoided;
}

function solveAvoidable(flow: Flow, numbers: FactNumbers, makesSure: readonly Bits[]): readonly Bits[] {
  const size = numbers.facts.length;
  const avoidable = flow.steps.map((_, s) => (flow.endable[s] === true ? noBits(size) : allBits(size)));
  const predecessors = flow.edgesTo.map((edges) => edges.map((edge) => edge.from));
  const input = { flow, numbers, makesSure, avoidable };
  const update = (s: number): boolean => {
    let changed = false;
    for (const choice of flow.choices[s]?.smallest ?? [])
      changed = addAll(bitsAt(avoidable, s, size), avoidedBy(choice, input)) || changed;
    return changed;
  };
  settle(flow, (s) => predecessors[s] ?? [], update);
  return avoidable;
}

function metThrough(
  flow: Flow,
  numbers: FactNumbers,
  action: NextAction,
  sets: Pick<RecordingSets, 'makesMaybe' | 'afterMaybe'>,
): Bits {
  const size = numbers.facts.length;
  const t = targetOf(flow, action);
  if (t === null) return noBits(size);
  return without(
    union(bitsAt(sets.makesMaybe, t, size), bitsAt(sets.afterMaybe, t, size)),
    bitsAt(numbers.drop, t, size),
  );
}

function solveAfterMaybe(flow: Flow, numbers: FactNumbers, makesMaybe: readonly Bits[]): readonly Bits[] {
  const size = numbers.facts.length;
  const afterMaybe = flow.steps.map(() => noBits(size));
  const predecessors = flow.edgesTo.map((edges) => edges.map((edge) => edge.from));
  const update = (s: number): boolean => {
    let changed = false;
    for (const action of flow.choices[s]?.live ?? [])
      changed =
        addAll(bitsAt(afterMaybe, s, size), metThrough(flow, numbers, action, { makesMaybe, afterMaybe })) || changed;
    return changed;
  };
  settle(flow, (s) => predecessors[s] ?? [], update);
  return afterMaybe;
}

function solveBeside(flow: Flow, numbers: FactNumbers, makesMaybe: readonly Bits[]): readonly Bits[] {
  return flow.beside.map((steps) => {
    const facts = noBits(numbers.facts.length);
    for (const [x, made] of makesMaybe.entries()) if (hasBit(steps, x)) addAll(facts, made);
    return facts;
  });
}

/** Solves all sets of facts for a selection of recording places. Exact with loops; no route is listed. */
export function solveSets(flow: Flow, numbers: FactNumbers, places: readonly RecordingPlace[]): RecordingSets {
  const made = madeAt(flow, numbers, places);
  return {
    ...made,
    ...solveBefore(flow, numbers, made),
    avoidable: solveAvoidable(flow, numbers, made.makesSure),
    afterMaybe: solveAfterMaybe(flow, numbers, made.makesMaybe),
    besideMaybe: solveBeside(flow, numbers, made.makesMaybe),
  };
}

/** What follows a step: everything, or only what the choices that contain one named next action start. */
export interface After {
  readonly avoidable: Bits;
  readonly maybe: Bits;
}

/** What comes after a step; null when a named next action is in no legal choice of it. */
export function afterStep(
  flow: Flow,
  numbers: FactNumbers,
  sets: RecordingSets,
  at: { readonly step: number; readonly actions: readonly NextAction[]; readonly named: NextAction | null },
): After | null {
  const size = numbers.facts.length;
  if (at.named === null)
    return { avoidable: bitsAt(sets.avoidable, at.step, size), maybe: bitsAt(sets.afterMaybe, at.step, size) };
  const named = at.named;
  const choice = smallestChoiceWith(at.actions, [named]);
  if (choice === null) return null;
  const maybe = noBits(size);
  for (const action of at.actions) {
    if (smallestChoiceWith(at.actions, [named, action]) !== null)
      addAll(maybe, metThrough(flow, numbers, action, sets));
  }
  const input = { flow, numbers, makesSure: sets.makesSure, avoidable: sets.avoidable };
  return { avoidable: flow.endable[at.step] === true ? avoidedBy(choice, input) : allBits(size), maybe };
}
