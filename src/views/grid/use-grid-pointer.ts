import { useEffect, useRef, useState } from 'react';
import type { Applying } from './apply-to-range.ts';
import { type CellAt, type CellRange, sameCell } from './cell-range.ts';
import { fillReach, reachTo } from './fill-range.ts';
import { cellFrom, isInEditor, rowFrom, scrollOn, viewOf } from './grid-dom.ts';
import { cellUnder, type Geometry, sizeFrom } from './grid-geometry.ts';
import { extendTo, rangeOf, standAt, standInRange, wholeRows } from './standing.ts';
import type { StandingControl } from './use-standing.ts';

interface Pointed {
  readonly scroller: React.RefObject<HTMLDivElement | null>;
  readonly geometry: Geometry;
  readonly control: StandingControl;
  readonly applying: Applying;
  /** Before anything else: whatever is being edited is finished. */
  readonly onPress: () => void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

type Drag =
  | { readonly kind: 'range' }
  | { readonly kind: 'rows'; readonly from: number }
  | { readonly kind: 'fill'; readonly source: CellRange };

export interface GridPointer {
  /** How far the handle of the range has been pulled so far. */
  readonly reach: CellRange | null;
  readonly onPointerDown: (event: React.PointerEvent) => void;
  readonly onPointerMove: (event: React.PointerEvent) => void;
  readonly onPointerUp: (event: React.PointerEvent) => void;
}

interface Pull {
  readonly isPulling: boolean;
  readonly scroller: React.RefObject<HTMLDivElement | null>;
  readonly geometry: Geometry;
  readonly point: React.RefObject<Point>;
  readonly follow: () => void;
}

const TICK = 32;

/** At an edge the grid scrolls on by itself. */
function useScrollingOn({ isPulling, scroller, geometry, point, follow }: Pull): void {
  const latest = useRef(follow);
  useEffect(() => {
    latest.current = follow;
  });
  useEffect(() => {
    if (!isPulling) return undefined;
    const timer = setInterval(() => {
      if (scroller.current === null) return;
      scrollOn(scroller.current, geometry, point.current);
      latest.current();
    }, TICK);
    return () => clearInterval(timer);
  }, [isPulling, scroller, geometry, point]);
}

/** Where a drag leads: a longer range, more rows, or cells to fill. */
function dragTo({ geometry, control }: Pointed, drag: Drag, under: CellAt): CellRange | null {
  const { standing, stand } = control;
  if (drag.kind === 'fill') return reachTo(drag.source, under);
  if (drag.kind === 'rows') stand(wholeRows(drag.from, under.row, sizeFrom(geometry)), null);
  else if (!sameCell(under, standing.lead)) stand(extendTo(standing, under), null);
  return null;
}

/** What a press begins; null where nothing of the grid was pressed. */
function press({ geometry, control }: Pointed, event: React.PointerEvent): Drag | null {
  const { standing, stand } = control;
  const [at, row] = [cellFrom(event.target), rowFrom(event.target)];
  if (event.target instanceof Element && event.target.closest('[data-handle]') !== null) {
    return { kind: 'fill', source: rangeOf(standing) };
  }
  if (at !== null) {
    stand(event.shiftKey ? extendTo(standing, at) : standAt(at), at);
    return { kind: 'range' };
  }
  if (row === null) return null;
  const from = event.shiftKey ? Math.max(0, standing.active.row) : row;
  stand(wholeRows(from, row, sizeFrom(geometry)), null);
  return { kind: 'rows', from };
}

/** Chooses cells, rows and what to fill with the mouse. */
export function useGridPointer(pointed: Pointed): GridPointer {
  const { scroller, geometry, control, applying, onPress } = pointed;
  const drag = useRef<Drag | null>(null);
  const point = useRef<Point>({ x: 0, y: 0 });
  const [isPulling, setPulling] = useState(false);
  const [reach, setReach] = useState<CellRange | null>(null);

  function follow(): void {
    if (scroller.current === null || drag.current === null) return;
    setReach(dragTo(pointed, drag.current, cellUnder(geometry, viewOf(scroller.current), point.current)));
  }
  useScrollingOn({ isPulling, scroller, geometry, point, follow });

  function onPointerDown(event: React.PointerEvent): void {
    if (event.button !== 0 || isInEditor(event.target)) return;
    if (cellFrom(event.target) === null && rowFrom(event.target) === null) return;
    event.preventDefault();
    onPress();
    const begun = press(pointed, event);
    // A finger that moves scrolls the page.
    drag.current = event.pointerType === 'touch' ? null : begun;
  }

  function onPointerMove(event: React.PointerEvent): void {
    const element = scroller.current;
    if (drag.current === null || element === null) return;
    const box = element.getBoundingClientRect();
    point.current = { x: event.clientX - box.left, y: event.clientY - box.top };
    // Not before it moves: the clicks of a captured pointer would no longer name their cell.
    if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
    setPulling(true);
    follow();
  }

  function onPointerUp(): void {
    const ended = drag.current;
    drag.current = null;
    setPulling(false);
    setReach(null);
    if (ended?.kind !== 'fill' || reach === null) return;
    applying.fill(fillReach(ended.source, reach));
    control.stand(standInRange(reach, control.standing.active), null);
  }

  return { reach, onPointerDown, onPointerMove, onPointerUp };
}
