import { useEffect, useRef } from 'react';
import { useSize } from '#views/map-canvas/use-size.ts';
import { type Chart, ROW_HEIGHT } from './chart.ts';
import type { DrawnBars, drawBars } from './draw-bars.ts';

interface ChartDrawingProps {
  readonly chart: Chart;
  /** What the picture shows, for those who do not see it. */
  readonly says: string;
  readonly draw: typeof drawBars;
  /** Goes to what stands behind a bar that is pressed. */
  readonly onFollow: (href: string) => void;
}

/** The bars, between the names of the rows and their numbers. Bars can be pressed; the links beside them lead there too. */
export function ChartDrawing({ chart, says, draw, onFollow }: ChartDrawingProps): React.JSX.Element {
  const [host, size] = useSize();
  const drawn = useRef<DrawnBars | null>(null);
  const width = size?.width ?? 0;
  useEffect(() => {
    const { current } = host;
    if (current === null || width === 0) return;
    drawn.current = draw(chart, width);
    current.replaceChildren(drawn.current.picture);
  }, [chart, draw, host, width]);
  useEffect(() => {
    const { current } = host;
    function onClick(event: MouseEvent): void {
      const href = drawn.current?.barAt(event.target)?.href;
      if (href !== undefined) onFollow(href);
    }
    current?.addEventListener('click', onClick);
    return () => current?.removeEventListener('click', onClick);
  }, [host, onFollow]);
  const style = { height: chart.rows.length * ROW_HEIGHT };
  return <div ref={host} className="chart__drawing" role="img" aria-label={says} style={style} />;
}
