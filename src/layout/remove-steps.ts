import type { LaidOutDiagram, PlacedStep } from '#diagram/diagram.ts';
import { boxesIn, overlaps } from './route-line.ts';
import { stretch } from './stretch.ts';

/** True where nothing but upright lines stands between two heights, and what reaches into it from above has room there. */
function isFree(picture: LaidOutDiagram, top: number, bottom: number): boolean {
  const isInside = (y: number): boolean => y > top && y < bottom;
  const boxes = boxesIn(picture);
  const below = boxes.filter((box) => box.y >= bottom).map((box) => ({ ...box, y: box.y - bottom + top }));
  const reaching = boxes.filter((box) => box.y < top && box.y + box.height > top);
  const isLaneFree = picture.lanes.every(({ box }) => !isInside(box.y) && !isInside(box.y + box.height));
  return (
    isLaneFree &&
    boxes.every((box) => box.y < top || box.y >= bottom) &&
    picture.lines.every(
      ({ line, points }) => line.from === line.to || points.slice(1, -1).every((point) => !isInside(point.y)),
    ) &&
    reaching.every((box) => below.every((other) => !overlaps(box, other)))
  );
}

/** Takes the room between two heights away where it is free. */
function collapse(picture: LaidOutDiagram, top: number, bottom: number): LaidOutDiagram {
  if (bottom <= top || !isFree(picture, top, bottom)) return picture;
  const at = { x: Number.POSITIVE_INFINITY, y: bottom };
  return stretch(picture, { at, by: { width: 0, height: top - bottom } });
}

/** The room around a step that is given back with it: as much as was made for it, or less where something else stands. */
const MARGINS = [16, 4] as const;

function giveBack(picture: LaidOutDiagram, gone: PlacedStep, labels: number): LaidOutDiagram {
  const boxes = [gone.box, ...gone.ends.map((end) => end.label)];
  const top = Math.min(...boxes.map((box) => box.y));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  for (const margin of [MARGINS[0] + labels, ...MARGINS]) {
    const smaller = collapse(picture, top - margin, bottom + margin);
    if (smaller !== picture) return smaller;
  }
  return picture;
}

function removeLane(picture: LaidOutDiagram, name: string): LaidOutDiagram {
  const lane = picture.lanes.find((candidate) => candidate.name === name);
  if (lane === undefined) return picture;
  const without = { ...picture, lanes: picture.lanes.filter((candidate) => candidate !== lane) };
  const smaller = collapse(without, lane.box.y, lane.box.y + lane.box.height);
  if (smaller !== without) return smaller;
  // Lines still bend in its room: the lane above, or else the one below, takes it over.
  const [above] = without.lanes.filter(({ box }) => box.y < lane.box.y).slice(-1);
  const heir = above ?? without.lanes[0];
  const y = Math.min(heir?.box.y ?? 0, lane.box.y);
  return {
    ...without,
    lanes: without.lanes.map((candidate) =>
      candidate === heir ? { ...heir, box: { ...heir.box, y, height: heir.box.height + lane.box.height } } : candidate,
    ),
  };
}

const PADDING = 28;

/** Without the width that nothing needs any more. */
function narrow(picture: LaidOutDiagram): LaidOutDiagram {
  const left = picture.lanes[0]?.box.x ?? 0;
  const rights = [
    ...boxesIn(picture).map((box) => box.x + box.width),
    ...picture.steps.flatMap(({ ends }) => ends.map((end) => end.marker.x)),
    ...picture.lines.flatMap(({ points }) => points.map((point) => point.x)),
  ];
  const width = Math.min(picture.size.width, Math.max(...rights) + PADDING - left);
  return {
    ...picture,
    size: { ...picture.size, width },
    lanes: picture.lanes.map((lane) => ({ ...lane, box: { ...lane.box, width } })),
  };
}

/** The picture without some steps, their lines and the lanes that they leave empty; what stays, stays in its place. */
export function removeSteps(picture: LaidOutDiagram, gone: readonly PlacedStep[]): LaidOutDiagram {
  const ids = new Set(gone.map((placed) => placed.step.stepType));
  const lines = picture.lines.filter(({ line }) => !ids.has(line.from) && !ids.has(line.to));
  const steps = picture.steps.filter((placed) => !ids.has(placed.step.stepType));
  const empty = picture.lanes.filter(({ name }) => !steps.some((placed) => placed.step.lane === name));
  // From below upwards: what is given back there moves nothing of what is still to go.
  const upwards = gone.toSorted((one, other) => other.box.y - one.box.y);
  const smaller = upwards.reduce<LaidOutDiagram>(
    (now, placed) => {
      const own = picture.lines.filter(({ line }) => [line.from, line.to].includes(placed.step.stepType));
      return giveBack(now, placed, Math.max(0, ...own.map(({ line }) => line.label.size.height)));
    },
    { ...picture, steps, lines },
  );
  return gone.length === 0 ? smaller : narrow(empty.reduce((now, { name }) => removeLane(now, name), smaller));
}
