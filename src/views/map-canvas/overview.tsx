import { useReactFlow, useViewport } from '@xyflow/react';
import { memo } from 'react';
import type { LaidOutDiagram, Size } from '#diagram/diagram.ts';
import { extentOf } from '#diagram/picture.ts';
import { useHighlight } from './highlight.ts';

const WIDEST = 130;
const HIGHEST = 150;
/** On a smaller canvas it would cover too much of the map itself. */
const LEAST: Size = { width: 700, height: 420 };

const Steps = memo(function Steps({ diagram }: { readonly diagram: LaidOutDiagram }): React.JSX.Element {
  const { overlay, route, tones } = useHighlight();
  return (
    <>
      {diagram.lanes.map(({ name, box }, index) => (
        <rect
          key={name}
          className={index % 2 === 1 ? 'overview__lane overview__lane--odd' : 'overview__lane'}
          {...box}
        />
      ))}
      {diagram.steps.map(({ step, box }) => {
        const status = overlay?.get(step.stepType)?.status ?? `tone-${tones.get(step.stepType) ?? 'none'}`;
        const lit = route?.numbers.has(step.stepType) === true ? ' overview__step--lit' : '';
        return <rect key={step.stepType} className={`overview__step overview__step--${status}${lit}`} {...box} />;
      })}
    </>
  );
});

/** The whole map in small, with the part in sight framed; pressing it goes there. The keyboard has the map itself. */
export function Overview({
  diagram,
  canvas,
}: {
  readonly diagram: LaidOutDiagram;
  readonly canvas: Size;
}): React.JSX.Element | null {
  const { x, y, zoom } = useViewport();
  const flow = useReactFlow();
  const extent = extentOf(diagram);
  const scale = Math.min(WIDEST / diagram.size.width, HIGHEST / diagram.size.height);
  const isSmall = canvas.width < LEAST.width || canvas.height < LEAST.height;
  if (isSmall || diagram.steps.length === 0) return null;
  function goThere(event: React.PointerEvent<SVGSVGElement>): void {
    if (event.buttons !== 1) return;
    const frame = event.currentTarget.getBoundingClientRect();
    void flow.setCenter(
      extent.x + (event.clientX - frame.left) / scale,
      extent.y + (event.clientY - frame.top) / scale,
      { zoom },
    );
  }
  return (
    <svg
      className="overview"
      width={diagram.size.width * scale}
      height={diagram.size.height * scale}
      viewBox={`${extent.x} ${extent.y} ${extent.width} ${extent.height}`}
      aria-hidden="true"
      onPointerDown={goThere}
      onPointerMove={goThere}
    >
      <Steps diagram={diagram} />
      <rect
        className="overview__sight"
        x={-x / zoom}
        y={-y / zoom}
        width={canvas.width / zoom}
        height={canvas.height / zoom}
      />
    </svg>
  );
}
