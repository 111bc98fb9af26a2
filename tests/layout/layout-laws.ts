import type { Box, LaidOutDiagram, Point } from '#diagram/diagram.ts';

interface Named {
  readonly name: string;
  readonly box: Box;
}

/** Touching is not overlapping. */
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - 0.5 && b.x < a.x + a.width - 0.5 && a.y < b.y + b.height - 0.5 && b.y < a.y + a.height - 0.5;

const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - 0.5 &&
  inner.y >= outer.y - 0.5 &&
  inner.x + inner.width <= outer.x + outer.width + 0.5 &&
  inner.y + inner.height <= outer.y + outer.height + 0.5;

function overlapping(boxes: readonly Named[]): readonly string[] {
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b) => (overlap(a.box, b.box) ? [`${a.name} overlaps ${b.name}`] : [])),
  );
}

/** Everything that takes room of its own: steps, entry markers, labels of ends and of lines. */
function takingRoom(diagram: LaidOutDiagram): readonly Named[] {
  return [
    ...diagram.steps.flatMap((placed) => [
      { name: `step ${placed.step.stepType}`, box: placed.box },
      ...(placed.start === null ? [] : [{ name: `start of ${placed.step.stepType}`, box: placed.start }]),
      ...placed.ends.map((end) => ({ name: `${end.end.kind} of ${placed.step.stepType}`, box: end.label })),
    ]),
    ...diagram.lines.map((line) => ({ name: `label ${line.line.id}`, box: line.label })),
  ];
}

/** A stretch of a line as a box without thickness, a little shortened so that touching a border does not count. */
const toStretch = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.max(Math.abs(a.x - b.x), 1),
  height: Math.max(Math.abs(a.y - b.y), 1),
});

const stretches = (points: readonly Point[]): readonly Box[] =>
  points.slice(1).map((point, index) => toStretch(points[index] ?? point, point));

const shrink = (box: Box): Box => ({ x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 });

function linesThroughSteps(diagram: LaidOutDiagram): readonly string[] {
  return diagram.lines.flatMap(({ line, points }) =>
    diagram.steps.flatMap((placed) =>
      stretches(points).some((stretch) => overlap(stretch, shrink(placed.box)))
        ? [`${line.id} runs through ${placed.step.stepType}`]
        : [],
    ),
  );
}

function stepsOutOfLane(diagram: LaidOutDiagram): readonly string[] {
  const lanes = new Map(diagram.lanes.map((lane) => [lane.name, lane.box]));
  return diagram.steps.flatMap((placed) => {
    const lane = lanes.get(placed.step.lane);
    return lane !== undefined && isInside(placed.box, lane)
      ? []
      : [`${placed.step.stepType} leaves ${placed.step.lane}`];
  });
}

const isOn = (point: Point, box: Box): boolean =>
  isInside({ ...point, width: 0, height: 0 }, box) &&
  !overlap(
    { x: point.x - 1, y: point.y - 1, width: 2, height: 2 },
    { x: box.x + 2, y: box.y + 2, width: box.width - 4, height: box.height - 4 },
  );

function looseEnds(diagram: LaidOutDiagram): readonly string[] {
  const boxes = new Map(diagram.steps.map((placed) => [placed.step.stepType, placed.box]));
  return diagram.lines.flatMap(({ line, points }) => {
    const [from, to, first, last] = [boxes.get(line.from), boxes.get(line.to), points[0], points.at(-1)];
    if (from === undefined || to === undefined || first === undefined || last === undefined) return [line.id];
    return isOn(first, from) && isOn(last, to) ? [] : [`${line.id} does not end at its steps`];
  });
}

const slanted = (diagram: LaidOutDiagram): readonly string[] =>
  diagram.lines.flatMap(({ line, points }) =>
    points.slice(1).some((point, index) => {
      const before = points[index] ?? point;
      return Math.abs(point.x - before.x) > 0.5 && Math.abs(point.y - before.y) > 0.5;
    })
      ? [`${line.id} is slanted`]
      : [],
  );

/** What must hold of every picture, whoever put its steps where they are. */
export const seriousFaultsOf = (diagram: LaidOutDiagram): readonly string[] => [
  ...overlapping(diagram.lanes),
  ...stepsOutOfLane(diagram),
  ...looseEnds(diagram),
  ...slanted(diagram),
];

export const overlappingSteps = (diagram: LaidOutDiagram): readonly string[] =>
  overlapping(diagram.steps.map((placed) => ({ name: placed.step.stepType, box: placed.box })));

export { linesThroughSteps };

/** Everything that is wrong with a picture, in words; nothing when each thing has its own room and place. */
export function faultsOf(diagram: LaidOutDiagram): readonly string[] {
  return [
    ...overlapping(takingRoom(diagram)),
    ...overlapping(diagram.lanes),
    ...stepsOutOfLane(diagram),
    ...linesThroughSteps(diagram),
    ...looseEnds(diagram),
    ...slanted(diagram),
  ];
}
