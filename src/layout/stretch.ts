import type { Box, LaidOutDiagram, PlacedLine, PlacedStep, Point, Size, Stretch } from '#diagram/diagram.ts';
import { attach, moveBox, straighten } from './shift.ts';

const push = (value: number, at: number, by: number): number => (value >= at ? value + by : value);

const pushPoint = <P extends Point>(point: P, { at, by }: Stretch): P => ({
  ...point,
  x: push(point.x, at.x, by.width),
  y: push(point.y, at.y, by.height),
});

/** Ends keep their height beside their step; to the right they give way like everything else. */
function pushStep(placed: PlacedStep, room: Stretch): PlacedStep {
  const box = pushPoint(placed.box, room);
  const [dx, dy] = [box.x - placed.box.x, box.y - placed.box.y];
  const right = <P extends Point>(point: P): P => ({
    ...point,
    x: push(point.x, room.at.x, room.by.width),
    y: point.y + dy,
  });
  return {
    ...placed,
    box,
    start: placed.start === null ? null : moveBox(placed.start, { x: dx, y: dy }),
    ends: placed.ends.map((end) => ({ ...end, label: right(end.label), marker: right(end.marker) })),
  };
}

interface Ends {
  readonly from: Box;
  readonly to: Box;
}

/** Which stretch of a line its label stands on: the number of the point before it. */
function stretchOfLabel({ points, label }: PlacedLine): number {
  const middle = { x: label.x + label.width / 2, y: label.y + label.height / 2 };
  const distances = points.slice(1).map((point, index) => {
    const before = points[index] ?? point;
    const beyond = (value: number, a: number, b: number): number =>
      Math.max(0, Math.min(a, b) - value, value - Math.max(a, b));
    return Math.hypot(beyond(middle.x, before.x, point.x), beyond(middle.y, before.y, point.y));
  });
  return distances.indexOf(Math.min(...distances));
}

/** The label goes with the stretch it stands on, across it; along it, it gives way like everything else. */
function pushLabel(placed: PlacedLine, points: readonly Point[], room: Stretch): Box {
  const at = stretchOfLabel(placed);
  const [old, oldNext, now] = [placed.points[at], placed.points[at + 1], points[at]];
  const pushed = pushPoint(placed.label, room);
  if (old === undefined || oldNext === undefined || now === undefined) return pushed;
  const isUpright = Math.abs(old.x - oldNext.x) < 0.5;
  return isUpright
    ? { ...pushed, x: placed.label.x + now.x - old.x }
    : { ...pushed, y: placed.label.y + now.y - old.y };
}

function pushLine(placed: PlacedLine, before: Ends, after: Ends, room: Stretch): PlacedLine {
  const { line, points } = placed;
  if (line.from === line.to) {
    const by = { x: after.from.x - before.from.x, y: after.from.y - before.from.y };
    const right = before.from.x + before.from.width;
    const along = (point: Point): Point => ({
      x: point.x + by.x + (point.x >= right - 0.5 ? after.from.width - before.from.width : 0),
      y: point.y + by.y,
    });
    const isRight = placed.label.x >= right - 0.5;
    const wider = isRight ? after.from.width - before.from.width : 0;
    return { ...placed, points: points.map(along), label: moveBox(placed.label, { x: by.x + wider, y: by.y }) };
  }
  const last = points.length - 1;
  const pushed = points.map((point, index) => {
    if (index === 0) return attach(point, before.from, after.from);
    return index === last ? attach(point, before.to, after.to) : pushPoint(point, room);
  });
  const straight = straighten(points, pushed);
  return { ...placed, points: straight, label: pushLabel(placed, straight, room) };
}

/** A step whose size changes while room is made. */
interface Grown {
  readonly step: PlacedStep['step'];
  readonly size: Size;
}

/**
 * Makes room in a picture: whatever begins at or beyond a place gives way to the right and down, lines stay on their steps
 * and at right angles, and what stands before it does not move. One step may grow into the room. With a negative size,
 * room that is free is taken away.
 */
export function stretch(picture: LaidOutDiagram, room: Stretch, grown?: Grown): LaidOutDiagram {
  const steps = picture.steps.map((placed) => {
    const pushed = pushStep(placed, room);
    return placed.step.stepType === grown?.step.stepType
      ? { ...pushed, step: grown.step, box: { ...pushed.box, ...grown.size } }
      : pushed;
  });
  const before = new Map(picture.steps.map((placed) => [placed.step.stepType, placed.box]));
  const after = new Map(steps.map((placed) => [placed.step.stepType, placed.box]));
  const endsIn = (boxes: typeof before, { line }: PlacedLine): Ends | null => {
    const [from, to] = [boxes.get(line.from), boxes.get(line.to)];
    return from === undefined || to === undefined ? null : { from, to };
  };
  const lines = picture.lines.map((placed) => {
    const [was, is] = [endsIn(before, placed), endsIn(after, placed)];
    return was === null || is === null ? placed : pushLine(placed, was, is, room);
  });
  const lanes = picture.lanes.map(({ name, box }) => {
    const top = push(box.y, room.at.y, room.by.height);
    const bottom = push(box.y + box.height, room.at.y, room.by.height);
    return { name, box: { ...box, y: top, width: box.width + room.by.width, height: bottom - top } };
  });
  const size = { width: picture.size.width + room.by.width, height: picture.size.height + room.by.height };
  return { ...picture, size, lanes, steps, lines };
}
