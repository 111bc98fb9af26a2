import '@xyflow/react/dist/base.css';
import { ReactFlow, type Viewport } from '@xyflow/react';
import { useCallback, useMemo } from 'react';
import type { LaidOutDiagram, Size } from '#diagram/diagram.ts';
import type { StepTypeId } from '#model/ids.ts';
import { type Camera, LEAST_ZOOM, MOST_ZOOM } from './camera.ts';
import { LaneBands } from './lanes.tsx';
import { LinesLayer } from './lines-layer.tsx';
import { StepNode } from './step-node.tsx';
import { type StepFlowNode, toFlow } from './to-flow.ts';

export interface FlowSurfaceProps {
  readonly diagram: LaidOutDiagram;
  readonly size: Size;
  readonly start: Camera;
  readonly onSelect: (step: StepTypeId | null) => void;
  readonly onZoom: (zoom: number) => void;
}

const NODE_TYPES = { step: StepNode };
const NO_OPTIONS = { hideAttribution: true };
const NO_EDGES: [] = [];

/** React Flow with the steps as its nodes: moving, zooming, and leaving out what is out of sight. */
export function FlowSurface({ diagram, size, start, onSelect, onZoom }: FlowSurfaceProps): React.JSX.Element {
  const nodes = useMemo(() => toFlow(diagram), [diagram]);
  const choose = useCallback((_: unknown, node: StepFlowNode) => onSelect(node.data.placed.step.stepType), [onSelect]);
  const leave = useCallback(() => onSelect(null), [onSelect]);
  const noticeZoom = useCallback((_: unknown, viewport: Viewport) => onZoom(viewport.zoom), [onZoom]);
  return (
    <ReactFlow<StepFlowNode>
      nodes={nodes}
      edges={NO_EDGES}
      nodeTypes={NODE_TYPES}
      defaultViewport={start}
      minZoom={LEAST_ZOOM}
      maxZoom={MOST_ZOOM}
      onNodeClick={choose}
      onPaneClick={leave}
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
      <LinesLayer diagram={diagram} canvas={size} />
    </ReactFlow>
  );
}
