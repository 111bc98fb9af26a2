import { useViewport, ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import type { PlacedLane, Size } from '#diagram/diagram.ts';

/** How far the bands run on to both sides, so that they have no ends when the map is moved. */
const BEYOND = 4000;

/** The bands behind the steps. */
export const LaneBands = memo(function LaneBands({
  lanes,
}: {
  readonly lanes: readonly PlacedLane[];
}): React.JSX.Element {
  return (
    <ViewportPortal>
      {lanes.map(({ name, box }, index) => (
        <div
          key={name}
          className={`lane-band${index % 2 === 1 ? ' lane-band--odd' : ''}`}
          style={{
            transform: `translate(${box.x - BEYOND}px, ${box.y}px)`,
            width: box.width + 2 * BEYOND,
            height: box.height,
          }}
        />
      ))}
    </ViewportPortal>
  );
});

/** The names of the lanes at the left edge, each in the middle of the part of its band that is in sight. */
export function LaneRail({
  lanes,
  canvas,
}: {
  readonly lanes: readonly PlacedLane[];
  readonly canvas: Size;
}): React.JSX.Element {
  const { y, zoom } = useViewport();
  return (
    <div className="lane-rail" aria-hidden="true">
      {lanes.map(({ name, box }, index) => {
        const top = Math.max(0, box.y * zoom + y);
        const bottom = Math.min(canvas.height, (box.y + box.height) * zoom + y);
        if (bottom - top < 4) return null;
        return (
          <div
            key={name}
            className={`lane-rail__lane${index % 2 === 1 ? ' lane-rail__lane--odd' : ''}`}
            style={{ transform: `translateY(${top}px)`, height: bottom - top }}
            title={name}
          >
            <span>{name}</span>
          </div>
        );
      })}
    </div>
  );
}
