import { useEffect } from 'react';

/** Escape pressed anywhere in an element, kept from whatever the element stands in. */
export function useEscapeIn(element: React.RefObject<HTMLElement | null>, onEscape: () => void): void {
  useEffect(() => {
    const watched = element.current;
    if (watched === null) return undefined;
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.stopPropagation();
      onEscape();
    }
    watched.addEventListener('keydown', onKeyDown);
    return () => watched.removeEventListener('keydown', onKeyDown);
  }, [element, onEscape]);
}
