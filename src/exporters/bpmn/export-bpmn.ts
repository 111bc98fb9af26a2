import type { LaidOutDiagram } from '#diagram/diagram.ts';
import type { ExportedFile } from '#exporters/exported-file.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { BpmnParts } from './bpmn-parts.ts';
import { placeParts } from './place-parts.ts';
import { planStep } from './plan-step.ts';
import { writeBpmn } from './write-bpmn.ts';

const LOST = [
  'Forms, questions, sources, events, places set by hand and findings.',
  'Rules that BPMN has no sign for (“requires”, “mandatory-if”, several groups): they stand in the notes of the flows, and are read back from there by Throughline only.',
  'Working days: a timer counts days, and its note says which are meant. Whose start a clock counts from stands in its note too.',
  'That nothing waits: each next action begins a branch of its own, and no gateway brings branches together again.',
];

/** Next actions in the order of the workspace, after the flows that only lead to gateways and markers. */
function inOrder({ workspace }: WorkspaceIndex, { nodes, flows }: BpmnParts): BpmnParts {
  const places = new Map(workspace.nextActions.map(({ id }, at) => [id, at]));
  const place = (id: BpmnParts['flows'][number]['nextAction']): number => (id === null ? -1 : (places.get(id) ?? -1));
  return { nodes, flows: flows.toSorted((a, b) => place(a.nextAction) - place(b.nextAction)) };
}

/** The workflow as BPMN 2.0: a pool, its lanes, a user task a step type, a flow a next action, and where all of it stands. */
export function exportBpmn(index: WorkspaceIndex, diagram: LaidOutDiagram, title: string): ExportedFile {
  const planned = index.workspace.stepTypes.map((step) => planStep(index, step));
  const parts: BpmnParts = {
    nodes: planned.flatMap(({ nodes }) => nodes),
    flows: planned.flatMap(({ flows }) => flows),
  };
  const lanes = new Map(diagram.lanes.map(({ name }, at) => [name, at]));
  const content = writeBpmn({
    title,
    parts: inOrder(index, parts),
    places: placeParts(diagram, planned),
    laneOf: new Map(diagram.steps.map(({ step }) => [step.stepType, lanes.get(step.lane) ?? 0])),
    notes: ['A step type is a user task, a next action a sequence flow. Throughline reads its own elements back.'],
  });
  return { content, ending: 'bpmn', type: 'application/xml', lost: LOST };
}
