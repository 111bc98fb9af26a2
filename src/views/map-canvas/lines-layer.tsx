import { useViewport, ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import type { Box, LaidOutDiagram, PlacedLine, Point, Size } from '#diagram/diagram.ts';
import { BesideDrawing } from './beside-drawing.tsx';
import { boxAround, boxesOf } from './camera.ts';
import { useHighlight } from './highlight.ts';
import { LineDrawing } from './line-drawing.tsx';

function boundsOf(points: readonly Point[], label: Box): Box {
  const xs = [...points.map((point) => point.x), label.x, label.x + label.width];
  const ys = [...points.map((point) => point.y), label.y, label.y + label.height];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

const meets = (a: Box, b: Box): boolean =>
  a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;

/** The part of the map in sight, widened to whole tiles so that it changes rarely while the map is moved. */
const TILE = 800;

function useTilesInSight(canvas: Size): Box {
  const { x, y, zoom } = useViewport();
  const left = Math.floor(-x / zoom / TILE) * TILE;
  const top = Math.floor(-y / zoom / TILE) * TILE;
  const right = Math.ceil((-x + canvas.width) / zoom / TILE) * TILE;
  const bottom = Math.ceil((-y + canvas.height) / zoom / TILE) * TILE;
  return useMemo(() => ({ x: left, y: top, width: right - left, height: bottom - top }), [left, top, right, bottom]);
}

const LinesInSight = memo(function LinesInSight({
  diagram,
  sight,
}: {
  readonly diagram: LaidOutDiagram;
  readonly sight: Box;
}): React.JSX.Element {
  const bounded = useMemo(
    () => diagram.lines.map((placed) => ({ placed, bounds: boundsOf(placed.points, placed.label) })),
    [diagram],
  );
  const { route, selected, active } = useHighlight();
  const isLit = ({ line }: PlacedLine): boolean =>
    line.label.rows.some((row) => route?.nextActions.has(row.nextAction));
  const inSight = bounded.filter(({ bounds }) => meets(bounds, sight)).map(({ placed }) => placed);
  const isNear = ({ line }: PlacedLine): boolean =>
    [selected, active].some((step) => step !== null && (step === line.from || step === line.to));
  const weightOf = (placed: PlacedLine): number => (isLit(placed) ? 2 : isNear(placed) ? 1 : 0);
  // What stands out is drawn last, so that no other line crosses over it.
  const ordered = inSight.toSorted((one, other) => weightOf(one) - weightOf(other));
  const beside = diagram.steps.filter(
    (placed) =>
      (placed.start !== null || placed.ends.length > 0) && meets(boxAround(boxesOf(placed)) ?? placed.box, sight),
  );
  return (
    <svg className="lines" width={diagram.size.width} height={diagram.size.height} aria-hidden="true">
      {ordered.map((placed) => (
        <LineDrawing key={placed.line.id} placed={placed} />
      ))}
      {beside.map((placed) => (
        <BesideDrawing key={placed.step.stepType} placed={placed} />
      ))}
    </svg>
  );
});

/**
 * The lines, drawn as one picture under the steps. React Flow's own edges are not used: it leaves out an edge when the
 * rectangle between its two ends is out of sight, and a route may well run outside that rectangle.
 */
export function LinesLayer({
  diagram,
  canvas,
}: {
  readonly diagram: LaidOutDiagram;
  readonly canvas: Size;
}): React.JSX.Element {
  const sight = useTilesInSight(canvas);
  return (
    <ViewportPortal>
      <LinesInSight diagram={diagram} sight={sight} />
    </ViewportPortal>
  );
}
