import type { Diagram, LaidOutDiagram, LayOutOptions } from '#diagram/diagram.ts';
import { type DrawOptions, drawMap } from '#diagram/draw-map.ts';
import type { StepTypeId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { OpenedWorkspace } from './open-workspace.ts';

/** What a picture of the map is to show, and what it should keep of the one before. */
export interface Picture {
  readonly drawing: DrawOptions;
  readonly previous: LaidOutDiagram | null;
  /** The step that is to stay where it was. */
  readonly anchor: StepTypeId | null;
}

export const FIRST_PICTURE: Picture = { drawing: {}, previous: null, anchor: null };

/** The map of a workspace without places, and what its layout should keep: the picture before, and what people have set. */
export function drawPicture(
  { value }: OpenedWorkspace,
  { drawing, previous, anchor }: Picture,
): { readonly diagram: Diagram; readonly keep: LayOutOptions } {
  const positions = new Map(value.positions.map(({ stepType, x, y }) => [stepType, { x, y }]));
  return {
    diagram: drawMap(indexWorkspace(value), drawing),
    keep: {
      ...(previous === null ? {} : { previous }),
      ...(anchor === null ? {} : { anchor }),
      ...(positions.size === 0 ? {} : { positions }),
    },
  };
}
