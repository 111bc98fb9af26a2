import type { Problem } from '#model/finding.ts';
import { groupBy } from '#model/index-workspace.ts';
import { type BpmnElement, elementsOf, memberOf, textOf, toElement } from './bpmn-element.ts';

/** What a flow node is to a workflow. A `sub` holds steps of its own, which are read in its place. */
export type NodeSort = 'step' | 'sub' | 'start' | 'end' | 'gateway' | 'event' | 'boundary';

export interface GraphNode extends BpmnElement {
  readonly sort: NodeSort;
  readonly lane: string;
  /** The sub-process that it stands in. */
  readonly inside: GraphNode | null;
}

export interface GraphFlow extends BpmnElement {
  readonly from: GraphNode;
  readonly to: GraphNode;
}

/** All processes of a BPMN file as one graph. */
export interface BpmnGraph {
  readonly nodes: readonly GraphNode[];
  readonly flowsFrom: ReadonlyMap<GraphNode, readonly GraphFlow[]>;
  readonly flowsTo: ReadonlyMap<GraphNode, readonly GraphFlow[]>;
  /** The events on the edge of a node. */
  readonly onEdgeOf: ReadonlyMap<GraphNode, readonly GraphNode[]>;
  readonly nodesIn: ReadonlyMap<GraphNode, readonly GraphNode[]>;
}

/** Everything of a file that a workflow has no place for goes here. */
export type Tell = (element: BpmnElement, message: string, severity?: Problem['severity']) => void;

const SUBS = ['subProcess', 'adHocSubProcess', 'transaction'];
const DEEPEST = 100;

const isTask = (type: string): boolean => type === 'task' || type.endsWith('Task') || type === 'callActivity';

function sortOf({ type, raw }: BpmnElement): NodeSort | null {
  if (isTask(type)) return 'step';
  if (SUBS.includes(type)) return holdsSteps(raw) ? 'sub' : 'step';
  if (type === 'startEvent') return 'start';
  if (type === 'endEvent') return 'end';
  if (type === 'boundaryEvent') return 'boundary';
  if (type.endsWith('Gateway')) return 'gateway';
  return type.endsWith('Event') ? 'event' : null;
}

const holdsSteps = (raw: object): boolean =>
  elementsOf(raw, 'flowElements').some(({ type }) => isTask(type) || SUBS.includes(type));

/** The deepest lane that each node stands in, by name. */
function lanesIn(process: unknown, depth = 0): ReadonlyMap<unknown, string> {
  const sets = depth === 0 ? elementsOf(process, 'laneSets').map(({ raw }) => raw) : [process];
  const lanes = sets.flatMap((set) => elementsOf(set, 'lanes'));
  return new Map(
    lanes.flatMap((lane) => {
      const own = elementsOf(lane.raw, 'flowNodeRef').map(({ raw }) => [raw, lane.name] as const);
      const inner = depth < DEEPEST ? lanesIn(memberOf(lane.raw, 'childLaneSet'), depth + 1) : [];
      return [...own, ...inner];
    }),
  );
}

interface Reading {
  readonly nodes: Map<unknown, GraphNode>;
  readonly flows: BpmnElement[];
  readonly lanes: ReadonlyMap<unknown, string>;
  /** What is drawn in no lane: the name of its pool or process. */
  readonly otherwise: string;
  readonly tell: Tell;
}

/** What tools add of their own, such as who does a task: named, and not read. */
function tellExtensions(element: BpmnElement, tell: Tell): void {
  const types = elementsOf(memberOf(element.raw, 'extensionElements'), 'values').map(({ raw }) => textOf(raw, '$type'));
  const others = [...new Set(types.filter((type) => !type.startsWith('throughline:')))];
  if (others.length > 0) tell(element, `It holds ${others.join(', ')} of another tool, which was left out.`);
}

function readElements(reading: Reading, holder: object, inside: GraphNode | null, depth: number): void {
  const { nodes, flows, lanes, tell } = reading;
  for (const element of elementsOf(holder, 'flowElements')) {
    tellExtensions(element, tell);
    const sort = sortOf(element);
    if (element.type === 'sequenceFlow') flows.push(element);
    else if (sort === null) tell(element, 'A workflow has no place for this; it was left out.');
    else {
      const lane = lanes.get(element.raw) ?? inside?.lane ?? reading.otherwise;
      const node: GraphNode = { ...element, sort, lane, inside };
      nodes.set(element.raw, node);
      if (sort !== 'sub') continue;
      tell(element, 'A workflow has one level: the steps inside were read in its place.');
      if (depth < DEEPEST) readElements(reading, element.raw, node, depth + 1);
    }
  }
  for (const artifact of elementsOf(holder, 'artifacts'))
    tell(artifact, `A workflow has no place for this; it was left out.${artifactText(artifact)}`);
}

function artifactText({ raw }: BpmnElement): string {
  const text = textOf(raw, 'text').trim();
  return text === '' ? '' : ` It says: ${text.slice(0, 200)}`;
}

function readFlow(element: BpmnElement, { nodes, tell }: Reading): readonly GraphFlow[] {
  const from = nodes.get(memberOf(element.raw, 'sourceRef'));
  const to = nodes.get(memberOf(element.raw, 'targetRef'));
  if (from === undefined || to === undefined) {
    const end = from === undefined ? 'begins' : 'ends';
    tell(element, `It ${end} at nothing that the file has; it was left out.`, 'error');
    return [];
  }
  return [{ ...element, from, to }];
}

/** The name of the pool that shows a process; that of the process itself where there is none. */
function nameOfProcess(process: BpmnElement, participants: readonly BpmnElement[]): string {
  const pool = participants.find(({ raw }) => memberOf(raw, 'processRef') === process.raw);
  return pool?.name || process.name;
}

/** The processes of a file, sub-processes opened up, as one graph. */
export function toGraph(definitions: unknown, tell: Tell): BpmnGraph {
  const roots = elementsOf(definitions, 'rootElements');
  const collaborations = roots.filter(({ type }) => type === 'collaboration');
  const participants = collaborations.flatMap(({ raw }) => elementsOf(raw, 'participants'));
  for (const root of roots)
    if (root.type !== 'process' && root.type !== 'collaboration')
      tell(root, 'A workflow has no place for this; it was left out.');
  for (const { raw } of collaborations)
    for (const other of [...elementsOf(raw, 'messageFlows'), ...elementsOf(raw, 'artifacts')])
      tell(other, `A workflow has no place for this; it was left out.${artifactText(other)}`);
  const readings = roots
    .filter(({ type }) => type === 'process')
    .map((process): Reading => {
      const otherwise = nameOfProcess(process, participants);
      const reading: Reading = { nodes: new Map(), flows: [], lanes: lanesIn(process.raw), otherwise, tell };
      readElements(reading, process.raw, null, 0);
      return reading;
    });
  const nodes = readings.flatMap((reading) => [...reading.nodes.values()]);
  const flows = readings.flatMap((reading) => reading.flows.flatMap((flow) => readFlow(flow, reading)));
  const byRaw = new Map<unknown, GraphNode>(nodes.map((node) => [node.raw, node]));
  return {
    nodes,
    flowsFrom: groupBy(flows, ({ from }) => from),
    flowsTo: groupBy(flows, ({ to }) => to),
    onEdgeOf: groupBy(nodes, ({ sort, raw }) =>
      sort === 'boundary' ? (byRaw.get(memberOf(raw, 'attachedToRef')) ?? null) : null,
    ),
    nodesIn: groupBy(nodes, ({ inside }) => inside),
  };
}

/** True of a flow that is taken only when something holds, or when nothing else does. */
export const isConditional = ({ raw, from }: GraphFlow): boolean =>
  toElement(memberOf(raw, 'conditionExpression')) !== null || memberOf(from.raw, 'default') === raw;
