import type { RouteLine } from '#diagram/route.ts';
import type { StepTypeId } from '#model/ids.ts';
import { TextButton } from '#views/shared/text-button.tsx';

/** A route as a numbered list, with the same numbers as on the map. */
export function RouteList({
  lines,
  onStep,
}: {
  readonly lines: readonly RouteLine[];
  readonly onStep: (step: StepTypeId) => void;
}): React.JSX.Element {
  return (
    <ol className="route-list">
      {lines.map((line) => (
        <li key={line.number} className="route-list__step">
          <span className="route-number" aria-hidden="true">
            {line.number}
          </span>
          <div>
            <TextButton onClick={() => onStep(line.stepType)}>{line.name}</TextButton>
            {line.places.map((place) => (
              <div key={place} className="route-list__place">
                {place}
              </div>
            ))}
            {line.nextAction !== '' && (
              <div className="route-list__action">
                <span aria-hidden="true">→</span> {line.nextAction}
              </div>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
