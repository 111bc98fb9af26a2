import type { StepSets } from '#model/audit.ts';
import { hasRule } from '#model/choices.ts';
import type { Route } from '#model/finding.ts';
import { indexWorkspace, type WorkspaceIndex } from '#model/index-workspace.ts';
import { isWithin } from '#model/scopes.ts';
import { SCREEN_KINDS } from '#model/words.ts';
import type { NextAction, Source, StepType, Workspace } from '#model/workspace.ts';
import { auditOf } from './expect-findings.ts';

/*
 * Routes walked again, step by step, with nothing but what each step makes and drops: no part of the search that found
 * them is used here.
 */

/** A workspace to walk in, and one fact to look out for. `surely` looks for what is sure, else for what may be. */
export interface Walk {
  readonly index: WorkspaceIndex;
  readonly makes: (stepType: string) => boolean;
  readonly drops: (stepType: string) => boolean;
  readonly held: boolean;
  readonly surely: boolean;
}

const isScreen = (source: Source): boolean => (SCREEN_KINDS as readonly string[]).includes(source.kind);

/** Where a fact is made and dropped, over the sources that `sources` keeps. */
export function walkFor(
  workspace: Workspace,
  fact: string,
  { surely, onlyFeeding }: { readonly surely: boolean; readonly onlyFeeding: boolean },
): Walk {
  const index = indexWorkspace(workspace);
  const sources = workspace.sources.filter(
    ({ use, status }) => status !== 'ignored' && (use === 'feeds' || (use === 'records' && !onlyFeeding)),
  );
  const sets = new Map(auditOf({ ...workspace, sources }).steps.map((step) => [step.stepType, step]));
  const made = (step: StepSets | undefined): readonly string[] =>
    (surely ? step?.makesAlways : step?.makesSometimes) ?? [];
  const scope = workspace.facts.find(({ id }) => id === fact)?.scope ?? 'child';
  return {
    index,
    surely,
    makes: (stepType) => made(sets.get(stepType)).includes(fact),
    drops: (stepType) =>
      scope === 'step' ||
      (workspace.stepTypes.find(({ id }) => id === stepType)?.opens ?? []).some((opened) => isWithin(scope, opened)),
    held: sources.some(
      (source) =>
        isScreen(source) && source.stepType === null && source.fact === fact && (!surely || source.assured === true),
    ),
  };
}

export const liveFrom = (index: WorkspaceIndex, stepType: StepType['id']): readonly NextAction[] =>
  index.choices.get(stepType)?.live ?? [];

/** Whether the fact is known when each step of a route starts. */
export function knownAlong(walk: Walk, route: Route): readonly boolean[] {
  const known: boolean[] = [];
  for (const [at, { stepType }] of route.entries()) {
    const before = route[at - 1];
    const action = before?.nextAction == null ? undefined : walk.index.nextActions.get(before.nextAction);
    const carried =
      before === undefined
        ? walk.held
        : known[at - 1] === true || (walk.makes(before.stepType) && !(walk.surely && isImmediate(action)));
    known.push(carried && !walk.drops(stepType));
  }
  return known;
}

const isImmediate = (action: NextAction | undefined): boolean => action !== undefined && hasRule(action, 'immediate');

/** The number of steps of the shortest route to a step at whose start the fact is known, or is not; null for either. */
export function shortestTo(walk: Walk, stepType: string, wanted: boolean | null): number | null {
  const { workspace } = walk.index;
  let level = workspace.stepTypes
    .filter((step) => step.mayStart)
    .map((step) => ({ step: step.id, known: walk.held && !walk.drops(step.id) }));
  const seen = new Set<string>();
  for (let length = 1; level.length > 0; length += 1) {
    if (level.some(({ step, known }) => step === stepType && (wanted === null || known === wanted))) return length;
    for (const { step, known } of level) seen.add(`${step} ${known}`);
    level = level
      .flatMap(({ step, known }) =>
        liveFrom(walk.index, step).flatMap((action) => {
          if (action.to.kind !== 'step') return [];
          const to = action.to.stepType;
          const carried = known || (walk.makes(step) && !(walk.surely && isImmediate(action)));
          return [{ step: to, known: carried && !walk.drops(to) }];
        }),
      )
      .filter(({ step, known }) => !seen.has(`${step} ${known}`));
  }
  return null;
}

/** How many steps a branch may go on, the step included, when a run is left by one of these choices and avoids the fact. */
export function stepsToAvoid(
  walk: Walk,
  deadEnds: ReadonlySet<string>,
  at: { readonly stepType: StepType['id']; readonly choices: readonly (readonly NextAction[])[] },
): number {
  const steps = new Map<string, number>(
    walk.index.workspace.stepTypes.map(({ id }) => [id, deadEnds.has(id) ? 1 : Number.POSITIVE_INFINITY]),
  );
  const along = (action: NextAction): number => {
    if (action.to.kind !== 'step' || walk.drops(action.to.stepType)) return 0;
    return walk.makes(action.to.stepType) ? Number.POSITIVE_INFINITY : (steps.get(action.to.stepType) ?? 0);
  };
  const least = (choices: readonly (readonly NextAction[])[]): number =>
    1 + Math.min(...choices.map((choice) => Math.max(0, ...choice.map(along))));
  for (const _ of steps) {
    for (const { id } of walk.index.workspace.stepTypes) {
      const found = least(walk.index.choices.get(id)?.smallest ?? []);
      if (found < (steps.get(id) ?? 0)) steps.set(id, found);
    }
  }
  return deadEnds.has(at.stepType) ? 1 : least(at.choices);
}
