import { memo } from 'react';
import type { PlacedEnd, PlacedStep } from '#diagram/diagram.ts';
import { BESIDE } from '#diagram/lettering.ts';
import { useHighlight } from './highlight.ts';
import { ArrowHead, LabelDrawing, NONE_LIT } from './line-drawing.tsx';

function EndMarker({
  x,
  y,
  kind,
}: {
  readonly x: number;
  readonly y: number;
  readonly kind: PlacedEnd['end']['kind'];
}): React.JSX.Element {
  return (
    <g className={`end-marker end-marker--${kind}`} transform={`translate(${x} ${y})`}>
      <title>{kind === 'end' ? 'The end of this branch' : 'Where this leads is not known'}</title>
      <circle r={BESIDE.markerRadius} />
      {kind === 'end' ? (
        <circle className="end-marker__middle" r={BESIDE.markerRadius - 3.5} />
      ) : (
        <text y={4} textAnchor="middle">
          ?
        </text>
      )}
    </g>
  );
}

function EndDrawing({
  placed,
  stepEdge,
}: {
  readonly placed: PlacedEnd;
  readonly stepEdge: number;
}): React.JSX.Element {
  const { route, named } = useHighlight();
  const { end, label, marker } = placed;
  const isLit = route !== null && end.label.rows.some((row) => route.nextActions.has(row.nextAction));
  const state = isLit ? ' line--lit' : route !== null || named.size > 0 ? ' line--dimmed' : '';
  const right = label.x + label.width;
  return (
    <g className={`line${state}`}>
      <path
        className="line__path"
        d={`M${stepEdge} ${marker.y}H${label.x}M${right} ${marker.y}H${marker.x - BESIDE.markerRadius}`}
      />
      <LabelDrawing label={end.label} box={label} lit={route?.nextActions ?? NONE_LIT} />
      <EndMarker x={marker.x} y={marker.y} kind={end.kind} />
    </g>
  );
}

function StartDrawing({ placed }: { readonly placed: PlacedStep }): React.JSX.Element | null {
  if (placed.start === null) return null;
  const y = placed.box.y + placed.box.height / 2;
  const dot = placed.box.x - 22;
  return (
    <g className="start-marker">
      <text x={dot - 10} y={y + 4.5} textAnchor="end">
        Start
      </text>
      <circle cx={dot} cy={y} r={5} />
      <path className="line__path" d={`M${dot} ${y}H${placed.box.x - 4}`} />
      <ArrowHead
        points={[
          { x: dot, y },
          { x: placed.box.x, y },
        ]}
      />
    </g>
  );
}

/** What stands beside a step: that work may start here, and the next actions that end it or lead nobody knows where. */
export const BesideDrawing = memo(function BesideDrawing({
  placed,
}: {
  readonly placed: PlacedStep;
}): React.JSX.Element {
  return (
    <g>
      <StartDrawing placed={placed} />
      {placed.ends.map((end) => (
        <EndDrawing key={end.end.kind} placed={end} stepEdge={placed.box.x + placed.box.width} />
      ))}
    </g>
  );
});
