import { findOwn, textOf } from './bpmn-element.ts';
import type { BpmnGraph, GraphFlow, GraphNode } from './bpmn-graph.ts';

/** One way from a step to the next, or to an end, with the flows and the nodes between. */
export interface Way {
  readonly flows: readonly GraphFlow[];
  /** Gateways and events on the way, in order; the first is the event on the step's edge where it leaves there. */
  readonly between: readonly GraphNode[];
  /** Null: an end, or nowhere. */
  readonly to: GraphNode | null;
  readonly ends: 'step' | 'end' | 'unknown' | 'nowhere';
}

/** The ways that were found, and whether there were too many to follow them all. */
export interface Traced {
  readonly ways: readonly Way[];
  readonly isCut: boolean;
}

/** Gateways in a row multiply their ways: what has more is no workflow that anybody drew. */
const MOST_WAYS = 400;
const MOST_VISITS = 20_000;

interface Tracing {
  readonly graph: BpmnGraph;
  readonly ways: Way[];
  visits: number;
}

/** Where a sub-process begins: after its start events; without one, at whatever nothing leads to. */
function entriesOf({ graph }: Tracing, sub: GraphNode): readonly GraphNode[] {
  const inside = (graph.nodesIn.get(sub) ?? []).filter(({ sort }) => sort !== 'boundary');
  const starts = inside.filter(({ sort }) => sort === 'start');
  return starts.length > 0 ? starts : inside.filter((node) => !graph.flowsTo.has(node));
}

type Path = Pick<Way, 'flows' | 'between'>;

const found = ({ ways }: Tracing, path: Path, ends: Way['ends'], to: GraphNode | null = null): void => {
  ways.push({ ...path, ends, to });
};

/** Out of a sub-process, or to the end of the whole. */
function leaveTo(tracing: Tracing, node: GraphNode, path: Path): void {
  const { inside } = node;
  if (inside === null) found(tracing, path, findOwn(node.raw, 'unknown') === null ? 'end' : 'unknown');
  else if (tracing.graph.flowsFrom.has(inside)) follow(tracing, inside, path);
  else leaveTo(tracing, inside, path);
}

/** Along every flow out of a node. */
function follow(tracing: Tracing, node: GraphNode, path: Path): void {
  for (const flow of tracing.graph.flowsFrom.get(node) ?? [])
    arrive(tracing, flow.to, { ...path, flows: [...path.flows, flow] });
}

function arrive(tracing: Tracing, node: GraphNode, path: Path): void {
  tracing.visits += 1;
  if (tracing.visits > MOST_VISITS || tracing.ways.length > MOST_WAYS) return;
  if (node.sort === 'step') return found(tracing, path, 'step', node);
  if (node.sort === 'end') return leaveTo(tracing, node, path);
  if (path.between.includes(node)) return;
  const between = [...path.between, node];
  if (node.sort === 'sub') {
    for (const entry of entriesOf(tracing, node)) arrive(tracing, entry, { ...path, between });
    return;
  }
  if (tracing.graph.flowsFrom.has(node)) follow(tracing, node, { ...path, between });
  else found(tracing, { ...path, between }, 'nowhere');
}

/** The ways that begin at a node: at a start event, or at a step and the events on its edge. */
export function traceWays(graph: BpmnGraph, node: GraphNode): Traced {
  const tracing: Tracing = { graph, ways: [], visits: 0 };
  const isWhole = node.sort === 'step' && !graph.flowsFrom.has(node) && node.inside !== null;
  if (isWhole) leaveTo(tracing, node, { flows: [], between: [] });
  else follow(tracing, node, { flows: [], between: [] });
  for (const event of graph.onEdgeOf.get(node) ?? [])
    if (findOwn(event.raw, 'clock') === null) follow(tracing, event, { flows: [], between: [event] });
  return {
    ways: tracing.ways.slice(0, MOST_WAYS),
    isCut: tracing.visits > MOST_VISITS || tracing.ways.length > MOST_WAYS,
  };
}

/** What a way is called: the names of its flows, with the question of the gateway before them where it asks one. */
export const labelOf = ({ flows }: Way): string =>
  flows
    .flatMap(({ name, from }) => {
      if (name === '') return [];
      return [from.sort === 'gateway' && from.name !== '' ? `${from.name}: ${name}` : name];
    })
    .join(', ');

/** A gateway or a step from which more than one flow leads on. */
export const splitsOf = (graph: BpmnGraph, { flows }: Way): readonly GraphFlow[] =>
  flows.filter(({ from }) => (graph.flowsFrom.get(from)?.length ?? 0) > 1);

/** The conditions that stand on a way's flows. */
export const conditionsOf = ({ flows }: Way): readonly string[] =>
  flows.flatMap(({ raw }) => {
    const condition: unknown = Reflect.get(raw, 'conditionExpression');
    const body = textOf(condition, 'body').trim();
    return body === '' ? [] : [body];
  });
