import { ReactFlowProvider } from '@xyflow/react';
import { useCallback, useMemo, useState } from 'react';
import type { LaidOutDiagram, Size } from '#diagram/diagram.ts';
import type { StepTypeId } from '#model/ids.ts';
import { FAR, firstCamera, NEAR } from './camera.ts';
import { describeStanding } from './describe-standing.ts';
import { FlowSurface } from './flow-surface.tsx';
import { type Highlight, HighlightContext } from './highlight.ts';
import { LaneRail } from './lanes.tsx';
import { Overview } from './overview.tsx';
import { stepElementId } from './step-node.tsx';
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

/** How the map is drawn at a magnification: what would be too small to read is made larger, or left out. */
function distanceAt(zoom: number): 'near' | 'middle' | 'far' {
  if (zoom < FAR) return 'far';
  return zoom < NEAR ? 'middle' : 'near';
}

function Canvas(props: MapCanvasProps & { readonly size: Size }): React.JSX.Element {
  const { diagram, size, onSelect } = props;
  const [start] = useState(() => firstCamera(diagram, size));
  const [distance, setDistance] = useState(distanceAt(start.zoom));
  const { actions, showStep } = useCamera(diagram, size, props.highlight);
  const roving = useRoving({ ...props, showStep });
  const highlight = useMemo(() => ({ ...props.highlight, active: roving.active }), [props.highlight, roving.active]);
  const noticeZoom = useCallback((zoom: number) => setDistance(distanceAt(zoom)), []);
  return (
    <HighlightContext value={highlight}>
      {/* A map that is walked through with the arrow keys is an application by ARIA's own words, and one Tab stop. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        className={`map-canvas__focus map-canvas__focus--${distance}`}
        role="application"
        aria-label="Map of the steps"
        aria-describedby="map-keys"
        aria-activedescendant={roving.active === null ? undefined : stepElementId(roving.active)}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onFocus={roving.onFocus}
        onBlur={roving.onBlur}
        onKeyDown={roving.onKeyDown}
        onPointerDown={roving.onPointerDown}
      >
        <FlowSurface diagram={diagram} size={size} start={start} onSelect={onSelect} onZoom={noticeZoom} />
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
