import { orderSteps } from '#diagram/order-steps.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { MOST_BOXES } from './place-boxes.ts';

/** A part of the map that one slide has room for. */
export interface MapPart {
  readonly lane: string;
  /** "Child protection, 1 of 2" where a lane takes several slides. */
  readonly name: string;
  readonly steps: readonly StepTypeId[];
}

/** Cuts a list into parts of about the same length, none longer than `most`. */
export function evenly<Value>(values: readonly Value[], most: number): readonly (readonly Value[])[] {
  const parts = Math.ceil(values.length / most);
  const length = Math.ceil(values.length / Math.max(1, parts));
  return Array.from({ length: parts }, (_, part) => values.slice(part * length, (part + 1) * length));
}

/** "1 of 2" after a name, where there are several. */
export const numbered = (name: string, position: number, several: number): string =>
  several === 1 ? name : `${name}, ${position + 1} of ${several}`;

/** Some steps, in the order given, as parts of a map. */
export function partsOfSteps(lane: string, steps: readonly StepTypeId[]): readonly MapPart[] {
  const parts = evenly(steps, MOST_BOXES);
  return parts.map((part, position) => ({ lane, name: numbered(lane, position, parts.length), steps: part }));
}

/** The parts of a map, lane after lane in reading order; `only` leaves out all other steps. */
export function mapParts(index: WorkspaceIndex, only?: ReadonlySet<StepTypeId>): readonly MapPart[] {
  const { stepTypes, nextActions } = index.workspace;
  const wanted = stepTypes.filter(({ id }) => only?.has(id) !== false);
  return [...orderSteps(wanted, nextActions)].flatMap(([lane, steps]) =>
    partsOfSteps(
      lane,
      steps.map(({ id }) => id),
    ),
  );
}
