/** What a press of the pointer turns into. */
export interface Gesture {
  readonly onMove: (event: PointerEvent) => void;
  /** `done` is false when Escape or the browser ended it. */
  readonly onEnd: (done: boolean) => void;
}

/** Follows the pointer until it is let go, or until Escape. */
export function followPointer({ onMove, onEnd }: Gesture): void {
  const listening = new AbortController();
  const { signal } = listening;
  const end = (done: boolean): void => {
    listening.abort();
    onEnd(done);
  };
  window.addEventListener('pointermove', onMove, { signal });
  window.addEventListener('pointerup', () => end(true), { signal });
  window.addEventListener('pointercancel', () => end(false), { signal });
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    end(false);
  };
  window.addEventListener('keydown', onKey, { signal, capture: true });
}
