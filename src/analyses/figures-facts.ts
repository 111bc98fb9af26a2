import type { FactFigures } from '#model/figures.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { type Bits, hasBit } from './bits.ts';

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
 * The steps that make a fact and that some route reaches without a step that makes it before. What starts before its
 * step is finished does not wait for what that step surely makes.
 */
function firstMakers(input: AnalysisInput, makes: readonly Bits[], fact: number, waits: boolean): ReadonlySet<number> {
  const isMade = (s: number): boolean => {
    const made = makes[s];
    return made !== undefined && hasBit(made, fact);
  };
  const reached = new Set(input.flow.starts);
  const first = new Set<number>();
  for (const s of reached) {
    const made = isMade(s);
    if (made) first.add(s);
    for (const edge of input.flow.edgesFrom[s] ?? []) if (!made || (waits && edge.immediate)) reached.add(edge.to);
  }
  return first;
}

/** Where each fact is first captured, for facts that some place records. */
export function factFigures(input: AnalysisInput): readonly FactFigures[] {
  const { recording, numbers, flow } = input;
  const order = routeOrder(input);
  const recorded = new Set(input.places.map((place) => place.source.fact));
  const inOrder = (steps: ReadonlySet<number>): readonly string[] =>
    order.flatMap((s) => (steps.has(s) ? (flow.steps[s]?.id ?? []) : []));
  return numbers.facts.flatMap((fact, f): readonly FactFigures[] => {
    if (!recorded.has(fact.id)) return [];
    const held = hasBit(recording.heldSure, f) ? 'always' : hasBit(recording.heldMaybe, f) ? 'sometimes' : 'never';
    return [
      {
        fact: fact.id,
        heldBefore: held,
        firstSteps: inOrder(firstMakers(input, recording.makesMaybe, f, false)),
        firstSureSteps: inOrder(firstMakers(input, recording.makesSure, f, true)),
      },
    ];
  });
}
