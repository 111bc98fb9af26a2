import { useViewport } from '@xyflow/react';
import { useLayoutEffect, useRef } from 'react';
import type { LaidOutDiagram, Size } from '#diagram/diagram.ts';
import { drawFar, type FarColour, type FarColours } from './draw-far.ts';
import { useHighlight } from './highlight.ts';

/** The page's own colours, as they are now: light, dark or the person's own. */
function readColours(element: Element): FarColours {
  const style = getComputedStyle(element);
  const isForced = window.matchMedia('(forced-colors: active)').matches;
  const own = new Map<FarColour, string>([
    ['surface', 'Canvas'],
    ['chosen', 'Canvas'],
    ['focus', 'Highlight'],
  ]);
  const read = (name: FarColour): string => style.getPropertyValue(`--${name}`);
  const known = new Map<FarColour, string>();
  return (name) => {
    const colour = known.get(name) ?? (isForced ? (own.get(name) ?? 'CanvasText') : read(name));
    known.set(name, colour);
    return colour;
  };
}

/**
 * A large map from afar as one picture: hundreds of steps and lines as elements of their own would not keep up with the hand
 * that moves the map.
 */
export function FarLayer({
  diagram,
  canvas,
}: {
  readonly diagram: LaidOutDiagram;
  readonly canvas: Size;
}): React.JSX.Element {
  const element = useRef<HTMLCanvasElement | null>(null);
  const viewport = useViewport();
  const highlight = useHighlight();
  useLayoutEffect(() => {
    const drawn = element.current;
    const context = drawn?.getContext('2d') ?? null;
    if (drawn === null || context === null) return;
    const ratio = window.devicePixelRatio;
    drawn.width = canvas.width * ratio;
    drawn.height = canvas.height * ratio;
    context.setTransform(ratio * viewport.zoom, 0, 0, ratio * viewport.zoom, ratio * viewport.x, ratio * viewport.y);
    drawFar(context, { diagram, highlight, colours: readColours(drawn), zoom: viewport.zoom });
  });
  return (
    <canvas
      ref={element}
      className="far-layer"
      style={{ width: canvas.width, height: canvas.height }}
      aria-hidden="true"
    />
  );
}
