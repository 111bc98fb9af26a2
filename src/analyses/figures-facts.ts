import type { FactFigures } from '#model/figures.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { addAll, allBits, type Bits, bitsOf, hasBit, keepOnly, noBits, without } from './bits.ts';

/** Steps by their distance from a first step, then as in the file. */
function routeOrder({ flow }: AnalysisInput): readonly number[] {
  const reached = new Set(flow.starts);
  const depth = new Map(flow.starts.map((s) => [s, 0]));
  for (const s of reached) {
    for (const edge of flow.edgesFrom[s] ?? []) {
      if (!depth.has(edge.to)) depth.set(edge.to, (depth.get(s) ?? 0) + 1);
      reached.add(edge.to);
    }
  }
  return [...reached].toSorted((a, b) => (depth.get(a) ?? 0) - (depth.get(b) ?? 0) || a - b);
}

/**
 * For each step, the facts that it makes and that some route has not made before it. What starts before its step is
 * finished (`immediate`) does not wait for what that step surely makes: `waits` says whether that counts.
 */
function firstMade({ flow, numbers }: AnalysisInput, makes: readonly Bits[], waits: boolean): readonly Bits[] {
  const size = numbers.facts.length;
  const none = noBits(size);
  const begins = new Set(flow.starts);
  const open = flow.steps.map((_, s) => (begins.has(s) ? allBits(size) : noBits(size)));
  const waiting = new Set(flow.starts);
  for (const s of waiting) {
    waiting.delete(s);
    const here = open[s] ?? none;
    const after = without(here, makes[s] ?? none);
    for (const edge of flow.edgesFrom[s] ?? []) {
      const target = open[edge.to];
      if (target !== undefined && addAll(target, waits && edge.immediate ? here : after)) waiting.add(edge.to);
    }
  }
  for (const [s, facts] of open.entries()) keepOnly(facts, makes[s] ?? none);
  return open;
}

/** For each fact, the steps whose set holds it, in an order of steps. */
function stepsByFact({ flow, numbers }: AnalysisInput, sets: readonly Bits[], order: readonly number[]): string[][] {
  const steps = numbers.facts.map((): string[] => []);
  for (const s of order) {
    const step = flow.steps[s];
    const bits = sets[s];
    if (step !== undefined && bits !== undefined) for (const f of bitsOf(bits)) steps[f]?.push(step.id);
  }
  return steps;
}

/** Where each fact is first captured, for facts that some place records. */
export function factFigures(input: AnalysisInput): readonly FactFigures[] {
  const { recording, numbers } = input;
  const order = routeOrder(input);
  const recorded = new Set(input.places.map((place) => place.source.fact));
  const first = stepsByFact(input, firstMade(input, recording.makesMaybe, false), order);
  const firstSure = stepsByFact(input, firstMade(input, recording.makesSure, true), order);
  return numbers.facts.flatMap((fact, f): readonly FactFigures[] => {
    if (!recorded.has(fact.id)) return [];
    const held = hasBit(recording.heldSure, f) ? 'always' : hasBit(recording.heldMaybe, f) ? 'sometimes' : 'never';
    return [
      {
        fact: fact.id,
        heldBefore: held,
        firstSteps: first[f] ?? [],
        firstSureSteps: firstSure[f] ?? [],
      },
    ];
  });
}
