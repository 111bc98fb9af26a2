import type { Box, Point } from '#diagram/diagram.ts';
import { escapeXml } from '#exporters/svg.ts';
import { groupBy } from '#model/index-workspace.ts';
import { BPMN_NAMESPACE, type BpmnFlow, type BpmnNode, type BpmnParts, type NodeKind } from './bpmn-parts.ts';
import { attributeText } from './own-elements.ts';
import type { PlacedFlow, Places } from './place-parts.ts';

/** What is written: everything of the process, where it stands, and what lane each step is in. */
export interface BpmnContent {
  readonly title: string;
  readonly parts: BpmnParts;
  readonly places: Places;
  /** The place of a lane in the list of lanes, by step type. */
  readonly laneOf: ReadonlyMap<BpmnNode['step'], number>;
  readonly notes: readonly string[];
}

const element = (name: string, attributes: Readonly<Record<string, string>>, inside: readonly string[]): string => {
  const words = Object.entries(attributes).map(([key, text]) => ` ${key}="${attributeText(text)}"`);
  const start = `<${name}${words.join('')}`;
  return inside.length === 0 ? `${start}/>` : `${start}>${inside.join('')}</${name}>`;
};

const documentation = (notes: readonly string[]): readonly string[] =>
  notes.length === 0 ? [] : [`<bpmn:documentation>${escapeXml(notes.join('\n'))}</bpmn:documentation>`];

const extension = (own: string): readonly string[] =>
  own === '' ? [] : [`<bpmn:extensionElements>${own}</bpmn:extensionElements>`];

const named = (name: string): Readonly<Record<string, string>> => (name === '' ? {} : { name });

const timer = (id: string, duration: string): string =>
  `<bpmn:timerEventDefinition id="timer-${id}"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${duration}</bpmn:timeDuration></bpmn:timerEventDefinition>`;

const ELEMENTS: Readonly<Record<NodeKind, string>> = {
  task: 'userTask',
  start: 'startEvent',
  end: 'endEvent',
  unknown: 'endEvent',
  'out-of-time': 'endEvent',
  exclusive: 'exclusiveGateway',
  inclusive: 'inclusiveGateway',
  parallel: 'parallelGateway',
  delay: 'intermediateCatchEvent',
  clock: 'boundaryEvent',
  immediate: 'boundaryEvent',
};

/** What only some elements say of themselves. */
function attributesOf({ kind, step }: BpmnNode, taskOf: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const element = ELEMENTS[kind];
  if (element === 'boundaryEvent') return { attachedToRef: taskOf.get(step) ?? '', cancelActivity: 'false' };
  return element.endsWith('Gateway') ? { gatewayDirection: 'Diverging' } : {};
}

function definitionsOf({ id, kind, duration }: BpmnNode): readonly string[] {
  if (duration !== '') return [timer(id, duration)];
  return kind === 'immediate' ? [`<bpmn:escalationEventDefinition id="escalation-${id}"/>`] : [];
}

function writeNodes({ nodes, flows }: BpmnParts): readonly string[] {
  const into = groupBy(flows, ({ to }) => to);
  const outOf = groupBy(flows, ({ from }) => from);
  const taskOf = new Map(nodes.filter(({ kind }) => kind === 'task').map(({ step, id }) => [step, id]));
  return nodes.map((node) =>
    element(`bpmn:${ELEMENTS[node.kind]}`, { id: node.id, ...named(node.name), ...attributesOf(node, taskOf) }, [
      ...documentation(node.notes),
      ...extension(node.own),
      ...(into.get(node.id) ?? []).map(({ id }) => `<bpmn:incoming>${id}</bpmn:incoming>`),
      ...(outOf.get(node.id) ?? []).map(({ id }) => `<bpmn:outgoing>${id}</bpmn:outgoing>`),
      ...definitionsOf(node),
    ]),
  );
}

const writeFlow = ({ id, from, to, name, notes, own }: BpmnFlow): string =>
  element('bpmn:sequenceFlow', { id, ...named(name), sourceRef: from, targetRef: to }, [
    ...documentation(notes),
    ...extension(own),
  ]);

function writeLanes({ parts, places, laneOf }: BpmnContent): readonly string[] {
  if (places.lanes.length === 0) return [];
  const inLane = groupBy(parts.nodes, ({ step }) => laneOf.get(step) ?? null);
  const lanes = places.lanes.map(({ name }, at) =>
    element(
      'bpmn:lane',
      { id: `lane-${at}`, ...named(name) },
      (inLane.get(at) ?? []).map(({ id }) => `<bpmn:flowNodeRef>${id}</bpmn:flowNodeRef>`),
    ),
  );
  return [element('bpmn:laneSet', { id: 'lanes' }, lanes)];
}

const px = (value: number): string => String(Math.round(value));

const bounds = ({ x, y, width, height }: Box): string =>
  `<dc:Bounds x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"/>`;

const writeShape = (id: string, box: Box, more: Readonly<Record<string, string>> = {}): string =>
  element('bpmndi:BPMNShape', { id: `shape-${id}`, bpmnElement: id, ...more }, [bounds(box)]);

const writePoint = ({ x, y }: Point): string => `<di:waypoint x="${px(x)}" y="${px(y)}"/>`;

const writeEdge = (id: string, { points, label }: PlacedFlow): string =>
  element('bpmndi:BPMNEdge', { id: `edge-${id}`, bpmnElement: id }, [
    ...points.map(writePoint),
    ...(label === null ? [] : [`<bpmndi:BPMNLabel>${bounds(label)}</bpmndi:BPMNLabel>`]),
  ]);

function writeDiagram({ parts, places }: BpmnContent): string {
  const { pool, lanes, boxes, flows } = places;
  const shapes = parts.nodes.flatMap(({ id, kind }) => {
    const box = boxes.get(id);
    return box === undefined ? [] : [writeShape(id, box, kind === 'exclusive' ? { isMarkerVisible: 'true' } : {})];
  });
  const edges = parts.flows.flatMap(({ id }) => {
    const placed = flows.get(id);
    return placed === undefined ? [] : [writeEdge(id, placed)];
  });
  const bands = lanes.map(({ box }, at) => writeShape(`lane-${at}`, box, { isHorizontal: 'true' }));
  const plane = [writeShape('pool', pool, { isHorizontal: 'true' }), ...bands, ...shapes, ...edges];
  return element('bpmndi:BPMNDiagram', { id: 'diagram' }, [
    element('bpmndi:BPMNPlane', { id: 'plane', bpmnElement: 'collaboration' }, onLines(plane)),
  ]);
}

const NAMESPACES: Readonly<Record<string, string>> = {
  'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
  'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
  'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xmlns:throughline': BPMN_NAMESPACE,
};

/** Each on a line of its own, so that a diff shows what has changed. */
const onLines = (elements: readonly string[]): readonly string[] => elements.map((each) => `\n${each}`);

/** A process as BPMN 2.0 XML, a flow node or flow a line. */
export function writeBpmn(content: BpmnContent): string {
  const { title, parts, notes } = content;
  const lines = [
    element('bpmn:collaboration', { id: 'collaboration' }, [
      element('bpmn:participant', { id: 'pool', name: title, processRef: 'process' }, []),
    ]),
    element('bpmn:process', { id: 'process', name: title, isExecutable: 'false' }, [
      ...documentation(notes),
      ...onLines([...writeLanes(content), ...writeNodes(parts), ...parts.flows.map(writeFlow)]),
    ]),
    writeDiagram(content),
  ];
  const definitions = { id: 'definitions', ...NAMESPACES, targetNamespace: BPMN_NAMESPACE, exporter: 'Throughline' };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('bpmn:definitions', definitions, onLines(lines))}\n`;
}
