interface StripesProps {
  readonly id: string;
  readonly tone: string;
  /** The turn of the stripes, in degrees. */
  readonly turn: number;
  readonly width: number;
}

function Stripes({ id, tone, turn, width }: StripesProps): React.JSX.Element {
  return (
    <pattern id={id} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform={`rotate(${turn})`}>
      <rect width={7} height={7} style={{ fill: `var(--${tone}-fill)` }} />
      <rect width={width} height={7} style={{ fill: `var(--${tone}-edge)` }} />
    </pattern>
  );
}

/** The patterns that bars are filled with; they stand once on a page with charts. */
export function BarPatterns(): React.JSX.Element {
  return (
    <svg className="bar-patterns" width={0} height={0} aria-hidden="true" focusable="false">
      <defs>
        <Stripes id="bar-unconfirmed" tone="records" turn={90} width={2} />
        <Stripes id="bar-gaps" tone="sometimes" turn={45} width={3} />
        <pattern id="bar-missing" width={7} height={7} patternUnits="userSpaceOnUse">
          <rect width={7} height={7} style={{ fill: 'var(--never-fill)' }} />
          <circle cx={3.5} cy={3.5} r={1.8} style={{ fill: 'var(--never-edge)' }} />
        </pattern>
        <Stripes id="bar-range" tone="records" turn={0} width={1} />
      </defs>
    </svg>
  );
}
