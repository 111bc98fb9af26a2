import { findOwn, placeOf } from './bpmn-element.ts';
import type { BpmnGraph, GraphNode, Tell } from './bpmn-graph.ts';
import { toActionMeta, toStepMeta } from './chart-step.ts';
import { type OwnValue, readOwn } from './own-values.ts';
import { eventWords } from './timers.ts';
import { type Traced, traceWays, type Way } from './trace-ways.ts';
import { ruleWays, unsaidMessage } from './way-rules.ts';

/** A process as a chart of XState JSON, which one reader turns into a workflow wherever it comes from. */
export interface BpmnChart {
  readonly chart: OwnValue;
  /** Keys that stand for nothing: a name makes a better one. */
  readonly unkeyed: ReadonlySet<string>;
}

/** The final states, as a chart of ours names them. */
const FINAL = { end: '(end)', unknown: '(not known)' } as const;

interface Charting {
  readonly graph: BpmnGraph;
  readonly tell: Tell;
  readonly keys: ReadonlyMap<GraphNode, string>;
  readonly starting: ReadonlySet<GraphNode>;
  readonly unkeyed: Set<string>;
  readonly taken: Set<unknown>;
}

const marksEnd = ({ flows }: Way): boolean => flows.some(({ raw }) => findOwn(raw, 'mayEnd') !== null);

/** Steps that a start event outside every sub-process leads to; where no process has one, what nothing leads to. */
function startingSteps(graph: BpmnGraph, tell: Tell): ReadonlySet<GraphNode> {
  const starts = graph.nodes.filter(({ sort, inside }) => sort === 'start' && inside === null);
  for (const start of starts) {
    const words = eventWords(start);
    if (words !== '') tell(start, `It begins with ${words}; the step after it was read as one that may start.`);
  }
  const led = starts.flatMap((start) => traceWays(graph, start).ways.flatMap(({ to }) => to ?? []));
  if (starts.length > 0) return new Set(led);
  const steps = graph.nodes.filter(({ sort }) => sort === 'step');
  return new Set(steps.filter((node) => !graph.flowsTo.has(node) && node.inside === null));
}

function targetOf(charting: Charting, way: Way): string {
  if (way.to !== null) return charting.keys.get(way.to) ?? FINAL.unknown;
  return way.ends === 'end' ? FINAL.end : FINAL.unknown;
}

function tellWays({ tell }: Charting, node: GraphNode, { ways, isCut }: Traced): void {
  if (isCut) tell(node, `More than ${ways.length} ways lead on from here; the others were left out.`, 'error');
  for (const way of ways) {
    const last = way.between.at(-1);
    if (way.ends === 'nowhere' && last !== undefined)
      tell(last, 'Nothing follows it; the way was read as one to a place not known.');
    const first = way.between[0];
    if (first?.sort === 'boundary' && Reflect.get(first.raw, 'cancelActivity') !== false)
      tell(first, 'It breaks its step off, which a next action cannot do; it was read as a plain next action.');
  }
}

function toState(charting: Charting, node: GraphNode, key: string): OwnValue {
  const { graph, tell, taken, unkeyed, starting } = charting;
  const own = readOwn(node, 'stepType')?.value['id'];
  const isCopy = own !== undefined && taken.has(own);
  taken.add(own);
  if (isCopy) tell(node, `Another task has its key too; this one gets a key of its own.`);
  if (own === undefined || isCopy) unkeyed.add(key);
  const traced = traceWays(graph, node);
  const ways = traced.ways.filter((way) => !marksEnd(way));
  tellWays(charting, node, traced);
  const { rulesOf, unsaid } = ruleWays(graph, ways);
  if (own === undefined) for (const gate of unsaid) tell(gate, unsaidMessage(gate));
  const mayEnd = ways.length < traced.ways.length || (own === undefined && traced.ways.length === 0);
  const transitions = ways.map((way, at): readonly [string, OwnValue] => {
    const action = `${key}.${at}`;
    const meta = toActionMeta(way, action, rulesOf.get(way) ?? []);
    if (meta['id'] === action) unkeyed.add(action);
    return [action, { target: targetOf(charting, way), meta: { nextAction: meta } }];
  });
  const stepType = toStepMeta(graph, node, { key, mayStart: starting.has(node), mayEnd, isCopy });
  return { description: node.name, on: Object.fromEntries(transitions), meta: { stepType } };
}

/** The key of each next action of ours in the order in which the file has its flows. */
function actionOrder({ flowsFrom }: BpmnGraph, order: readonly object[]): readonly unknown[] {
  const flows = new Map([...flowsFrom.values()].flat().map((flow) => [flow.raw, flow]));
  return order.flatMap((raw) => {
    const flow = flows.get(raw);
    return flow === undefined ? [] : (readOwn(flow, 'nextAction')?.value['id'] ?? []);
  });
}

/** Says which events on edges could not be read. */
function tellEdges({ nodes, onEdgeOf }: BpmnGraph, tell: Tell): void {
  const attached = new Set([...onEdgeOf.values()].flat());
  for (const node of nodes)
    if (node.sort === 'boundary' && !attached.has(node))
      tell(node, 'It stands on the edge of nothing; it was left out.');
  for (const [node, events] of onEdgeOf) {
    if (node.sort === 'step') continue;
    for (const event of events)
      tell(event, `It stands on the edge of ${placeOf(node)}, of which the steps inside were read; it was left out.`);
  }
}

/** Turns the processes of a BPMN file into one chart. */
export function toChart(graph: BpmnGraph, order: readonly object[], tell: Tell): BpmnChart {
  const steps = graph.nodes.filter(({ sort }) => sort === 'step');
  const keys = new Map(steps.map((node, at) => [node, `task:${at}`]));
  const charting: Charting = {
    graph,
    tell,
    keys,
    starting: startingSteps(graph, tell),
    unkeyed: new Set(),
    taken: new Set(),
  };
  tellEdges(graph, tell);
  const states = [...keys].map(([node, key]) => [key, toState(charting, node, key)] as const);
  const finals = Object.values(FINAL).map((key) => [key, { type: 'final' }] as const);
  const chart = {
    states: Object.fromEntries([...states, ...finals]),
    meta: { nextActions: actionOrder(graph, order) },
  };
  return { chart, unkeyed: charting.unkeyed };
}
