import type { StepTypeId } from '#model/ids.ts';
import type { Box, LaidOutDiagram, PlacedStep, Point, Stretch } from './diagram.ts';

/** A picture's whole extent: where its first lane begins, and its size. */
export function extentOf({ lanes, size }: LaidOutDiagram): Box {
  const corner = lanes[0]?.box ?? { x: 0, y: 0 };
  return { x: corner.x, y: corner.y, ...size };
}

export const findPlaced = ({ steps }: LaidOutDiagram, stepType: StepTypeId | null): PlacedStep | undefined =>
  steps.find((placed) => placed.step.stepType === stepType);

/** Where a point was before room was made for open steps. */
const beforeStretches = (point: Point, rooms: readonly Stretch[]): Point =>
  rooms.reduceRight((now, { at, by }) => {
    const back = (value: number, from: number, room: number): number =>
      value < from ? value : Math.max(from, value - room);
    return { x: back(now.x, at.x, by.width), y: back(now.y, at.y, by.height) };
  }, point);

/** A step may stand no closer than this to the left and upper edge of its lane. */
export const LANE_INSET = 10;

/** A place in a picture as it is kept: from the corner of the step's lane, as if no step were open. */
export function placeInLane(diagram: LaidOutDiagram, stepType: StepTypeId, corner: Point): Point {
  const placed = findPlaced(diagram, stepType);
  const lane = diagram.lanes.find((candidate) => candidate.name === placed?.step.lane)?.box ?? { x: 0, y: 0 };
  const rooms = diagram.stretches ?? [];
  const [here, from] = [beforeStretches(corner, rooms), beforeStretches(lane, rooms)];
  return {
    x: Math.max(LANE_INSET, Math.round(here.x - from.x)),
    y: Math.max(LANE_INSET, Math.round(here.y - from.y)),
  };
}
