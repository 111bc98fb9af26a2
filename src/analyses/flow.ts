import { type Choice, type Choices, hasRule, keepsOneOf, smallestChoiceWith } from '#model/choices.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { NextAction, StepType } from '#model/workspace.ts';
import { addAll, addBit, type Bits, bitsOf, noBits } from './bits.ts';

/** A next action between two reachable steps that some legal choice contains. Steps are numbered as in `Flow.steps`. */
export interface Edge {
  readonly action: NextAction;
  readonly from: number;
  readonly to: number;
  /** Starts its target before its own step is finished. */
  readonly immediate: boolean;
}

/** The part of the workflow that routes can reach, with its steps numbered in the order of the file. */
export interface Flow {
  readonly steps: readonly StepType[];
  readonly numberOf: ReadonlyMap<StepTypeId, number>;
  readonly starts: readonly number[];
  readonly edges: readonly Edge[];
  readonly edgesFrom: readonly (readonly Edge[])[];
  readonly edgesTo: readonly (readonly Edge[])[];
  readonly choices: readonly Choices[];
  /** Whether some run from the step comes to an end on all its branches. */
  readonly endable: readonly boolean[];
  /** For each step, the steps that may be open at the same time on another branch. */
  readonly beside: readonly Bits[];
}

const NO_CHOICES: Choices = { live: [], smallest: [] };

function reachableSteps(index: WorkspaceIndex): ReadonlySet<StepTypeId> {
  const reached = new Set(index.workspace.stepTypes.filter((step) => step.mayStart).map((step) => step.id));
  for (const id of reached) {
    for (const action of index.choices.get(id)?.live ?? []) {
      if (action.to.kind === 'step' && index.stepTypes.has(action.to.stepType)) reached.add(action.to.stepType);
    }
  }
  return reached;
}

/** The step that a next action starts, by number; null for the end, for a place nobody said, and for an unknown step. */
export function targetOf(flow: Pick<Flow, 'numberOf'>, action: NextAction): number | null {
  return action.to.kind === 'step' ? (flow.numberOf.get(action.to.stepType) ?? null) : null;
}

function endableSteps(flow: Pick<Flow, 'steps' | 'numberOf' | 'choices'>): readonly boolean[] {
  const endable = flow.steps.map(() => false);
  const ends = (choice: Choice): boolean =>
    choice.every((action) => {
      const target = targetOf(flow, action);
      return target === null || endable[target] === true;
    });
  for (let changed = true; changed; ) {
    changed = false;
    for (const [s, choices] of flow.choices.entries()) {
      if (endable[s] === true || !choices.smallest.some(ends)) continue;
      endable[s] = true;
      changed = true;
    }
  }
  return endable;
}

function reachFrom(start: number, edgesFrom: Flow['edgesFrom'], size: number): Bits {
  const reached = noBits(size);
  addBit(reached, start);
  const open = [start];
  const seen = new Set(open);
  for (let s = open.pop(); s !== undefined; s = open.pop()) {
    for (const edge of edgesFrom[s] ?? []) {
      if (seen.has(edge.to)) continue;
      seen.add(edge.to);
      addBit(reached, edge.to);
      open.push(edge.to);
    }
  }
  return reached;
}

/** Whether some legal choice holds both: what two choices require together is what each requires. */
const goTogether = (one: Choice | null, other: Choice | null): boolean =>
  one !== null && other !== null && keepsOneOf([...new Set([...one, ...other])]);

/** For each edge out of a step, the steps to which other next actions may lead in the same choice. */
function partnersOf(actions: readonly NextAction[], edges: readonly Edge[]): ReadonlyMap<Edge, ReadonlySet<number>> {
  const least = new Map(edges.map(({ action }) => [action, smallestChoiceWith(actions, [action])]));
  const leastOf = ({ action }: Edge): Choice | null => least.get(action) ?? null;
  return new Map(
    edges.map((one) => {
      const targets = new Set<number>();
      for (const other of edges)
        if (other !== one && !targets.has(other.to) && goTogether(leastOf(one), leastOf(other))) targets.add(other.to);
      return [one, targets];
    }),
  );
}

function besideSteps(index: WorkspaceIndex, flow: Pick<Flow, 'steps' | 'edgesFrom'>): readonly Bits[] {
  const size = flow.steps.length;
  const beside = flow.steps.map(() => noBits(size));
  const reach = new Map<number, Bits>();
  const reachOf = (s: number): Bits => {
    const known = reach.get(s) ?? reachFrom(s, flow.edgesFrom, size);
    reach.set(s, known);
    return known;
  };
  for (const [s, edges] of flow.edgesFrom.entries()) {
    const step = flow.steps[s];
    const actions = step === undefined ? [] : (index.nextActionsFrom.get(step.id) ?? []);
    for (const [one, targets] of partnersOf(actions, edges)) {
      const partners = noBits(size);
      for (const to of targets) addAll(partners, reachOf(to));
      for (const x of bitsOf(reachOf(one.to))) addAll(beside[x] ?? partners, partners);
    }
  }
  return beside;
}

/** Reads the reachable workflow out of a workspace. */
export function flowOf(index: WorkspaceIndex): Flow {
  const reached = reachableSteps(index);
  const steps = index.workspace.stepTypes.filter((step) => reached.has(step.id));
  const numberOf = new Map(steps.map((step, s) => [step.id, s]));
  const choices = steps.map((step) => index.choices.get(step.id) ?? NO_CHOICES);
  const edgesFrom = choices.map((choice, from) =>
    choice.live.flatMap((action): readonly Edge[] => {
      const to = targetOf({ numberOf }, action);
      return to === null ? [] : [{ action, from, to, immediate: hasRule(action, 'immediate') }];
    }),
  );
  const edges = edgesFrom.flat();
  const edgesTo: readonly Edge[][] = steps.map(() => []);
  for (const edge of edges) edgesTo[edge.to]?.push(edge);
  const starts = steps.flatMap((step, s) => (step.mayStart ? [s] : []));
  const endable = endableSteps({ steps, numberOf, choices });
  const beside = besideSteps(index, { steps, edgesFrom });
  return { steps, numberOf, starts, edges, edgesFrom, edgesTo, choices, endable, beside };
}
