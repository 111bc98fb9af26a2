import { readFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { LaidOutDiagram } from '#diagram/diagram.ts';
import { drawMap } from '#diagram/draw-map.ts';
import { exportBpmn } from '#exporters/bpmn/export-bpmn.ts';
import { layOutInProcess } from '#layout/lay-out-in-process.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { aNextAction, aStepType, aWorkspace } from '../../support/a-workspace.ts';
import { openExample } from '../../support/open-example.ts';
import { AWKWARD } from '../awkward.ts';

/** A step with everything that a gateway, a timer or an event stands for. */
const EVERYTHING: Workspace = {
  ...aWorkspace({
    actions: [
      'A > B one-of:X',
      'A > C one-of:X delay:7',
      'A > D',
      'A > E immediate delay:3',
      'A > A',
      'B > ?',
      'D > A',
    ],
  }),
  stepTypes: ['A', 'B', 'C', 'D', 'E'].map((key) =>
    aStepType(key, {
      mayStart: key === 'A',
      mayEnd: key === 'C' || key === 'A',
      workflow: key < 'C' ? 'First' : '',
      clock: { length: 45, unit: 'working days', from: 'referral', basis: 'statutory' },
    }),
  ),
};

/** Two hundred and fifty steps, most of them with three next actions. */
const LARGE: Workspace = {
  ...aWorkspace({}),
  stepTypes: Array.from({ length: 250 }, (_, at) => aStepType(`S${at}`, { workflow: `Lane ${at % 7}` })),
  nextActions: Array.from({ length: 700 }, (_, at) => aNextAction(`N${at}`, `S${at % 250}`, `S${(at * 7 + 3) % 250}`)),
};

const WORKSPACES: Readonly<Record<string, Workspace>> = {
  'the worked example': openExample().value,
  everything: EVERYTHING,
  '250 steps': LARGE,
  ...AWKWARD,
};

const drawn = new Map<Workspace, Promise<LaidOutDiagram>>();

async function written(workspace: Workspace): Promise<string> {
  const index = indexWorkspace(workspace);
  const diagram = drawn.get(workspace) ?? layOutInProcess()(drawMap(index));
  drawn.set(workspace, diagram);
  return String(exportBpmn(index, await diagram, 'A "title" & more').content);
}

const schema = (name: string): string =>
  readFileSync(new URL(`../../../node_modules/bpmn-moddle/resources/bpmn/xsd/${name}.xsd`, import.meta.url), 'utf8');

/** What the OMG's own schema says against a text. */
async function schemaFaults(text: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'file.bpmn', contents: text }],
    schema: [{ fileName: 'BPMN20.xsd', contents: schema('BPMN20') }],
    preload: ['BPMNDI', 'DC', 'DI', 'Semantic'].map((name) => ({
      fileName: `${name}.xsd`,
      contents: schema(name),
    })),
  });
  return errors.map(({ message }) => message);
}

interface Element {
  readonly $type: string;
  readonly id: string;
  readonly name?: string;
  readonly sourceRef?: Element;
  readonly targetRef?: Element;
  readonly attachedToRef?: Element;
  readonly bpmnElement?: Element;
  readonly bounds?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly waypoint?: readonly { readonly x: number; readonly y: number }[];
  readonly flowElements?: readonly Element[];
  readonly laneSets?: readonly { readonly lanes: readonly { readonly flowNodeRef?: readonly Element[] }[] }[];
}

interface Definitions {
  readonly rootElements: readonly Element[];
  readonly diagrams: readonly { readonly plane: { readonly planeElement: readonly Element[] } }[];
}

/** The file as bpmn-moddle reads it. */
async function readBack(text: string) {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(text);
  const definitions = rootElement as Definitions;
  const process = definitions.rootElements.find(({ $type }) => $type === 'bpmn:Process');
  const elements = process?.flowElements ?? [];
  const flows = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow');
  const nodes = elements.filter((element) => !flows.includes(element));
  const lanes = process?.laneSets?.[0]?.lanes ?? [];
  return { warnings, flows, nodes, lanes, drawn: definitions.diagrams[0]?.plane.planeElement ?? [] };
}

test('one step that leads to the end is a start event, a task and an end event', async () => {
  const { nodes, flows } = await readBack(
    await written(aWorkspace({ steps: ['A may-start'], actions: ['finish: A > end'] })),
  );
  expect(nodes.map(({ $type }) => $type)).toEqual(['bpmn:UserTask', 'bpmn:StartEvent', 'bpmn:EndEvent']);
  expect(flows.map(({ sourceRef, targetRef, name }) => [sourceRef?.id, targetRef?.id, name])).toEqual([
    ['start-A', 'step-A', undefined],
    ['step-A', 'end-A', 'finish'],
  ]);
});

test('rules, delays and clocks are gateways, timers and events on the edge', async () => {
  const { nodes, flows } = await readBack(await written(EVERYTHING));
  const ofA = nodes.filter(({ id }) => /-A(?:\.|$)/u.test(id)).map(({ $type, id }) => [id, $type]);
  expect(ofA).toEqual(
    [
      ['step-A', 'bpmn:UserTask'],
      ['start-A', 'bpmn:StartEvent'],
      ['clock-A', 'bpmn:BoundaryEvent'],
      ['late-A', 'bpmn:EndEvent'],
      ['choice-A', 'bpmn:InclusiveGateway'],
      ['group0-A', 'bpmn:ExclusiveGateway'],
      ['delay-A.3e.C', 'bpmn:IntermediateCatchEvent'],
      ['immediate-A.3e.E', 'bpmn:BoundaryEvent'],
      ['delay-A.3e.E', 'bpmn:IntermediateCatchEvent'],
      ['end-A', 'bpmn:EndEvent'],
    ].toSorted((a, b) => ofA.findIndex(([id]) => id === a[0]) - ofA.findIndex(([id]) => id === b[0])),
  );
  expect(flows.find(({ id }) => id === 'next-A.3e.B')?.sourceRef?.id).toBe('group0-A');
  expect(flows.find(({ id }) => id === 'next-A.3e.C')?.sourceRef?.id).toBe('delay-A.3e.C');
  expect(flows.find(({ id }) => id === 'next-A.3e.D')?.sourceRef?.id).toBe('choice-A');
  const text = await written(EVERYTHING);
  for (const says of ['>P45D<', '>P7D<', '>P3D<', '45 working days from the start of referral, statutory'])
    expect(text).toContain(says);
});

test.each([
  [['A > B one-of:X', 'A > C one-of:X'], 'bpmn:ExclusiveGateway'],
  [['A > B always', 'A > C always'], 'bpmn:ParallelGateway'],
  [['A > B', 'A > C always'], 'bpmn:InclusiveGateway'],
])('%j are chosen at one %s', async (actions, type) => {
  const { nodes } = await readBack(await written(aWorkspace({ actions })));
  expect(nodes.flatMap(({ $type }) => ($type.endsWith('Gateway') ? [$type] : []))).toEqual([type]);
});

test('a file that breaks the schema is found out', async () => {
  const text = await written(EVERYTHING);
  expect(await schemaFaults(text.replaceAll('attachedToRef', 'attachedTo'))).not.toEqual([]);
});

describe.each(Object.entries(WORKSPACES))('%s', (name, workspace) => {
  test('is BPMN 2.0 by its schema, and bpmn-moddle has nothing to say', async () => {
    const text = await written(workspace);
    expect(await schemaFaults(text)).toEqual([]);
    const { warnings, nodes } = await readBack(text);
    expect(warnings).toEqual([]);
    expect(nodes.filter(({ $type }) => $type === 'bpmn:UserTask')).toHaveLength(workspace.stepTypes.length);
    for (const harm of ['<script', '\u0007']) expect(text).not.toContain(harm);
  });

  test('has a shape for every node, a line for every flow, and every node in a lane', async () => {
    const { nodes, flows, drawn, lanes } = await readBack(await written(workspace));
    const shown = new Map(drawn.map((each) => [each.bpmnElement, each]));
    expect(nodes.filter((node) => shown.get(node)?.bounds === undefined)).toEqual([]);
    expect(flows.filter((flow) => (shown.get(flow)?.waypoint?.length ?? 0) < 2)).toEqual([]);
    expect(flows.filter(({ sourceRef, targetRef }) => sourceRef === undefined || targetRef === undefined)).toEqual([]);
    const numbers = drawn.flatMap(({ bounds, waypoint = [] }) => [
      ...(bounds === undefined ? [] : [bounds.x, bounds.y, bounds.width, bounds.height]),
      ...waypoint.flatMap(({ x, y }) => [x, y]),
    ]);
    expect(numbers.every((number) => Number.isFinite(number))).toBe(true);
    const inLanes = lanes.flatMap(({ flowNodeRef = [] }) => flowNodeRef);
    expect(new Set(inLanes)).toEqual(new Set(nodes));
    expect(inLanes).toHaveLength(nodes.length);
  });

  test('begins and ends its flows at the shapes that they join', async () => {
    const { flows, drawn } = await readBack(await written(workspace));
    const boundsOf = new Map(drawn.map(({ bpmnElement, bounds }) => [bpmnElement, bounds]));
    const isAt = (point: { x: number; y: number } | undefined, element: Element | undefined): boolean => {
      const box = boundsOf.get(element);
      if (point === undefined || box === undefined) return false;
      const across = point.x >= box.x - 3 && point.x <= box.x + box.width + 3;
      return across && point.y >= box.y - 3 && point.y <= box.y + box.height + 3;
    };
    const loose = flows.filter((flow) => {
      const points = drawn.find(({ bpmnElement }) => bpmnElement === flow)?.waypoint ?? [];
      return !isAt(points[0], flow.sourceRef) || !isAt(points.at(-1), flow.targetRef);
    });
    expect(loose.map(({ id }) => id)).toEqual([]);
  });

  test(`has the same bytes twice (${name})`, async () => {
    expect(await written(workspace)).toBe(await written(workspace));
  });
});
