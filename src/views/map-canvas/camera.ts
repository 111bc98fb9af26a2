import type { Box, LaidOutDiagram, PlacedStep, Size } from '#diagram/diagram.ts';

/** Where the map is looked at from, as React Flow has it: the map's origin on the screen, and the magnification. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Words stay at 12 px or more as long as the map is not made smaller than this by hand or to show a whole route. */
const SMALLEST_READABLE = 0.93;
const MARGIN = 24;
/** The height of the buttons over the map, the width of the overview, and from where on that is worth leaving free. */
const BUTTONS = 56;
const OVERVIEW = 120;
const WIDE = 800;
const EDGE = 8;
/** Below this only names are read, and they are made as large as they have to be. */
export const FAR = 0.6;
const RAIL = 34;
/** From here on words of 13 px are read at 12 px or more: labels of next actions, forms and what is inside them. */
export const NEAR = 0.92;
const FAR_RAIL = 132;

/** How the map is drawn at a magnification: what would be too small to read is made larger, or left out. */
export function distanceAt(zoom: number): 'near' | 'middle' | 'far' {
  if (zoom < FAR) return 'far';
  return zoom < NEAR ? 'middle' : 'near';
}

/** Letters of a name, in pixels of the map, and from which magnification on they are read at 12 px or more. */
const NAME_SIZES = [15, 17, 20, 24, 28, 33, 39, 46, 54] as const;
const READABLE = 12;

/** Which size of names is large enough to be read; null where none is that fits a step. */
export const nameSizeAt = (zoom: number): number | null => NAME_SIZES.find((size) => size * zoom >= READABLE) ?? null;

/** The same as a word for the styles: `none` where names are left out. */
export const nameStepAt = (zoom: number): string => (zoom >= NEAR ? 'near' : String(nameSizeAt(zoom) ?? 'none'));

export const LEAST_ZOOM = 0.02;
export const MOST_ZOOM = 2;

/** A step with what stands beside it. */
export const boxesOf = (placed: PlacedStep): readonly Box[] => [
  placed.box,
  ...(placed.start === null ? [] : [placed.start]),
  ...placed.ends.map((end) => end.label),
];

/** The smallest box around some boxes; null around none. */
export function boxAround(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** The part of the canvas that is free: not under the lanes' names, the buttons or, on a wide canvas, the overview. */
function freePart(canvas: Size, rail: number): Box {
  const right = canvas.width > WIDE ? OVERVIEW : 0;
  return {
    x: rail + MARGIN,
    y: BUTTONS,
    width: canvas.width - rail - right - 2 * MARGIN,
    height: canvas.height - BUTTONS - MARGIN,
  };
}

const zoomFor = (box: Box, free: Size): number =>
  clamp(Math.min(free.width / box.width, free.height / box.height), LEAST_ZOOM, 1);

/** The camera that shows a box in the middle, at most at its real size. */
export function cameraOn(box: Box, canvas: Size): Camera {
  const near = freePart(canvas, RAIL);
  const free = zoomFor(box, near) < FAR ? freePart(canvas, FAR_RAIL) : near;
  const zoom = zoomFor(box, free);
  return {
    zoom,
    x: free.x + free.width / 2 - (box.x + box.width / 2) * zoom,
    y: free.y + free.height / 2 - (box.y + box.height / 2) * zoom,
  };
}

/** The first look: the top of the first lane at a size that can be read, however large the map is. */
export function firstCamera(diagram: LaidOutDiagram, canvas: Size): Camera {
  const lane = diagram.lanes[0]?.name;
  const inLane = diagram.steps.filter((placed) => placed.step.lane === lane);
  const box = boxAround(inLane.flatMap(boxesOf));
  if (box === null) return { x: 0, y: 0, zoom: 1 };
  const free = freePart(canvas, RAIL);
  const zoom = clamp(free.width / box.width, SMALLEST_READABLE, 1);
  const entry = (inLane.find((placed) => placed.step.starts) ?? inLane[0])?.box ?? box;
  const middleOf = ({ x, width }: Box): number => free.x + free.width / 2 - (x + width / 2) * zoom;
  const onEntry = clamp(middleOf(entry), free.x + free.width - (box.x + box.width) * zoom, free.x - box.x * zoom);
  return { zoom, x: box.width * zoom <= free.width ? middleOf(box) : onEntry, y: free.y - box.y * zoom };
}

function isInSight({ x, y, width, height }: Box, camera: Camera, canvas: Size): boolean {
  const left = x * camera.zoom + camera.x;
  const top = y * camera.zoom + camera.y;
  return (
    left >= RAIL + EDGE &&
    top >= EDGE &&
    left + width * camera.zoom <= canvas.width - EDGE &&
    top + height * camera.zoom <= canvas.height - EDGE
  );
}

/** The camera moved to the first of some boxes, or as it was when one of them is in sight already. */
export function cameraWithOneOf(boxes: readonly Box[], camera: Camera, canvas: Size): Camera {
  const [first] = boxes;
  if (first === undefined || boxes.some((box) => isInSight(box, camera, canvas))) return camera;
  return {
    zoom: camera.zoom,
    x: RAIL / 2 + canvas.width / 2 - (first.x + first.width / 2) * camera.zoom,
    y: canvas.height / 2 - (first.y + first.height / 2) * camera.zoom,
  };
}
