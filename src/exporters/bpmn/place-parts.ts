import type { Box, LaidOutDiagram, PlacedEnd, PlacedLine, PlacedStep, Point } from '#diagram/diagram.ts';
import type { NextActionId } from '#model/ids.ts';
import { groupBy } from '#model/index-workspace.ts';
import { type BpmnFlow, type BpmnNode, type BpmnParts, bpmnId, type NodeKind } from './bpmn-parts.ts';
import { makeRoom, type Roomy } from './make-room.ts';
import { type Ends, wayBetween } from './way-between.ts';

/** Where a flow runs, and where its words stand. */
export interface PlacedFlow {
  readonly points: readonly Point[];
  readonly label: Box | null;
}

/** Where everything of a BPMN diagram stands. */
export interface Places {
  readonly pool: Box;
  readonly lanes: readonly { readonly name: string; readonly box: Box }[];
  readonly boxes: ReadonlyMap<string, Box>;
  readonly flows: ReadonlyMap<string, PlacedFlow>;
}

/** The strip at the left of a pool and of a lane in which its name stands. */
const RAIL = 30;
const EMPTY_POOL: Box = { x: 0, y: 0, width: 600, height: 250 };

const SIZE: Readonly<Record<Exclude<NodeKind, 'task'>, number>> = {
  start: 24,
  end: 20,
  unknown: 20,
  'out-of-time': 20,
  exclusive: 30,
  inclusive: 30,
  parallel: 30,
  delay: 26,
  clock: 24,
  immediate: 24,
};

/** How far below its row each kind of node stands. */
const DEPTH = { end: 34, main: 34, group: 90, delay: 146 } as const;
const APART = 46;

const around = ({ x, y }: Point, size: number): Box => ({
  x: x - size / 2,
  y: y - size / 2,
  width: size,
  height: size,
});

/** What the map knows of a next action: the line it is drawn on, or the marker it leads to, and which row of the label is its. */
interface Drawn {
  readonly line: PlacedLine | null;
  readonly end: PlacedEnd | null;
  readonly label: Box;
}

function rowLabels(label: Box, rows: readonly { readonly nextAction: NextActionId }[]): readonly [NextActionId, Box][] {
  const height = label.height / Math.max(1, rows.length);
  return rows.map(({ nextAction }, at) => [nextAction, { ...label, y: label.y + at * height, height }]);
}

function drawnActions({ lines, steps }: LaidOutDiagram): ReadonlyMap<NextActionId, Drawn> {
  const onLines = lines.flatMap((line) =>
    rowLabels(line.label, line.line.label.rows).map(([id, label]) => [id, { line, end: null, label }] as const),
  );
  const atEnds = steps
    .flatMap(({ ends }) => ends)
    .flatMap((end) =>
      rowLabels(end.label, end.end.label.rows).map(([id, label]) => [id, { line: null, end, label }] as const),
    );
  return new Map<NextActionId, Drawn>([...onLines, ...atEnds]);
}

/** Places from left to right that are at least so far apart, each as close to where it would be as that allows. */
function spreadOut(wanted: readonly number[]): readonly number[] {
  const order = wanted.map((x, at) => ({ x, at })).toSorted((a, b) => a.x - b.x);
  const placed = new Map<number, number>();
  let last = Number.NEGATIVE_INFINITY;
  for (const { x, at } of order) {
    last = Math.max(x, last + APART);
    placed.set(at, last);
  }
  return wanted.map((x, at) => placed.get(at) ?? x);
}

interface OneStep {
  readonly placed: PlacedStep;
  /** Where its task stands, and the lower edge of its row, both with room made. */
  readonly box: Box;
  readonly bottom: number;
  readonly parts: BpmnParts;
  readonly roomy: Roomy;
  readonly drawn: ReadonlyMap<NextActionId, Drawn>;
}

/** Where the lines of the next actions that come after a node leave their step; the step's middle where there is none. */
function exitOf({ parts, drawn, box }: OneStep, id: string): number {
  const after = parts.flows.filter(({ from }) => from === id);
  const beyond = after.flatMap((flow) => [flow, ...parts.flows.filter(({ from }) => from === flow.to)]);
  const exits = beyond.flatMap(({ nextAction }) =>
    nextAction === null ? [] : (drawn.get(nextAction)?.line?.points[0]?.x ?? []),
  );
  return exits.length === 0 ? box.x + box.width / 2 : exits.reduce((sum, x) => sum + x, 0) / exits.length;
}

/** On a task's lower edge, away from its middle, where the way to its gateway begins, and from its clock. */
function onEdge({ x, width }: Box, exit: number): number {
  const middle = x + width / 2;
  const aside = Math.abs(exit - middle) < SIZE.immediate ? middle - 2 * SIZE.immediate : exit;
  return Math.min(Math.max(aside, x + 20), x + width - 60);
}

function inRow(step: OneStep, nodes: readonly BpmnNode[], y: number, clip: boolean): readonly [string, Box][] {
  const exits = nodes.map(({ id }) => exitOf(step, id));
  const { x } = step.box;
  const places = spreadOut(clip ? exits.map((exit) => onEdge(step.box, exit)) : exits);
  return nodes.map(({ id, kind }, at) => {
    const size = kind === 'task' ? 0 : SIZE[kind];
    return [id, around({ x: places[at] ?? x, y }, size)];
  });
}

/** Beside its step where the map has a marker there, otherwise below its left corner. */
function endBox({ placed, box, bottom, roomy }: OneStep, kind: 'end' | 'unknown'): Box {
  const end = placed.ends.find((each) => each.end.kind === kind);
  const at = end === undefined ? { x: box.x + 14, y: bottom + DEPTH.end } : roomy.point(end.marker);
  return around(at, SIZE[kind]);
}

function placeNodes(step: OneStep): readonly (readonly [string, Box])[] {
  const { parts, box, bottom, placed, roomy } = step;
  const isMain = ({ id }: BpmnNode): boolean => id === bpmnId('choice', placed.step.stepType);
  const of = (...kinds: readonly NodeKind[]): readonly BpmnNode[] =>
    parts.nodes.filter((node) => kinds.includes(node.kind) && !isMain(node));
  const edge = box.y + box.height;
  const right = { x: box.x + box.width - 16, y: edge };
  const start = placed.start === null ? null : roomy.box(placed.start);
  const startAt = start ?? { x: box.x - 50, y: box.y, width: 24, height: box.height };
  const main = { x: box.x + box.width / 2, y: bottom + DEPTH.main };
  return [
    ...of('task').map(({ id }) => [id, box] as const),
    ...of('start').map(
      ({ id }) => [id, around({ x: startAt.x + SIZE.start / 2, y: box.y + box.height / 2 }, SIZE.start)] as const,
    ),
    ...of('clock').map(({ id }) => [id, around(right, SIZE.clock)] as const),
    ...of('out-of-time').map(({ id }) => [id, around({ x: right.x + 40, y: edge + 14 }, SIZE['out-of-time'])] as const),
    ...parts.nodes.filter(isMain).map(({ id }) => [id, around(main, SIZE.inclusive)] as const),
    ...inRow(step, of('exclusive'), bottom + DEPTH.group, false),
    ...inRow(step, of('delay'), bottom + DEPTH.delay, false),
    ...inRow(step, of('immediate'), edge, true),
    ...of('end').map(({ id }) => [id, endBox(step, 'end')] as const),
    ...of('unknown').map(({ id }) => [id, endBox(step, 'unknown')] as const),
  ];
}

function placeFlow(step: OneStep, flow: BpmnFlow, boxes: ReadonlyMap<string, Box>): PlacedFlow | null {
  const { drawn, roomy, parts, box, bottom } = step;
  const [from, to] = [boxes.get(flow.from), boxes.get(flow.to)];
  if (from === undefined || to === undefined) return null;
  const on = flow.nextAction === null ? undefined : drawn.get(flow.nextAction);
  const ends: Ends = { from, to, isFromTask: parts.nodes.some(({ id, kind }) => kind === 'task' && id === flow.from) };
  const points = on?.line?.points.map(roomy.point) ?? null;
  return {
    points: wayBetween(ends, points, { box, bottom }),
    label: on === undefined ? null : roomy.box(on.label),
  };
}

/** Puts every part of the steps where the map has it, with room made for gateways and timers below each row. */
export function placeParts(diagram: LaidOutDiagram, planned: readonly BpmnParts[]): Places {
  const roomy = makeRoom(diagram);
  const drawn = drawnActions(diagram);
  const byTask = groupBy(planned, ({ nodes }) => nodes[0]?.id ?? null);
  const steps = diagram.steps.flatMap((placed): readonly OneStep[] => {
    const box = roomy.box(placed.box);
    const bottom = roomy.rowBottom(placed.box);
    const own = byTask.get(bpmnId('step', placed.step.stepType)) ?? [];
    return own.map((parts) => ({ placed, box, bottom, parts, roomy, drawn }));
  });
  const boxes = new Map(steps.flatMap(placeNodes));
  const flows = steps.flatMap((step) =>
    step.parts.flows.flatMap((flow): readonly (readonly [string, PlacedFlow])[] => {
      const placed = placeFlow(step, flow, boxes);
      return placed === null ? [] : [[flow.id, placed]];
    }),
  );
  return { ...bandsOf(diagram, roomy), boxes, flows: new Map(flows) };
}

/** The lanes as bands over the whole map, with room at the left for their names, and the pool round them. */
function bandsOf({ lanes }: LaidOutDiagram, roomy: Roomy): Pick<Places, 'lanes' | 'pool'> {
  const bands = lanes.map(({ name, box }) => {
    const { x, width, ...upright } = roomy.band(box);
    return { name, box: { ...upright, x: x - RAIL - APART, width: width + RAIL + APART } };
  });
  const [first] = bands;
  if (first === undefined) return { lanes: [], pool: EMPTY_POOL };
  const bottom = Math.max(...bands.map(({ box }) => box.y + box.height));
  const { x, y, width } = first.box;
  return { lanes: bands, pool: { x: x - RAIL, y, width: width + RAIL, height: bottom - y } };
}
