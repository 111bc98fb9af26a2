import { useRef, useState } from 'react';
import { moveColumn, widenColumn } from './arrange-columns.ts';
import type { GridState } from './grid-column.ts';

/** A heading that is being pulled: to another width, or to another place. */
export type HeaderDrag =
  | { readonly kind: 'width'; readonly id: string; readonly width: number }
  | { readonly kind: 'place'; readonly id: string; readonly to: number };

interface Started {
  readonly kind: HeaderDrag['kind'];
  readonly id: string;
  readonly index: number;
  readonly x: number;
  readonly width: number;
}

interface Dragged {
  readonly state: GridState;
  readonly onState: (state: GridState) => void;
  /** The place among the headings that lies under a point of the screen. */
  readonly placeAt: (clientX: number) => number;
  /** The heading was pressed and not pulled. */
  readonly onPress: (id: string, isFurther: boolean) => void;
}

export interface HeaderDragging {
  readonly drag: HeaderDrag | null;
  readonly start: (event: React.PointerEvent<HTMLElement>, kind: HeaderDrag['kind'], index: number) => void;
  readonly onMove: (event: React.PointerEvent<HTMLElement>) => void;
  readonly onEnd: (event: React.PointerEvent<HTMLElement>) => void;
  readonly onCancel: () => void;
}

/** Less than this is a press with an unsteady hand. */
const SLACK = 5;

/** Pulls headings with the mouse. The grid's state changes once, when the heading is let go. */
export function useHeaderDrag({ state, onState, placeAt, onPress }: Dragged): HeaderDragging {
  const started = useRef<Started | null>(null);
  const [drag, setDrag] = useState<HeaderDrag | null>(null);

  function start(event: React.PointerEvent<HTMLElement>, kind: HeaderDrag['kind'], index: number): void {
    const column = state.columns[index];
    if (event.button !== 0 || column === undefined) return;
    event.stopPropagation();
    // The keyboard stays where it is.
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    started.current = { kind, index, x: event.clientX, ...column };
  }

  function onMove(event: React.PointerEvent<HTMLElement>): void {
    const { current } = started;
    if (current === null) return;
    const by = event.clientX - current.x;
    if (drag === null && Math.abs(by) < SLACK) return;
    if (current.kind === 'width') setDrag({ kind: 'width', id: current.id, width: Math.max(56, current.width + by) });
    else setDrag({ kind: 'place', id: current.id, to: placeAt(event.clientX) });
  }

  function onEnd(event: React.PointerEvent<HTMLElement>): void {
    const { current } = started;
    started.current = null;
    setDrag(null);
    if (current === null) return;
    if (drag === null && current.kind === 'place') onPress(current.id, event.shiftKey);
    if (drag?.kind === 'width') onState(widenColumn(state, drag.id, drag.width));
    if (drag?.kind === 'place') {
      onState(moveColumn(state, drag.id, drag.to > current.index ? drag.to - 1 : drag.to));
    }
  }

  function onCancel(): void {
    started.current = null;
    setDrag(null);
  }

  return { drag, start, onMove, onEnd, onCancel };
}
