import { assertNever } from '#model/assert.ts';
import type { Audit } from '#model/audit.ts';
import type { Finding } from '#model/finding.ts';
import { type StepTypeId, stepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { OverlayChoice } from './overlay.ts';
import { overlayOf } from './overlay-of.ts';
import { pathTo, reachFrom, startsOf } from './paths.ts';
import { stepsOfPlace } from './steps-of-place.ts';

/** The steps of a thread: those with a number, and those where its items are due. */
export interface ThreadSteps {
  readonly numbers: ReadonlyMap<StepTypeId, readonly number[]>;
  readonly items: readonly { readonly due: readonly { readonly step: StepTypeId }[] }[];
}

/** What the map may be cut down to. */
export type MatterOf =
  | { readonly kind: 'overlay'; readonly choice: OverlayChoice }
  | { readonly kind: 'thread'; readonly thread: ThreadSteps }
  | { readonly kind: 'finding'; readonly finding: Finding };

function stepsOf(index: WorkspaceIndex, audit: Audit, of: MatterOf): readonly StepTypeId[] {
  switch (of.kind) {
    case 'overlay': {
      if (of.choice.kind === 'none') return [...index.stepTypes.keys()];
      const { steps } = overlayOf(index, audit, of.choice);
      return [...steps].flatMap(([step, mark]) => (mark.tone === 'none' ? [] : [step]));
    }
    case 'thread':
      return [...of.thread.numbers.keys(), ...of.thread.items.flatMap(({ due }) => due.map(({ step }) => step))];
    case 'finding': {
      const { route, places } = of.finding;
      const onRoute = (route ?? []).map((step) => stepTypeId(step.stepType));
      return [...onRoute, ...places.flatMap((place) => stepsOfPlace(index, place))];
    }
    default:
      return assertNever(of);
  }
}

/**
 * The steps to keep for "show only what matters for this": those that it marks, and those on a shortest path from a
 * first step to each, so that the drawing stays in one piece.
 */
export function matterFor(index: WorkspaceIndex, audit: Audit, of: MatterOf): ReadonlySet<StepTypeId> {
  const reach = reachFrom(index, startsOf(index));
  const marked = stepsOf(index, audit, of).filter((step) => index.stepTypes.has(step));
  const kept = new Set(marked);
  for (const step of marked) for (const action of pathTo(reach, step) ?? []) kept.add(action.from);
  return kept;
}
