import { memberOf, placeOf } from './bpmn-element.ts';
import { type BpmnGraph, type GraphNode, isConditional } from './bpmn-graph.ts';
import { splitsOf, type Way } from './trace-ways.ts';

/** A rule as a chart of ours writes it. */
export type WayRule =
  | { readonly kind: 'always' }
  | { readonly kind: 'immediate' }
  | { readonly kind: 'one-of'; readonly group: string };

const ONE = ['exclusiveGateway', 'eventBasedGateway'];
const ALL = ['parallelGateway'];

const isOnEdge = ({ between }: Way): boolean => between[0]?.sort === 'boundary';

/** The first gateway on a way that lets one of its flows be taken; null where there is none. */
const gateOf = (graph: BpmnGraph, way: Way): GraphNode | null =>
  splitsOf(graph, way).find(({ from }) => ONE.includes(from.type))?.from ?? null;

/** True where behind a gateway some way parts once more so that several are taken: then “one of” would say too much. */
const partsAgain = (graph: BpmnGraph, gate: GraphNode, ways: readonly Way[]): boolean =>
  ways.some((way) => {
    const splits = splitsOf(graph, way).map(({ from }) => from);
    return splits.slice(splits.indexOf(gate) + 1).some(({ type }) => !ONE.includes(type));
  });

const nameOf = (gate: GraphNode): string =>
  (gate.name || gate.id || 'choice')
    .replaceAll(/[;:"|=\s]+/gu, ' ')
    .trim()
    .slice(0, 60) || 'choice';

/** What gateways make of the ways from one step. */
export interface RuledWays {
  readonly rulesOf: ReadonlyMap<Way, readonly WayRule[]>;
  /** Gateways whose meaning a workflow's rules cannot say. */
  readonly unsaid: readonly GraphNode[];
}

/** Every split on the way lets all of its flows be taken, whatever holds. */
function isAlways(graph: BpmnGraph, way: Way): boolean {
  const splits = splitsOf(graph, way);
  return (
    splits.length > 0 &&
    splits.every((flow) => (flow.from.sort === 'step' || ALL.includes(flow.from.type)) && !isConditional(flow))
  );
}

/** Turns the gateways between a step and what follows it into rules of next actions. */
export function ruleWays(graph: BpmnGraph, ways: readonly Way[]): RuledWays {
  const plain = ways.filter((way) => !isOnEdge(way));
  const gates = new Set(plain.flatMap((way) => gateOf(graph, way) ?? []));
  const through = (gate: GraphNode): readonly Way[] => plain.filter((way) => gateOf(graph, way) === gate);
  const unsaid = [...gates].filter((gate) => partsAgain(graph, gate, through(gate)));
  // Two gateways may have one name; groups may not.
  const names = new Map<GraphNode, string>();
  for (const gate of gates) {
    const taken = [...names.values()];
    const name = nameOf(gate);
    names.set(gate, taken.includes(name) ? `${name} ${taken.length + 1}` : name);
  }
  const rules = (way: Way): readonly WayRule[] => {
    if (isOnEdge(way)) return memberOf(way.between[0]?.raw, 'cancelActivity') === false ? [{ kind: 'immediate' }] : [];
    const gate = gateOf(graph, way);
    if (gate === null) return plain.length > 1 && isAlways(graph, way) ? [{ kind: 'always' }] : [];
    const isAlone = unsaid.includes(gate) || through(gate).length < 2;
    return isAlone ? [] : [{ kind: 'one-of', group: names.get(gate) ?? '' }];
  };
  return { rulesOf: new Map(ways.map((way) => [way, rules(way)])), unsaid };
}

/** Why the rule of a gateway was left out. */
export const unsaidMessage = (gate: GraphNode): string =>
  `Behind ${placeOf(gate)} several flows are taken together, so “one of” would say too much: no rule was made of it.`;
