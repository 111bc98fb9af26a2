import { ViewportPortal } from '@xyflow/react';
import type { Box, LaidOutDiagram, Point } from '#diagram/diagram.ts';
import { toPath } from '#diagram/drawing/rounded-path.ts';
import { drawElbow } from '#diagram/elbow.ts';
import { findPlaced } from '#diagram/picture.ts';
import type { StepTypeId } from '#model/ids.ts';
import { ArrowHead, LabelDrawing, NONE_LIT } from './line-drawing.tsx';
import type { Drag } from './use-drag.ts';

/** The lines of a step that is being moved: plain right angles that follow it. */
function MovedLines({
  diagram,
  step,
  by,
}: {
  readonly diagram: LaidOutDiagram;
  readonly step: StepTypeId;
  readonly by: Point;
}): React.JSX.Element {
  const boxOf = (id: StepTypeId): Box | null => {
    const box = findPlaced(diagram, id)?.box;
    if (box === undefined) return null;
    return id === step ? { ...box, x: box.x + by.x, y: box.y + by.y } : box;
  };
  const own = diagram.lines.filter(({ line }) => line.from === step || line.to === step);
  return (
    <>
      {own.map(({ line }) => {
        const [from, to] = [boxOf(line.from), boxOf(line.to)];
        if (from === null || to === null) return null;
        const { points, label } = drawElbow(from, to, line.label.size);
        return (
          <g key={line.id} className="line line--near">
            <path className="line__path" d={toPath(points)} />
            <ArrowHead points={points} />
            <LabelDrawing label={line.label} box={label} lit={NONE_LIT} />
          </g>
        );
      })}
    </>
  );
}

/** The line that is being drawn: from a step's lower edge to the pointer, or to the step that it would lead to. */
function DrawnLine({
  diagram,
  drag,
}: {
  readonly diagram: LaidOutDiagram;
  readonly drag: Extract<Drag, { kind: 'connect' }>;
}): React.JSX.Element | null {
  const from = findPlaced(diagram, drag.from)?.box;
  const over = drag.over === null ? undefined : findPlaced(diagram, drag.over)?.box;
  if (from === undefined) return null;
  const start = { x: from.x + from.width / 2, y: from.y + from.height };
  const points = over === undefined ? [start, drag.at] : drawElbow(from, over, { width: 0, height: 0 }).points;
  return (
    <g className="line line--drawn">
      <path className="line__path" d={toPath(points)} />
      <ArrowHead points={points} />
    </g>
  );
}

/** What follows the pointer, over everything else. */
export function DragDrawing({
  diagram,
  drag,
}: {
  readonly diagram: LaidOutDiagram;
  readonly drag: Drag | null;
}): React.JSX.Element | null {
  if (drag === null) return null;
  return (
    <ViewportPortal>
      <svg className="lines lines--dragged" width={diagram.size.width} height={diagram.size.height} aria-hidden="true">
        {drag.kind === 'move' ? (
          <MovedLines diagram={diagram} step={drag.step} by={drag.by} />
        ) : (
          <DrawnLine diagram={diagram} drag={drag} />
        )}
      </svg>
    </ViewportPortal>
  );
}
