import type { FactId, StepTypeId } from '#model/ids.ts';
import { isWithin } from '#model/scopes.ts';
import type { Fact } from '#model/workspace.ts';
import { begunBy, opensEpisode } from './ways.ts';
import type { World } from './world.ts';

/** Facts that the return must have and that somebody has to record. */
function requiredFacts({ index }: World): readonly Fact[] {
  const ids = new Set(
    (index.dataReturn?.items ?? []).flatMap(({ min, fact }) => (min > 0 && fact !== null ? [fact] : [])),
  );
  return [...ids].flatMap((id) => index.facts.get(id) ?? []);
}

/** Every step type that follows on a first one within its episode. */
function within({ steps }: World, first: StepTypeId): ReadonlySet<StepTypeId> {
  const reached = new Set([first]);
  for (const id of reached)
    for (const next of begunBy(steps.get(id)?.takeable ?? [])) {
      const step = steps.get(next);
      if (step !== undefined && !opensEpisode(step)) reached.add(next);
    }
  return reached;
}

/** How many facts that the return must have of an episode nothing records in those that begin with a first step. */
export function lackingAfter(world: World): (first: StepTypeId) => number {
  const required = requiredFacts(world);
  const known = new Map<StepTypeId, number>();
  return (first) => {
    const found = known.get(first);
    if (found !== undefined) return found;
    const opens = world.definitions.get(first)?.stepType.opens ?? [];
    const fed = new Set<FactId>();
    for (const id of within(world, first))
      for (const { source } of world.definitions.get(id)?.sources ?? [])
        if (source.use === 'feeds') fed.add(source.fact);
    // A first step that opens nothing is no beginning of an episode: everything below the child counts.
    const isBelow = ({ scope }: Fact): boolean =>
      opens.length === 0 ? scope !== 'child' : opens.some((opened) => isWithin(scope, opened));
    const lacking = required.filter((fact) => !fed.has(fact.id) && isBelow(fact));
    known.set(first, lacking.length);
    return lacking.length;
  };
}
