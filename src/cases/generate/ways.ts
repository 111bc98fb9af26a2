import type { Choice } from '#model/choices.ts';
import type { StepTypeId } from '#model/ids.ts';
import { type PlannedStep, targetOf, type World } from './world.ts';

/** Stands for a step that has to be given up, as nothing brings it to an end: more than any way through. */
export const GIVEN_UP = 10_000;

/** A step that begins another episode of the same child is worth some way round. */
const NEW_EPISODE = 2;

const NOT_KNOWN = GIVEN_UP * GIVEN_UP;

/** The shortest ways to the end of all branches, and which step types a case can come to. */
export interface Ways {
  /** Steps from a step type to the end of everything that it begins, itself among them. */
  readonly length: (stepType: StepTypeId) => number;
  /** How many of those have to be given up. */
  readonly givenUp: (stepType: StepTypeId) => number;
  readonly reached: ReadonlySet<StepTypeId>;
  readonly firsts: readonly StepTypeId[];
}

/** The step types that a choice begins, one by one. */
export const begunBy = (choice: Choice): readonly StepTypeId[] =>
  choice.flatMap((action) => {
    const target = targetOf(action);
    return target === null ? [] : [target];
  });

function costs({ steps }: World): ReadonlyMap<StepTypeId, number> {
  const known = new Map([...steps.keys()].map((id) => [id, GIVEN_UP + 1]));
  const costOf = (choice: Choice): number =>
    begunBy(choice).reduce((sum, id) => Math.min(NOT_KNOWN, sum + (known.get(id) ?? 0)), 1);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [id, { options }] of steps) {
      const least = Math.min(...options.map(costOf));
      if (least >= (known.get(id) ?? 0)) continue;
      known.set(id, least);
      changed = true;
    }
  }
  return known;
}

function reachedFrom({ steps }: World, firsts: readonly StepTypeId[]): ReadonlySet<StepTypeId> {
  const reached = new Set(firsts);
  for (const id of reached) for (const next of begunBy(steps.get(id)?.takeable ?? [])) reached.add(next);
  return reached;
}

export function waysOf(world: World): Ways {
  const cost = costs(world);
  const firsts = world.index.workspace.stepTypes.filter(({ mayStart }) => mayStart).map(({ id }) => id);
  return {
    length: (id) => (cost.get(id) ?? 0) % GIVEN_UP,
    givenUp: (id) => Math.floor((cost.get(id) ?? 0) / GIVEN_UP),
    reached: reachedFrom(world, firsts),
    firsts,
  };
}

/** Whether going to a step type begins another episode of need. */
export const opensEpisode = ({ definition }: PlannedStep): boolean => definition.stepType.opens.includes('referral');

export type Distances = ReadonlyMap<StepTypeId, number>;

/** Tells how far each step type is from the nearest one where something is still to be done; those that never come to one are left out. */
export function distancesIn(world: World): (isWanted: (step: PlannedStep) => boolean) => Distances {
  const before = new Map<StepTypeId, StepTypeId[]>();
  for (const [id, { takeable }] of world.steps)
    for (const next of begunBy(takeable)) before.set(next, [...(before.get(next) ?? []), id]);
  return (isWanted) => {
    const far = new Map<StepTypeId, number>();
    for (const [id, step] of world.steps) if (isWanted(step)) far.set(id, 0);
    // A step whose distance shrinks later is looked at again: ways are short, so that hardly ever happens.
    const queue = [...far.keys()];
    for (const id of queue) {
      const step = world.steps.get(id);
      const beyond = (far.get(id) ?? 0) + (step !== undefined && opensEpisode(step) ? NEW_EPISODE : 1);
      for (const from of before.get(id) ?? []) {
        if ((far.get(from) ?? Number.POSITIVE_INFINITY) <= beyond) continue;
        far.set(from, beyond);
        queue.push(from);
      }
    }
    return far;
  };
}
