import type { Box, Point } from '#diagram/diagram.ts';
import { ROOM } from './make-room.ts';

/** The two shapes that a flow joins. */
export interface Ends {
  readonly from: Box;
  readonly to: Box;
  readonly isFromTask: boolean;
}

/** The task of the step that a flow leaves, and the lower edge of its row. */
interface Below {
  readonly box: Box;
  readonly bottom: number;
}

const middle = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Without points that repeat, and at least two. */
function tidy(points: readonly Point[]): readonly Point[] {
  const kept = points.filter((point, at) => {
    const before = points[at - 1];
    return before === undefined || before.x !== point.x || before.y !== point.y;
  });
  const [only] = kept;
  return kept.length === 1 && only !== undefined ? [only, { x: only.x, y: only.y + 1 }] : kept;
}

/** How far below an event on a task's edge its flow turns. */
const TURN = 6;

/** Out of a shape towards a point: below it where the point is lower or the shape sits on its task's edge, otherwise at its side. */
function leave(from: Box, towards: Point, task: Box): readonly Point[] {
  const centre = middle(from);
  const foot = { x: centre.x, y: from.y + from.height };
  const isOnEdge = Math.abs(centre.y - task.y - task.height) < 1;
  if (isOnEdge && towards.y > centre.y + from.height) return [foot, { x: foot.x, y: towards.y }];
  if (isOnEdge && towards.y < centre.y - from.height)
    return [foot, { x: foot.x, y: foot.y + TURN }, { x: towards.x, y: foot.y + TURN }];
  if (Math.abs(towards.x - centre.x) < 1) return [towards.y < centre.y ? { x: centre.x, y: from.y } : foot];
  const side = { x: towards.x < centre.x ? from.x : from.x + from.width, y: centre.y };
  return [side, { x: towards.x, y: centre.y }];
}

/** Straight out of a task, where it has no gateway: at the height or the place of what it leads to. */
function leaveTask(from: Box, to: Point): readonly Point[] {
  if (to.y > from.y && to.y < from.y + from.height)
    return [{ x: to.x < from.x ? from.x : from.x + from.width, y: to.y }];
  const x = Math.min(Math.max(to.x, from.x + 8), from.x + from.width - 8);
  const y = to.y <= from.y ? from.y : from.y + from.height;
  return x === to.x
    ? [{ x, y }]
    : [
        { x, y },
        { x, y: (y + to.y) / 2 },
        { x: to.x, y: (y + to.y) / 2 },
      ];
}

/** Into a shape from a point at right angles above, below or beside it. */
function enter(to: Box, from: Point): Point {
  const centre = middle(to);
  if (Math.abs(from.y - centre.y) < 1) return { x: from.x < centre.x ? to.x : to.x + to.width, y: centre.y };
  return { x: centre.x, y: from.y < centre.y ? to.y : to.y + to.height };
}

/** A way without a line of the map: straight where the two stand side by side, otherwise with at most two bends. */
function shortWay({ from, to, isFromTask }: Ends, task: Box): readonly Point[] {
  const [start, end] = [middle(from), middle(to)];
  if (Math.abs(start.y - end.y) < 1)
    return start.x < end.x
      ? [
          { x: from.x + from.width, y: start.y },
          { x: to.x, y: start.y },
        ]
      : [
          { x: from.x, y: start.y },
          { x: to.x + to.width, y: start.y },
        ];
  const out = isFromTask ? leaveTask(from, end) : leave(from, end, task);
  return tidy([...out, enter(to, out.at(-1) ?? end)]);
}

/** Along a line of the map: down to it where it leaves below its step, round the step where it leaves at the top. */
function longWay({ from, isFromTask }: Ends, line: readonly Point[], { box, bottom }: Below): readonly Point[] {
  const [first, second, ...others] = line;
  if (first === undefined || second === undefined || isFromTask) return tidy(line);
  const foot = { x: first.x, y: bottom + ROOM - 12 };
  if (first.y >= box.y + box.height - 1 && second.y >= foot.y)
    return tidy([...leave(from, foot, box), foot, second, ...others]);
  if (first.y > box.y + 1) return tidy([...leave(from, second, box), second, ...others]);
  const beside = { x: box.x + box.width + 8, y: box.y - 8 };
  return tidy([...leave(from, beside, box), beside, { x: first.x, y: beside.y }, second, ...others]);
}

/** The points of a flow: along the line that the map has for it, or the short way where it has none. */
export const wayBetween = (ends: Ends, line: readonly Point[] | null, below: Below): readonly Point[] =>
  line === null || line.length < 2 ? shortWay(ends, below.box) : longWay(ends, line, below);
