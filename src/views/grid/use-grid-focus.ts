import { useLayoutEffect, useRef, useState } from 'react';
import type { CellAt } from './cell-range.ts';
import { viewOf } from './grid-dom.ts';
import { type Geometry, scrollToSee } from './grid-geometry.ts';

/** Whether the grid has the keyboard, also while the cell that had it is drawn anew. */
export interface KeyboardFlag {
  readonly has: () => boolean;
  readonly set: (has: boolean) => void;
}

export function useKeyboardFlag(): KeyboardFlag {
  const [flag] = useState(() => {
    let value = false;
    return {
      has: () => value,
      set: (has: boolean) => {
        value = has;
      },
    };
  });
  return flag;
}

interface Focused {
  readonly scroller: React.RefObject<HTMLDivElement | null>;
  readonly geometry: Geometry;
  readonly show: CellAt | null;
  /** An editor or a menu has the keyboard. */
  readonly isElsewhere: boolean;
  readonly keyboard: KeyboardFlag;
  readonly onGone: () => void;
}

export interface GridFocus {
  readonly onFocus: (event: React.FocusEvent) => void;
  readonly onBlur: (event: React.FocusEvent) => void;
}

/**
 * Keeps the keyboard on the active cell while the grid has it, also when rows are sorted and that cell is drawn
 * elsewhere, and brings into sight what is to be seen.
 */
export function useGridFocus({ scroller, geometry, show, ...state }: Focused): GridFocus {
  const { isElsewhere, keyboard, onGone } = state;

  // Once for each request: afterwards a person may scroll away from the active cell.
  const shown = useRef<CellAt | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || show === null || shown.current === show) return;
    shown.current = show;
    const { left, top } = scrollToSee(geometry, viewOf(element), show);
    if (left !== 0 || top !== 0) element.scrollBy({ left, top });
  }, [scroller, geometry, show]);

  useLayoutEffect(() => {
    if (!keyboard.has() || isElsewhere) return;
    const cell = scroller.current?.querySelector<HTMLElement>('[data-active]');
    if (cell === null || cell === undefined || document.activeElement === cell) return;
    cell.focus({ preventScroll: true });
    // A menu that has just closed still keeps the page out of reach.
    if (document.activeElement !== cell) setTimeout(() => keyboard.has() && cell.focus({ preventScroll: true }), 0);
  });

  const isInside = (target: EventTarget | null): boolean =>
    target instanceof Node && scroller.current?.contains(target) === true;

  return {
    onFocus: (event) => {
      if (isInside(event.target)) keyboard.set(true);
    },
    onBlur: (event) => {
      if (isInside(event.relatedTarget) || !isInside(event.target) || !document.hasFocus()) return;
      keyboard.set(false);
      onGone();
    },
  };
}
