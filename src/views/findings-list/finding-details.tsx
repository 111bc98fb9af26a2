import { describePlace } from '#diagram/describe-place.ts';
import { nameOfStep } from '#diagram/describe-step.ts';
import { describeRoute } from '#diagram/route.ts';
import type { Finding } from '#model/finding.ts';
import { type StepTypeId, stepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { RouteList } from '#views/route-list/route-list.tsx';
import { TextButton } from '#views/shared/text-button.tsx';

export interface FindingDetailsProps {
  readonly index: WorkspaceIndex;
  readonly finding: Finding;
  readonly onStep: (step: StepTypeId) => void;
  readonly onClear: () => void;
}

/** What a finding without a route is about. */
function Places({ index, finding, onStep }: FindingDetailsProps): React.JSX.Element {
  return (
    <ul className="plain-list">
      {finding.places.map((place) => {
        const { stepType } = place;
        const words = describePlace(index, place);
        return (
          <li key={JSON.stringify(place)}>
            {stepType !== undefined && (
              <TextButton onClick={() => onStep(stepTypeId(stepType))}>
                {nameOfStep(index, stepTypeId(stepType))}
              </TextButton>
            )}
            {stepType !== undefined && words !== '' ? ': ' : ''}
            {words}
          </li>
        );
      })}
    </ul>
  );
}

/** The route of the finding that is lit, with the numbers of the map, or its places where it has no route. */
export function FindingDetails(props: FindingDetailsProps): React.JSX.Element {
  const { index, finding, onStep, onClear } = props;
  const heading = finding.kind.startsWith('coverage/') ? 'Shortest route without it' : 'Shortest route that shows it';
  return (
    <div className="finding-details">
      {finding.route === null ? (
        <Places {...props} />
      ) : (
        <>
          <h3 className="panel__heading">{heading}</h3>
          <RouteList lines={describeRoute(index, finding.route, finding.places)} onStep={onStep} />
        </>
      )}
      <button type="button" className="small-button" onClick={onClear}>
        Clear <kbd>Esc</kbd>
      </button>
    </div>
  );
}
