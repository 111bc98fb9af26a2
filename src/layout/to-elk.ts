import type { ElkExtendedEdge, ElkLabel, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js';
import type { Diagram, DiagramLine, DiagramStep, Size } from '#diagram/diagram.ts';
import { BESIDE } from '#diagram/lettering.ts';
import { ELK_OPTIONS, straightnessFor, thoroughnessFor } from './elk-options.ts';

const BESIDE_LEFT = 'OUTSIDE H_LEFT V_CENTER';
const BESIDE_RIGHT = 'OUTSIDE H_RIGHT V_CENTER';

export const startLabelId = (step: DiagramStep): string => `start:${step.stepType}`;
export const endsLabelId = (step: DiagramStep): string => `ends:${step.stepType}`;

/** The room that a step's ends take to its right: lines, labels and markers, one below the other. */
export function sizeOfEnds(step: DiagramStep): Size {
  const { lineToLabel, lineToMarker, markerRadius, gap } = BESIDE;
  const heights = step.ends.map((end) => Math.max(end.label.size.height, 2 * markerRadius));
  return {
    width: lineToLabel + Math.max(...step.ends.map((end) => end.label.size.width)) + lineToMarker + 2 * markerRadius,
    height: heights.reduce((sum, height) => sum + height, 0) + gap * (heights.length - 1),
  };
}

function toLabels(step: DiagramStep): ElkLabel[] {
  const start = { id: startLabelId(step), text: ' ', width: BESIDE.startWidth, height: BESIDE.startHeight };
  const ends = { id: endsLabelId(step), text: ' ' };
  return [
    ...(step.starts ? [{ ...start, layoutOptions: { 'elk.nodeLabels.placement': BESIDE_LEFT } }] : []),
    ...(step.ends.length > 0
      ? [{ ...ends, ...sizeOfEnds(step), layoutOptions: { 'elk.nodeLabels.placement': BESIDE_RIGHT } }]
      : []),
  ];
}

/** Lines forward into a step share one end, lines back another, so that many lines become one arrow. */
const portOf = (line: DiagramLine): string => `${line.back ? 'back' : 'in'}:${line.to}`;

function toPorts(step: DiagramStep, lines: readonly DiagramLine[]): ElkPort[] {
  const ids = lines.filter((line) => line.to === step.stepType && line.from !== line.to).map(portOf);
  return [...new Set(ids)].map((id) => ({ id, width: 0, height: 0 }));
}

function toEdge(line: DiagramLine): ElkExtendedEdge {
  return {
    id: line.id,
    sources: [line.from],
    targets: [line.from === line.to ? line.to : portOf(line)],
    layoutOptions: straightnessFor(line.share),
    labels: [{ id: `label:${line.id}`, text: ' ', ...line.label.size }],
  };
}

/** A diagram as ELK's graph: one node a step, one edge a line, one partition a lane. No step is open. */
export function toElk(diagram: Diagram): ElkNode {
  return {
    id: 'map',
    layoutOptions: { ...ELK_OPTIONS, ...thoroughnessFor(diagram.lines.length) },
    children: diagram.steps.map((step) => ({
      id: step.stepType,
      ...step.closedSize,
      labels: toLabels(step),
      ports: toPorts(step, diagram.lines),
      layoutOptions: { 'elk.partitioning.partition': String(diagram.lanes.indexOf(step.lane)) },
    })),
    edges: diagram.lines.map(toEdge),
  };
}
