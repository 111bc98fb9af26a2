import type { LaidOutDiagram, LayOut } from '#diagram/diagram.ts';
import { drawMap } from '#diagram/draw-map.ts';
import { laneOf, orderSteps } from '#diagram/order-steps.ts';
import type { StepTypeId } from '#model/ids.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';

/** One page of a map: its steps, laid out with everything else left out, and what it is called. */
export interface MapPage {
  readonly name: string;
  readonly steps: readonly StepTypeId[];
  readonly diagram: LaidOutDiagram;
}

/** Whether a picture can be read on the paper at hand. */
export type Fits = (diagram: LaidOutDiagram) => boolean;

interface Splitting {
  readonly index: WorkspaceIndex;
  readonly layOut: LayOut;
  readonly fits: Fits;
}

/** A part of a map on as many pages as it needs: halved in reading order until each can be read; a single step stays. */
async function pagesOf(splitting: Splitting, name: string, steps: readonly StepTypeId[]): Promise<readonly MapPage[]> {
  const { index, layOut, fits } = splitting;
  const diagram = await layOut(drawMap(index, { only: new Set(steps) }));
  if (steps.length < 2 || fits(diagram)) return [{ name, steps, diagram }];
  const half = Math.ceil(steps.length / 2);
  return [
    ...(await pagesOf(splitting, name, steps.slice(0, half))),
    ...(await pagesOf(splitting, name, steps.slice(half))),
  ];
}

/** "Child protection, 2 of 3" where a lane takes several pages. */
function numbered(pages: readonly MapPage[]): readonly MapPage[] {
  const byName = groupBy(pages, ({ name }) => name);
  return pages.map((page) => {
    const together = byName.get(page.name) ?? [page];
    return together.length === 1
      ? page
      : { ...page, name: `${page.name}, ${together.indexOf(page) + 1} of ${together.length}` };
  });
}

/** The map split by lane: a page for each lane, several where one cannot be read. */
export async function splitByLane(index: WorkspaceIndex, layOut: LayOut, fits: Fits): Promise<readonly MapPage[]> {
  const ordered = [...orderSteps(index.workspace.stepTypes, index.workspace.nextActions).values()].flat();
  const pages: MapPage[] = [];
  for (const [lane, steps] of groupBy(ordered, laneOf))
    pages.push(
      ...(await pagesOf(
        { index, layOut, fits },
        lane || 'No lane',
        steps.map(({ id }) => id),
      )),
    );
  return numbered(pages);
}
