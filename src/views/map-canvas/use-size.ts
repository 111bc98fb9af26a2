import { useLayoutEffect, useRef, useState } from 'react';
import type { Size } from '#diagram/diagram.ts';

/** An element's size as it changes; null until it is on the screen. */
export function useSize(): readonly [React.RefObject<HTMLDivElement | null>, Size | null] {
  const element = useRef<HTMLDivElement | null>(null);
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return undefined;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = watched;
      if (width > 0 && height > 0) setSize({ width, height });
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  return [element, size];
}
