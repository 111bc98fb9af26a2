import { ReactFlowProvider } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { LaidOutDiagram, Size } from '#diagram/diagram.ts';
import type { StepTypeId } from '#model/ids.ts';
import { distanceAt, firstCamera, nameStepAt } from './camera.ts';
import { describeConnecting, describeStanding } from './describe-standing.ts';
import { DragDrawing } from './drag-drawing.tsx';
import { FarLayer } from './far-layer.tsx';
import { FlowSurface } from './flow-surface.tsx';
import { type Highlight, HighlightContext } from './highlight.ts';
import { describeRow } from './inside-rows.ts';
import { LaneRail } from './lanes.tsx';
import { CanvasContext, type CanvasState, type MapActions } from './map-actions.ts';
import { MapHint } from './map-hint.tsx';
import { Overview } from './overview.tsx';
import { rowElementId } from './step-inside.tsx';
import { stepElementId } from './step-node.tsx';
import { useActions } from './use-actions.ts';
import { useCamera } from './use-camera.ts';
import { type Dragging, useDrag } from './use-drag.ts';
import { type Roving, useRoving } from './use-roving.ts';
import { useSize } from './use-size.ts';
import { ZoomButtons } from './zoom-buttons.tsx';

export interface MapCanvasProps extends MapActions {
  readonly diagram: LaidOutDiagram;
  readonly highlight: Highlight;
  /** Steps can be moved and next actions drawn. */
  readonly canEdit?: boolean;
  readonly onSelect: (step: StepTypeId | null) => void;
  /** Escape: put out what is lit. */
  readonly onClear: () => void;
}

/** From this many steps on, the map is one picture from afar. */
const MANY_STEPS = 120;

const lookAt = (zoom: number): string =>
  `map-canvas__focus--${distanceAt(zoom)} map-canvas__focus--names-${nameStepAt(zoom)}`;

/** How the map looks at a magnification; the same value as long as that is the same. */
function useLook(zoom: number): readonly [string, (zoom: number) => void] {
  const [look, setLook] = useState(lookAt(zoom));
  const notice = useCallback((now: number) => setLook(lookAt(now)), []);
  return [look, notice];
}

interface Doing {
  readonly actions: MapActions;
  readonly dragging: Dragging;
  readonly roving: Roving;
}

/** What steps and lines know of what is being done; the same value as long as nothing of it changes. */
function useCanvasState({ actions, dragging, roving }: Doing): CanvasState {
  const { drag, startMove, startConnect } = dragging;
  const moved = drag?.kind === 'move' ? drag.step : null;
  const target = drag?.kind === 'connect' ? drag.over : roving.connecting === null ? null : roving.active;
  const activeRow = roving.row?.key ?? null;
  return useMemo(
    () => ({
      actions,
      canMove: actions.onMove !== undefined,
      canConnect: actions.onConnect !== undefined,
      moved,
      target,
      activeRow,
      startMove,
      startConnect,
    }),
    [actions, moved, target, activeRow, startMove, startConnect],
  );
}

/** What is said of where the keyboard stands: the row inside a step, or the step. */
function describeActive(diagram: LaidOutDiagram, highlight: Highlight, { active, row }: Roving): string {
  if (row !== null) return describeRow(row);
  return active === null ? '' : describeStanding(diagram, highlight, active);
}

function Canvas(props: MapCanvasProps & { readonly size: Size }): React.JSX.Element {
  const { diagram, size, onSelect } = props;
  const surface = useRef<HTMLDivElement | null>(null);
  const [start] = useState(() => firstCamera(diagram, size));
  const [look, noticeZoom] = useLook(start.zoom);
  const actions = useActions(props);
  const { actions: zoomActions, showStep } = useCamera(diagram, size, props.highlight);
  const dragging = useDrag({ diagram, actions, surface });
  const roving = useRoving({ ...props, actions, showStep, moveByKey: dragging.moveByKey });
  const { active, row, connecting } = roving;
  const highlight = useMemo(() => ({ ...props.highlight, active }), [props.highlight, active]);
  const isFarPicture = look.includes('--far') && diagram.steps.length > MANY_STEPS;
  const canvas = useCanvasState({ actions, dragging, roving });
  const rowId = active !== null && row !== null ? rowElementId(active, row.key) : undefined;
  const drawing = connecting === null ? null : describeConnecting(diagram, connecting, active);
  return (
    <CanvasContext value={canvas}>
      <HighlightContext value={highlight}>
        {/* A map that is walked through with the arrow keys is an application by ARIA's own words, and one Tab stop. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div
          ref={surface}
          className={`map-canvas__focus ${look}`}
          role="application"
          aria-label="Map of the steps"
          aria-describedby="map-keys"
          aria-activedescendant={rowId ?? (active === null ? undefined : stepElementId(active))}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          onFocus={roving.onFocus}
          onBlur={roving.onBlur}
          onKeyDown={roving.onKeyDown}
          onPointerDown={roving.onPointerDown}
        >
          <FlowSurface
            diagram={diagram}
            size={size}
            start={start}
            isFarPicture={isFarPicture}
            canMove={canvas.canMove || canvas.canConnect}
            hasJustDragged={dragging.hasJustDragged}
            onSelect={onSelect}
            onZoom={noticeZoom}
          />
          {isFarPicture && <FarLayer diagram={diagram} canvas={size} />}
          {isFarPicture && active !== null && <span id={stepElementId(active)} />}
          <DragDrawing diagram={diagram} drag={dragging.drag} />
          <LaneRail lanes={diagram.lanes} canvas={size} />
        </div>
        <Overview diagram={diagram} canvas={size} />
        <ZoomButtons actions={zoomActions} />
        <MapHint actions={actions} connecting={drawing} />
        <p className="visually-hidden" aria-live="polite">
          {[drawing ?? '', describeActive(diagram, highlight, roving)].filter((words) => words !== '').join('. ')}
        </p>
      </HighlightContext>
    </CanvasContext>
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
