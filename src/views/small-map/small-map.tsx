import { useId, useMemo } from 'react';
import type { RouteLine } from '#diagram/route.ts';
import type { StepTypeId } from '#model/ids.ts';
import { useSize } from '#views/map-canvas/use-size.ts';
import { placeRoute, radiusOf, SMALL, type SmallStep } from './place-route.ts';

const UNMEASURED = 600;

function Step({ step, arrow }: { readonly step: SmallStep; readonly arrow: string }): React.JSX.Element {
  const { x, y, height, name } = step;
  const first = y + (height - name.length * SMALL.nameLine) / 2 + 12;
  const radius = radiusOf(step.number);
  return (
    <g>
      {step.line !== '' && <path className="small-map__line" d={step.line} markerEnd={`url(#${arrow})`} />}
      <rect
        className={step.isNamed ? 'small-map__box small-map__box--named' : 'small-map__box'}
        x={x}
        y={y}
        width={SMALL.width}
        height={height}
      />
      {name.map((words, at) => (
        <text
          key={words}
          className="small-map__name"
          x={x + SMALL.padding + 2}
          y={first + at * SMALL.nameLine}
          fontSize={SMALL.name.size}
        >
          {words}
        </text>
      ))}
      {step.action.map((words, at) => (
        <text
          key={words}
          className="small-map__action"
          x={x + 2}
          y={y + height + 14 + at * SMALL.actionLine}
          fontSize={SMALL.action.size}
        >
          {words}
        </text>
      ))}
      <circle className="small-map__circle" cx={x} cy={y} r={radius} />
      <text className="small-map__number" x={x} y={y + 4} fontSize={12} textAnchor="middle">
        {step.number}
      </text>
    </g>
  );
}

/** A route drawn small: its steps in order with the next actions between them. The words beside it say the same. */
export function SmallMap({
  lines,
  named,
}: {
  readonly lines: readonly RouteLine[];
  /** The steps that the finding is about; they are drawn heavier. */
  readonly named: ReadonlySet<StepTypeId>;
}): React.JSX.Element {
  const [frame, size] = useSize();
  const arrow = useId();
  const width = size?.width ?? UNMEASURED;
  const drawing = useMemo(() => placeRoute(lines, named, width), [lines, named, width]);
  return (
    <div ref={frame} className="small-map">
      <svg
        role="img"
        aria-label="The route, drawn. The list beside it says the same in words."
        width={drawing.width}
        height={drawing.height}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      >
        <defs>
          <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
            <path className="small-map__head" d="M0 0L8 4L0 8z" />
          </marker>
        </defs>
        {drawing.steps.map((step) => (
          <Step key={step.number} step={step} arrow={arrow} />
        ))}
      </svg>
    </div>
  );
}
