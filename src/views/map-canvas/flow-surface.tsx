import '@xyflow/react/dist/base.css';
import { ReactFlow, useReactFlow, type Viewport } from '@xyflow/react';
import { memo, useCallback, useMemo } from 'react';
import type { LaidOutDiagram, Size } from '#diagram/diagram.ts';
import type { StepTypeId } from '#model/ids.ts';
import { type Camera, LEAST_ZOOM, MOST_ZOOM } from './camera.ts';
import { LaneBands } from './lanes.tsx';
import { LinesLayer } from './lines-layer.tsx';
import { StepNode } from './step-node.tsx';
import { type StepFlowNode, toFlow } from './to-flow.ts';
import { stepAt } from './use-drag.ts';

export interface FlowSurfaceProps {
  readonly diagram: LaidOutDiagram;
  readonly size: Size;
  readonly start: Camera;
  /** Steps and lines are drawn by another layer: see `FarLayer`. */
  readonly isFarPicture: boolean;
  readonly canMove: boolean;
  readonly hasJustDragged: () => boolean;
  readonly onSelect: (step: StepTypeId | null) => void;
  readonly onZoom: (zoom: number) => void;
}

const NODE_TYPES = { step: StepNode };
const NO_OPTIONS = { hideAttribution: true };
const NO_EDGES: [] = [];
const NO_NODES: StepFlowNode[] = [];

/** React Flow with the steps as its nodes: moving, zooming, and leaving out what is out of sight. */
export const FlowSurface = memo(function FlowSurface(props: FlowSurfaceProps): React.JSX.Element {
  const { diagram, size, isFarPicture, canMove, hasJustDragged, onSelect, onZoom } = props;
  const flow = useReactFlow();
  const nodes = useMemo(() => toFlow(diagram, canMove), [diagram, canMove]);
  const choose = useCallback(
    (_: unknown, node: StepFlowNode) => {
      if (!hasJustDragged()) onSelect(node.data.placed.step.stepType);
    },
    [onSelect, hasJustDragged],
  );
  const press = useCallback(
    (event: React.MouseEvent) => {
      if (hasJustDragged()) return;
      const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      onSelect(isFarPicture ? stepAt(diagram, at) : null);
    },
    [onSelect, hasJustDragged, flow, diagram, isFarPicture],
  );
  const noticeZoom = useCallback((_: unknown, viewport: Viewport) => onZoom(viewport.zoom), [onZoom]);
  return (
    <ReactFlow<StepFlowNode>
      nodes={isFarPicture ? NO_NODES : nodes}
      edges={NO_EDGES}
      nodeTypes={NODE_TYPES}
      defaultViewport={props.start}
      minZoom={LEAST_ZOOM}
      maxZoom={MOST_ZOOM}
      onNodeClick={choose}
      onPaneClick={press}
      onMove={noticeZoom}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      onlyRenderVisibleElements
      panOnScroll
      zoomOnDoubleClick={false}
      proOptions={NO_OPTIONS}
    >
      <LaneBands lanes={diagram.lanes} />
      {!isFarPicture && <LinesLayer diagram={diagram} canvas={size} />}
    </ReactFlow>
  );
});
