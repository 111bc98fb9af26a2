import { memo } from 'react';
import type { Box, PlacedEnd, PlacedStep } from '#diagram/diagram.ts';
import { BESIDE } from '#diagram/lettering.ts';
import { useHighlight } from './highlight.ts';
import { ArrowHead, LabelDrawing, NONE_LIT } from './line-drawing.tsx';
import { useCanvas } from './map-actions.ts';

const END_WORDS: Readonly<Record<PlacedEnd['end']['kind'], string>> = {
  end: 'The end of this branch',
  unknown: 'Where this leads is not known',
  'left-out': 'Leads to a step that is not shown',
};

function MarkerShape({ kind }: { readonly kind: PlacedEnd['end']['kind'] }): React.JSX.Element {
  const { markerRadius } = BESIDE;
  if (kind === 'left-out') return <path d={`M${-markerRadius} -5L${markerRadius - 2} 0L${-markerRadius} 5Z`} />;
  return (
    <>
      <circle r={markerRadius} />
      {kind === 'end' ? (
        <circle className="end-marker__middle" r={markerRadius - 3.5} />
      ) : (
        <text y={4} textAnchor="middle">
          ?
        </text>
      )}
    </>
  );
}

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
      <title>{END_WORDS[kind]}</title>
      <MarkerShape kind={kind} />
    </g>
  );
}

/** From the step's right edge to the marker; ends that reach above or below their step start from its edge all the same. */
function endPath(step: Box, { label, marker }: PlacedEnd): string {
  const inset = Math.min(10, step.height / 2);
  const start = Math.min(step.y + step.height - inset, Math.max(step.y + inset, marker.y));
  const bend = (step.x + step.width + label.x) / 2;
  return `M${step.x + step.width} ${start}H${bend}V${marker.y}H${marker.x - BESIDE.markerRadius}`;
}

function EndDrawing({ placed, step }: { readonly placed: PlacedEnd; readonly step: Box }): React.JSX.Element {
  const { route, named } = useHighlight();
  const { end, label, marker } = placed;
  const isLit = route !== null && end.label.rows.some((row) => route.nextActions.has(row.nextAction));
  const state = isLit ? ' line--lit' : route !== null || named.size > 0 ? ' line--dimmed' : '';
  return (
    <g className={`line${state}`}>
      <path className="line__path" d={endPath(step, placed)} />
      <LabelDrawing label={end.label} box={label} lit={route?.nextActions ?? NONE_LIT} />
      <EndMarker x={marker.x} y={marker.y} kind={end.kind} />
    </g>
  );
}

function StartDrawing({ placed }: { readonly placed: PlacedStep }): React.JSX.Element | null {
  if (placed.start === null) return null;
  const y = placed.start.y + placed.start.height / 2;
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
  const isMoved = useCanvas().moved === placed.step.stepType;
  return (
    <g className={isMoved ? 'beside--moved' : undefined}>
      <StartDrawing placed={placed} />
      {placed.ends.map((end) => (
        <EndDrawing key={`${end.end.kind} ${end.end.to ?? ''}`} placed={end} step={placed.box} />
      ))}
    </g>
  );
});
