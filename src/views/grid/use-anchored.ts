import { useLayoutEffect, useState } from 'react';

interface Room {
  readonly width: number;
  readonly height: number;
}

/** Places something fixed below an element, above it where there is more room, as long as the page scrolls under it. */
export function useAnchored(anchor: React.RefObject<HTMLElement | null>, room: Room): React.CSSProperties {
  const [style, setStyle] = useState<React.CSSProperties>({ visibility: 'hidden' });
  useLayoutEffect(() => {
    function place(): void {
      const box = anchor.current?.getBoundingClientRect();
      if (box === undefined) return;
      const below = window.innerHeight - box.bottom;
      const isAbove = below < room.height && box.top > below;
      const width = Math.min(Math.max(box.width, room.width), window.innerWidth - 16);
      setStyle({
        left: Math.max(8, Math.min(box.left, window.innerWidth - width - 8)),
        width,
        maxHeight: Math.min(room.height, (isAbove ? box.top : below) - 8),
        ...(isAbove ? { bottom: window.innerHeight - box.top } : { top: box.bottom }),
      });
    }
    place();
    window.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
    };
  }, [anchor, room]);
  return style;
}
