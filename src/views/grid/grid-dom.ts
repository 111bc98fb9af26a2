import type { CellAt } from './cell-range.ts';
import { frozenWidth, type Geometry, HEAD_HEIGHT, type View } from './grid-geometry.ts';

/** The part of the grid in sight. */
export const viewOf = (scroller: HTMLElement): View => ({
  left: scroller.scrollLeft,
  top: scroller.scrollTop,
  width: scroller.clientWidth,
  height: scroller.clientHeight,
});

/** The cell that an event is about. */
export function cellFrom(target: EventTarget): CellAt | null {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-cell]')?.dataset['cell'] : undefined;
  const [row, column] = (place ?? '').split(',').map(Number);
  return row === undefined || column === undefined ? null : { row, column };
}

/** The row whose number an event is about. */
export function rowFrom(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-number]')?.dataset['number'] : undefined;
  return row === undefined ? null : Number(row);
}

/** Whether an event happened in the editor of a cell, which has its own keys and mouse. */
export const isInEditor = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('.grid__editor') !== null;

const EDGE = 28;
const overshoot = (at: number, low: number, high: number): number => Math.min(0, at - low) + Math.max(0, at - high);

/** How far to scroll on while a drag goes over an edge. */
export function scrollOn(
  scroller: HTMLElement,
  geometry: Geometry,
  { x, y }: { readonly x: number; readonly y: number },
): void {
  const { width, height } = viewOf(scroller);
  scroller.scrollBy({
    left: overshoot(x, frozenWidth(geometry), width - EDGE),
    top: overshoot(y, HEAD_HEIGHT, height - EDGE) * 2,
  });
}
