import type { Box, LaidOutDiagram, LayOutOptions, PlacedLine, PlacedStep, Point } from '#diagram/diagram.ts';
import { LANE_INSET } from '#diagram/picture.ts';
import { boxesIn, routeLine } from './route-line.ts';
import { moveLine, movePlacedStep } from './shift.ts';
import { stretch } from './stretch.ts';

type Positions = NonNullable<LayOutOptions['positions']>;

const clampToLane = ({ x, y }: Point): Point => ({ x: Math.max(LANE_INSET, x), y: Math.max(LANE_INSET, y) });

/** How far below its corner a step reaches with what stands beside it. */
const depthOf = ({ box, ends }: PlacedStep): number =>
  Math.max(box.height, ...ends.map((end) => end.label.y + end.label.height - box.y));

/** Makes every lane deep enough for the steps that people have put into it. */
function deepenLanes(picture: LaidOutDiagram, positions: Positions): LaidOutDiagram {
  return picture.lanes.reduce((now, { name }) => {
    const lane = now.lanes.find((candidate) => candidate.name === name)?.box;
    const depths = now.steps.flatMap((placed) => {
      const at = placed.step.lane === name ? positions.get(placed.step.stepType) : undefined;
      return at === undefined ? [] : [clampToLane(at).y + depthOf(placed) + LANE_INSET];
    });
    const more = lane === undefined ? 0 : Math.max(0, ...depths) - lane.height;
    if (lane === undefined || more <= 0) return now;
    // Just above the lower edge, so that what stands on it goes with the next lane.
    const at = { x: Number.POSITIVE_INFINITY, y: lane.y + lane.height };
    return stretch(now, { at, by: { width: 0, height: more } });
  }, picture);
}

function widen(picture: LaidOutDiagram): LaidOutDiagram {
  const left = picture.lanes[0]?.box.x ?? 0;
  const right = Math.max(
    ...picture.steps.flatMap(({ box, ends }) => [box.x + box.width, ...ends.map((end) => end.marker.x + LANE_INSET)]),
  );
  const width = Math.max(picture.size.width, right + LANE_INSET - left);
  return {
    ...picture,
    size: { ...picture.size, width },
    lanes: picture.lanes.map((lane) => ({ ...lane, box: { ...lane.box, width } })),
  };
}

/** Finds new ways for lines whose steps have moved; loops go with their step. */
function reroute(picture: LaidOutDiagram, moved: ReadonlyMap<string, Point>): LaidOutDiagram {
  const boxes = new Map<string, Box>(picture.steps.map((placed) => [placed.step.stepType, placed.box]));
  const isLoose = ({ line }: PlacedLine): boolean =>
    line.from !== line.to && (moved.has(line.from) || moved.has(line.to));
  const lines = picture.lines.map((placed) => {
    const by = moved.get(placed.line.from);
    return placed.line.from === placed.line.to && by !== undefined ? moveLine(placed, by) : placed;
  });
  const taken = [...boxesIn({ steps: picture.steps, lines: lines.filter((placed) => !isLoose(placed)) })];
  const routed = lines.map((placed) => {
    const [from, to] = [boxes.get(placed.line.from), boxes.get(placed.line.to)];
    if (!isLoose(placed) || from === undefined || to === undefined) return placed;
    const route = routeLine(from, to, placed.line.label.size, taken);
    taken.push(route.label);
    return { ...placed, ...route };
  });
  return { ...picture, lines: routed };
}

/** Puts steps where people have put them in their lanes; the lanes grow where they must, and the lines follow. */
export function setPositions(picture: LaidOutDiagram, positions: Positions): LaidOutDiagram {
  if (!picture.steps.some(({ step }) => positions.has(step.stepType))) return picture;
  const deep = deepenLanes(picture, positions);
  const lanes = new Map(deep.lanes.map((lane) => [lane.name, lane.box]));
  const moved = new Map<string, Point>();
  const steps = deep.steps.map((placed) => {
    const [at, lane] = [positions.get(placed.step.stepType), lanes.get(placed.step.lane)];
    if (at === undefined || lane === undefined) return placed;
    const { x, y } = clampToLane(at);
    const by = { x: lane.x + x - placed.box.x, y: lane.y + y - placed.box.y };
    if (by.x === 0 && by.y === 0) return placed;
    moved.set(placed.step.stepType, by);
    return movePlacedStep(placed, by);
  });
  return reroute(widen({ ...deep, steps }), moved);
}
