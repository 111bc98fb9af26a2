import type { ElkExtendedEdge, ElkLabel, ElkNode, ElkShape } from 'elkjs/lib/elk-api.js';
import type {
  Box,
  Diagram,
  DiagramLine,
  DiagramStep,
  LaidOutDiagram,
  PlacedEnd,
  PlacedLane,
  PlacedLine,
  PlacedStep,
  Point,
} from '#diagram/diagram.ts';
import { BESIDE } from '#diagram/lettering.ts';
import { invariant } from '#model/assert.ts';
import { endsLabelId, startLabelId } from './to-elk.ts';

function toBox(shape: ElkShape, origin: Point = { x: 0, y: 0 }): Box {
  const { x = 0, y = 0, width = 0, height = 0 } = shape;
  return { x: origin.x + x, y: origin.y + y, width, height };
}

/** The ends of a step, one below the other, in the room that they have to its right. */
export function placeEnds(step: DiagramStep, around: Box): readonly PlacedEnd[] {
  let top = around.y;
  return step.ends.map((end) => {
    const { width, height } = end.label.size;
    const middle = top + Math.max(height, 2 * BESIDE.markerRadius) / 2;
    const label = { x: around.x + BESIDE.lineToLabel, y: middle - height / 2, width, height };
    const marker = { x: label.x + width + BESIDE.lineToMarker + BESIDE.markerRadius, y: middle };
    top = middle + Math.max(height, 2 * BESIDE.markerRadius) / 2 + BESIDE.gap;
    return { end, label, marker };
  });
}

function placeStep(step: DiagramStep, node: ElkNode): PlacedStep {
  const box = toBox(node);
  const beside = (id: string): ElkLabel | undefined => node.labels?.find((label) => label.id === id);
  const start = beside(startLabelId(step));
  const ends = beside(endsLabelId(step));
  return {
    step,
    box,
    start: start === undefined ? null : toBox(start, box),
    ends: ends === undefined ? [] : placeEnds(step, toBox(ends, box)),
  };
}

function placeLine(line: DiagramLine, edge: ElkExtendedEdge): PlacedLine {
  const section = edge.sections?.[0];
  const label = edge.labels?.[0];
  invariant(section !== undefined && label !== undefined, `The layout gave no route for ${line.id}`);
  return { line, points: [section.startPoint, ...(section.bendPoints ?? []), section.endPoint], label: toBox(label) };
}

/** A step with what stands beside it, from top to bottom. */
function reachOf(placed: PlacedStep): { readonly top: number; readonly bottom: number } {
  const boxes = [placed.box, ...placed.ends.map((end) => end.label)];
  return {
    top: Math.min(...boxes.map((box) => box.y)),
    bottom: Math.max(...boxes.map((box) => box.y + box.height)),
  };
}

/** Bands that meet half-way between the last step of one lane and the first of the next. */
function placeLanes(
  diagram: Diagram,
  steps: readonly PlacedStep[],
  size: Pick<Box, 'width' | 'height'>,
): readonly PlacedLane[] {
  const reaches = diagram.lanes.map((lane) => {
    const inLane = steps.filter((placed) => placed.step.lane === lane).map(reachOf);
    return {
      top: Math.min(...inLane.map((reach) => reach.top)),
      bottom: Math.max(...inLane.map((reach) => reach.bottom)),
    };
  });
  return diagram.lanes.map((name, index) => {
    const [before, own, after] = [reaches[index - 1], reaches[index], reaches[index + 1]];
    invariant(own !== undefined, `Lane ${name} has no step`);
    const top = before === undefined ? 0 : (before.bottom + own.top) / 2;
    const bottom = after === undefined ? size.height : (own.bottom + after.top) / 2;
    return { name, box: { x: 0, y: top, width: size.width, height: bottom - top } };
  });
}

/** Puts ELK's answer to a diagram's steps and lines; the lanes follow from where their steps stand. */
export function fromElk(diagram: Diagram, graph: ElkNode): LaidOutDiagram {
  const nodes = new Map((graph.children ?? []).map((node) => [node.id, node]));
  const edges = new Map((graph.edges ?? []).map((edge) => [edge.id, edge]));
  const size = { width: graph.width ?? 0, height: graph.height ?? 0 };
  const steps = diagram.steps.map((step) => {
    const node = nodes.get(step.stepType);
    invariant(node !== undefined, `The layout gave no place for ${step.stepType}`);
    return placeStep(step, node);
  });
  const lines = diagram.lines.map((line) => {
    const edge = edges.get(line.id);
    invariant(edge !== undefined, `The layout gave no route for ${line.id}`);
    return placeLine(line, edge);
  });
  return { size, lanes: placeLanes(diagram, steps, size), steps, lines };
}
