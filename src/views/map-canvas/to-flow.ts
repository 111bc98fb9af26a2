import { type Node, Position } from '@xyflow/react';
import type { LaidOutDiagram, PlacedStep } from '#diagram/diagram.ts';

export type StepNodeData = { readonly placed: PlacedStep };
export type StepFlowNode = Node<StepNodeData, 'step'>;

/** React Flow wants handles even though the lines are drawn from the layout's own routes; with them it need not measure. */
const handlesOf = ({ box }: PlacedStep): StepFlowNode['handles'] => [
  { type: 'target', position: Position.Top, x: box.width / 2, y: 0, width: 1, height: 1 },
];

/** The steps as nodes with all their sizes, so that none has to be measured and those out of sight are left out. */
export function toFlow(diagram: LaidOutDiagram, canMove: boolean): StepFlowNode[] {
  return diagram.steps.map((placed) => {
    const { x, y, width, height } = placed.box;
    return {
      id: placed.step.stepType,
      type: 'step',
      position: { x, y },
      data: { placed },
      width,
      height,
      measured: { width, height },
      handles: handlesOf(placed) ?? [],
      // Dragging a step that can be moved moves the step and not the map.
      className: canMove ? 'nopan' : '',
      zIndex: placed.step.inside.length > 0 ? 1 : 0,
    };
  });
}
