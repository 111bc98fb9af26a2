import { memo } from 'react';
import type { ActionLabel, ActionRow, Box, PlacedLine, Point } from '#diagram/diagram.ts';
import { arrowHead, toPath } from '#diagram/drawing/rounded-path.ts';
import { LABEL } from '#diagram/lettering.ts';
import { signsOf } from '#diagram/marks.ts';
import { measureText } from '#diagram/measure-text.ts';
import type { NextActionId } from '#model/ids.ts';
import { useHighlight } from './highlight.ts';
import { useCanvas } from './map-actions.ts';

/** The arrow head at the last point, along the last stretch. */
export function ArrowHead({ points }: { readonly points: readonly Point[] }): React.JSX.Element | null {
  const corners = arrowHead(points);
  return corners.length === 0 ? null : <path className="line__arrow" d={`${toPath(corners, 0)}Z`} />;
}

const heightOf = (row: ActionRow): number => row.lines.length * LABEL.lineHeight;

/** Where the first row of each next action begins, from the top of the label. */
const topsOf = (rows: readonly ActionRow[]): readonly number[] =>
  rows.map((_, index) =>
    rows.slice(0, index).reduce<number>((top, row) => top + heightOf(row) + LABEL.rowGap, LABEL.paddingY),
  );

interface RowProps {
  readonly row: ActionRow;
  readonly at: Point;
  readonly width: number;
  readonly indent: number;
  readonly isLit: boolean;
}

function RowDrawing({ row, at, width, indent, isLit }: RowProps): React.JSX.Element {
  const { onNextAction } = useCanvas().actions;
  const isSelected = useHighlight().selectedNextAction === row.nextAction;
  const left = at.x + LABEL.paddingX;
  const baseline = at.y + LABEL.lineHeight - 4;
  return (
    <g
      className={`line__action${isSelected ? ' line__action--selected' : ''}${onNextAction === undefined ? '' : ' line__action--open'}`}
      data-next-action={row.nextAction}
      onClick={() => onNextAction?.(row.nextAction)}
    >
      {(isSelected || onNextAction !== undefined) && (
        <rect className="line__press" x={at.x + 1} y={at.y - 2} width={width - 2} height={heightOf(row) + 4} rx={3} />
      )}
      {isLit && (
        <rect className="line__lit-row" x={at.x + 2} y={at.y - 1} width={width - 4} height={heightOf(row) + 2} />
      )}
      <text className="line__row">
        <tspan className="line__sign" x={left} y={baseline}>
          {signsOf(row.marks)}
        </tspan>
        {row.lines.map((words, index) => (
          <tspan key={`${index} ${words}`} x={left + indent} y={baseline + index * LABEL.lineHeight}>
            {words}
          </tspan>
        ))}
      </text>
    </g>
  );
}

interface LabelProps {
  readonly label: ActionLabel;
  readonly box: Box;
  readonly lit: ReadonlySet<NextActionId>;
}

/** The words of one or more next actions in a box: marks in front, each next action on lines of its own. */
export function LabelDrawing({ label, box, lit }: LabelProps): React.JSX.Element {
  const indent = LABEL.signGap + Math.max(...label.rows.map((row) => measureText(signsOf(row.marks), LABEL.text)));
  const tops = topsOf(label.rows);
  return (
    <g className="line__label">
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={4} />
      {label.rows.map((row, index) => (
        <RowDrawing
          key={row.nextAction}
          row={row}
          at={{ x: box.x, y: box.y + (tops[index] ?? 0) }}
          width={box.width}
          indent={indent}
          isLit={lit.has(row.nextAction)}
        />
      ))}
    </g>
  );
}

export const NONE_LIT: ReadonlySet<NextActionId> = new Set();

/** A line on the layout's own route, with its arrow and its label. */
export const LineDrawing = memo(function LineDrawing({
  placed,
}: {
  readonly placed: PlacedLine;
}): React.JSX.Element | null {
  const { route, named, selected, active } = useHighlight();
  const { moved } = useCanvas();
  const { line, points, label } = placed;
  const isLit = route !== null && line.label.rows.some((row) => route.nextActions.has(row.nextAction));
  const touches = [selected, active].some((step) => step !== null && (step === line.from || step === line.to));
  const isDimmed = (route !== null || named.size > 0) && !isLit;
  const state = isLit ? ' line--lit' : isDimmed ? ' line--dimmed' : touches ? ' line--near' : '';
  // While its step is being moved, a line is drawn by `MovedLines`.
  if (moved !== null && (moved === line.from || moved === line.to)) return null;
  return (
    <g className={`line${state}`} data-line={line.id}>
      <path className="line__path" d={toPath(points)} />
      <ArrowHead points={points} />
      <LabelDrawing label={line.label} box={label} lit={route?.nextActions ?? NONE_LIT} />
    </g>
  );
});
