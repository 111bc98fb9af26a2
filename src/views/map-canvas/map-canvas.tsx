import '@xyflow/react/dist/base.css';
import { ReactFlow, ReactFlowProvider, type Viewport } from '@xyflow/react';
import { useCallback, useMemo, useState } from 'react';
import type { LaidOutDiagram, Size } from '#diagram/diagram.ts';
import type { StepTypeId } from '#model/ids.ts';
import { FAR, firstCamera, LEAST_ZOOM, MOST_ZOOM } from './camera.ts';
import { describeStanding } from './describe-standing.ts';
import { type Highlight, HighlightContext } from './highlight.ts';
import { LaneBands, LaneRail } from './lanes.tsx';
import { LinesLayer } from './lines-layer.tsx';
import { Overview } from './overview.tsx';
import { StepNode, stepElementId } from './step-node.tsx';
import { type StepFlowNode, toFlow } from './to-flow.ts';
import { useCamera } from './use-camera.ts';
import { useRoving } from './use-roving.ts';
import { useSize } from './use-size.ts';
import { ZoomButtons } from './zoom-buttons.tsx';

export interface MapCanvasProps {
  readonly diagram: LaidOutDiagram;
  readonly highlight: Highlight;
  readonly onSelect: (step: StepTypeId | null) => void;
  /** Escape: put out what is lit. */
  readonly onClear: () => void;
}

const NODE_TYPES = { step: StepNode };
const NO_OPTIONS = { hideAttribution: true };
const NO_EDGES: [] = [];
function Canvas(props: MapCanvasProps & { readonly size: Size }): React.JSX.Element {
  const { diagram, size, onSelect } = props;
  const nodes = useMemo(() => toFlow(diagram), [diagram]);
  const [start] = useState(() => firstCamera(diagram, size));
  const [isFar, setFar] = useState(start.zoom < FAR);
  const { actions, showStep } = useCamera(diagram, size, props.highlight);
  const roving = useRoving({ ...props, showStep });
  const highlight = useMemo(() => ({ ...props.highlight, active: roving.active }), [props.highlight, roving.active]);
  const choose = useCallback((_: unknown, node: StepFlowNode) => onSelect(node.data.placed.step.stepType), [onSelect]);
  const leave = useCallback(() => onSelect(null), [onSelect]);
  const noticeZoom = useCallback((_: unknown, viewport: Viewport) => setFar(viewport.zoom < FAR), []);
  return (
    <HighlightContext value={highlight}>
      <div
        className={`map-canvas__focus${isFar ? ' map-canvas__focus--far' : ''}`}
        role="application"
        aria-label="Map of the steps"
        aria-describedby="map-keys"
        aria-activedescendant={roving.active === null ? undefined : stepElementId(roving.active)}
        tabIndex={0}
        onFocus={roving.onFocus}
        onBlur={roving.onBlur}
        onKeyDown={roving.onKeyDown}
        onPointerDown={roving.onPointerDown}
      >
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
        <LaneRail lanes={diagram.lanes} canvas={size} />
      </div>
      <Overview diagram={diagram} canvas={size} />
      <ZoomButtons actions={actions} />
      <p className="visually-hidden" id="map-keys">
        Arrow right and left follow next actions, up and down go through the steps beside, Home and End to the first and
        last step, Enter chooses, Escape clears. The list shows the same map as a table.
      </p>
      <p className="visually-hidden" aria-live="polite">
        {roving.active === null ? '' : describeStanding(diagram, highlight, roving.active)}
      </p>
    </HighlightContext>
  );
}

/** The map as a diagram that can be moved, zoomed and walked through with the keyboard. */
export function MapCanvas(props: MapCanvasProps): React.JSX.Element {
  const [element, size] = useSize();
  return (
    <div className="map-canvas" ref={element} data-layout-ready={size === null ? undefined : 'true'}>
      {size !== null && (
        <ReactFlowProvider>
          <Canvas {...props} size={size} />
        </ReactFlowProvider>
      )}
    </div>
  );
}
