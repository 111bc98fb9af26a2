import type { Box, LaidOutDiagram, PlacedLane } from '#diagram/diagram.ts';
import { wrapText } from '#diagram/measure-text.ts';
import type { MapOverlay } from '#diagram/overlays/overlay.ts';
import { extentOf } from '#diagram/picture.ts';
import type { StepTypeId } from '#model/ids.ts';
import { drawBeside, drawLine, type PageNumbers } from './draw-lines.ts';
import { drawStep } from './draw-step.ts';
import { boxAt, type Shape, type TextShape } from './shapes.ts';

const RAIL_NAME = { size: 14, bold: true } as const;
const RAIL_LINE = 17;
const RAIL_PADDING = 8;
const MOST_LINES = 20;

/** What is drawn of a map beside its workflow. */
export interface MapPicture {
  readonly diagram: LaidOutDiagram;
  readonly overlay: MapOverlay | null;
  /** The numbers of the steps on a route or thread. */
  readonly numbers: ReadonlyMap<StepTypeId, readonly number[]>;
  /** Where the steps stand that this page leaves out; none where there is one page. */
  readonly pages?: PageNumbers;
}

/** A finished part of a page: its shapes, and the room they take from its own corner. */
export interface DrawnPart {
  readonly shapes: readonly Shape[];
  readonly extent: Box;
}

interface RailName {
  readonly lane: PlacedLane;
  readonly lines: readonly string[];
}

const upright = (text: string, x: number, y: number): TextShape => ({
  kind: 'text',
  at: { x, y },
  text,
  lettering: RAIL_NAME,
  fill: 'text',
  anchor: 'middle',
  isUpright: true,
});

/** The name of a lane beside its band, read from bottom to top; a long one takes more lines. */
const drawRailName = ({ lane, lines }: RailName, left: number): readonly Shape[] =>
  lines.map((line, index) =>
    upright(line, left + RAIL_PADDING + 12 + index * RAIL_LINE, lane.box.y + lane.box.height / 2),
  );

/** The names of the lanes: as many lines for each as its band is too low for on one. */
function railOf(lanes: readonly PlacedLane[]): { readonly names: readonly RailName[]; readonly width: number } {
  const names = lanes.map((lane) => ({
    lane,
    lines: wrapText(lane.name, Math.max(40, lane.box.height - 16), RAIL_NAME, MOST_LINES),
  }));
  return { names, width: Math.max(1, ...names.map(({ lines }) => lines.length)) * RAIL_LINE + 2 * RAIL_PADDING };
}

/** The map: lanes with their names, lines, steps. */
export function drawMapPicture({ diagram, overlay, numbers, pages }: MapPicture): DrawnPart {
  const extent = extentOf(diagram);
  const rail = railOf(diagram.lanes);
  const left = extent.x - rail.width;
  const bands = diagram.lanes.map(({ box }, index) =>
    boxAt(
      { ...box, x: left, width: extent.width + rail.width },
      {
        fill: index % 2 === 1 ? 'band-odd' : 'band',
        edge: 'rule',
      },
    ),
  );
  const railBox = boxAt(
    { x: left, y: extent.y, width: rail.width, height: extent.height },
    { fill: 'bar', edge: 'rule' },
  );
  const steps = diagram.steps.map((placed) =>
    drawStep(placed, {
      mark: overlay?.steps.get(placed.step.stepType),
      numbers: numbers.get(placed.step.stepType) ?? [],
    }),
  );
  return {
    extent: { x: left, y: extent.y, width: extent.width + rail.width, height: extent.height },
    shapes: [
      ...bands,
      railBox,
      ...rail.names.flatMap((name) => drawRailName(name, left)),
      ...diagram.lines.map(drawLine),
      ...diagram.steps.flatMap((placed) => drawBeside(placed, pages ?? new Map())),
      ...steps,
    ],
  };
}
