import type { Item } from '#model/data-return.ts';
import { type FactId, factId } from '#model/ids.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Source } from '#model/workspace.ts';

/** Whether a source takes part: people may have set it aside, or it is only background. */
export const counts = (source: Source): boolean => source.use !== 'supports' && source.status !== 'ignored';

const isCalculation = (source: Source): boolean => source.kind === 'calculated' && counts(source);

export const inputsOf = (source: Source): readonly FactId[] =>
  source.ref.split(';').flatMap((part) => (part.trim() === '' ? [] : [factId(part.trim())]));

/** A fact, and then every fact that it is worked out from. */
export function factsBehind(index: WorkspaceIndex, fact: FactId): readonly FactId[] {
  const found = new Set([fact]);
  for (const each of found)
    for (const source of (index.sourcesOfFact.get(each) ?? []).filter(isCalculation))
      for (const input of inputsOf(source)) found.add(input);
  return [...found];
}

/** The facts that are worked out from a fact, straight or by way of others. */
export function factsFrom(index: WorkspaceIndex, fact: FactId): readonly FactId[] {
  const calculations = index.workspace.sources.filter(isCalculation);
  const pairs = calculations.flatMap((source) => inputsOf(source).map((input) => ({ input, made: source.fact })));
  const madeFrom = groupBy(pairs, ({ input }) => input);
  const found = new Set([fact]);
  for (const each of found) for (const { made } of madeFrom.get(each) ?? []) found.add(made);
  found.delete(fact);
  return [...found];
}

/** The items of the return that a fact serves only by way of facts worked out from it. */
export const itemsWorkedOutFrom = (index: WorkspaceIndex, fact: FactId): readonly Item[] =>
  factsFrom(index, fact).flatMap((made) => index.itemsOfFact.get(made) ?? []);
