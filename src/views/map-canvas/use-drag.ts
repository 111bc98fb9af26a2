import { useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback, useRef, useState } from 'react';
import type { LaidOutDiagram, Point } from '#diagram/diagram.ts';
import { findPlaced, placeInLane } from '#diagram/picture.ts';
import type { StepTypeId } from '#model/ids.ts';
import { followPointer } from './follow-pointer.ts';
import type { MapActions } from './map-actions.ts';

/** What is being done with the pointer or Alt and the arrow keys. All measures are those of the map. */
export type Drag =
  | { readonly kind: 'move'; readonly step: StepTypeId; readonly by: Point }
  | { readonly kind: 'connect'; readonly from: StepTypeId; readonly at: Point; readonly over: StepTypeId | null };

/** A press becomes a drag from this many pixels on the screen on. */
const LEAST_DRAG = 4;
/** After the last key, a moved step is dropped. */
const KEY_PAUSE = 500;
const KEY_STEP = 8;

const NO_WAY: Point = { x: 0, y: 0 };

const KEY_WAYS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -KEY_STEP, y: 0 },
  ArrowRight: { x: KEY_STEP, y: 0 },
  ArrowUp: { x: 0, y: -KEY_STEP },
  ArrowDown: { x: 0, y: KEY_STEP },
};

/** The step at a place of the map. */
export const stepAt = ({ steps }: LaidOutDiagram, { x, y }: Point): StepTypeId | null =>
  steps.find(({ box }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)?.step
    .stepType ?? null;

interface Dragged {
  readonly diagram: LaidOutDiagram;
  readonly actions: MapActions;
  /** The element on which the step that is moved finds how far it has been moved. */
  readonly surface: RefObject<HTMLDivElement | null>;
}

interface Moving {
  readonly startMove: (step: StepTypeId, event: React.PointerEvent) => void;
  /** Alt with an arrow key. False: not one of these keys. */
  readonly moveByKey: (step: StepTypeId, key: string) => boolean;
}

export interface Dragging extends Moving {
  readonly drag: Drag | null;
  /** True just after a drag: the click that ends it chooses nothing. */
  readonly hasJustDragged: () => boolean;
  readonly startConnect: (step: StepTypeId, event: React.PointerEvent) => void;
}

type Hold = (now: Drag | null) => void;

interface Held {
  readonly drag: Drag | null;
  readonly hold: Hold;
  readonly hasJustDragged: () => boolean;
  readonly swallowClick: () => void;
}

/** What is being dragged. A moved step stays where it was dropped until the map is laid out again. */
function useHeld({ diagram, surface }: Dragged): Held {
  const [held, setHeld] = useState<{ readonly drag: Drag; readonly of: LaidOutDiagram } | null>(null);
  const justDragged = useRef(false);
  const hold = useCallback(
    (now: Drag | null): void => {
      const by = now?.kind === 'move' ? now.by : NO_WAY;
      surface.current?.style.setProperty('--moved', `${by.x}px, ${by.y}px`);
      setHeld(now === null ? null : { drag: now, of: diagram });
    },
    [diagram, surface],
  );
  const swallowClick = useCallback((): void => {
    justDragged.current = true;
    window.setTimeout(() => {
      justDragged.current = false;
    }, 0);
  }, []);
  const hasJustDragged = useCallback(() => justDragged.current, []);
  return { drag: held?.of === diagram ? held.drag : null, hold, hasJustDragged, swallowClick };
}

function useMoving({ diagram, actions }: Dragged, { drag, hold, swallowClick }: Held): Moving {
  const flow = useReactFlow();
  const pause = useRef<number | null>(null);
  const { onMove } = actions;
  /** How far a step lies from its place that was dropped and has not been laid out yet. */
  const lying = useCallback(
    (step: StepTypeId): Point => (drag?.kind === 'move' && drag.step === step ? drag.by : NO_WAY),
    [drag],
  );
  const drop = useCallback(
    (step: StepTypeId, by: Point): void => {
      const box = findPlaced(diagram, step)?.box;
      if (box !== undefined) onMove?.(step, placeInLane(diagram, step, { x: box.x + by.x, y: box.y + by.y }));
    },
    [diagram, onMove],
  );
  const startMove = useCallback(
    (step: StepTypeId, event: React.PointerEvent): void => {
      if (event.button !== 0 || onMove === undefined) return;
      const [x, y] = [event.clientX, event.clientY];
      const from = lying(step);
      let by: Point | null = null;
      followPointer({
        onMove: (now) => {
          if (by === null && Math.hypot(now.clientX - x, now.clientY - y) < LEAST_DRAG) return;
          const { zoom } = flow.getViewport();
          by = { x: from.x + (now.clientX - x) / zoom, y: from.y + (now.clientY - y) / zoom };
          hold({ kind: 'move', step, by });
        },
        onEnd: (done) => {
          if (by === null) return;
          swallowClick();
          if (done) drop(step, by);
          else hold(null);
        },
      });
    },
    [onMove, flow, hold, drop, swallowClick, lying],
  );
  const moveByKey = useCallback(
    (step: StepTypeId, key: string): boolean => {
      const way = KEY_WAYS[key];
      if (way === undefined || onMove === undefined) return false;
      if (pause.current !== null) window.clearTimeout(pause.current);
      const from = lying(step);
      const by = { x: from.x + way.x, y: from.y + way.y };
      pause.current = window.setTimeout(() => drop(step, by), KEY_PAUSE);
      hold({ kind: 'move', step, by });
      return true;
    },
    [onMove, hold, drop, lying],
  );
  return { startMove, moveByKey };
}

function useConnecting({ diagram, actions }: Dragged, { hold, swallowClick }: Held): Dragging['startConnect'] {
  const flow = useReactFlow();
  const { onConnect } = actions;
  return useCallback(
    (from: StepTypeId, event: React.PointerEvent): void => {
      if (event.button !== 0) return;
      event.stopPropagation();
      let over: StepTypeId | null = null;
      followPointer({
        onMove: (now) => {
          const at = flow.screenToFlowPosition({ x: now.clientX, y: now.clientY });
          const step = stepAt(diagram, at);
          over = step === from ? null : step;
          hold({ kind: 'connect', from, at, over });
        },
        onEnd: (done) => {
          swallowClick();
          hold(null);
          if (done && over !== null) onConnect?.(from, over);
        },
      });
    },
    [onConnect, diagram, flow, hold, swallowClick],
  );
}

/** Moving steps and drawing next actions, by pointer and by Alt with the arrow keys. */
export function useDrag(dragged: Dragged): Dragging {
  const held = useHeld(dragged);
  const moving = useMoving(dragged, held);
  const startConnect = useConnecting(dragged, held);
  return { drag: held.drag, hasJustDragged: held.hasJustDragged, startConnect, ...moving };
}
