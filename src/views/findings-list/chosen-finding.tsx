import { describePlace } from '#diagram/describe-place.ts';
import { nameOfStep } from '#diagram/describe-step.ts';
import { describeRoute } from '#diagram/route.ts';
import type { Finding } from '#model/finding.ts';
import { type StepTypeId, stepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { RouteList } from '#views/route-list/route-list.tsx';
import { TextButton } from '#views/shared/text-button.tsx';
import { DecisionLine, FindingHead } from './finding-row.tsx';

function Places({ index, finding, onStep }: ChosenFindingProps): React.JSX.Element {
  return (
    <ul className="plain-list">
      {finding.places.map((place) => {
        const { stepType } = place;
        const words = describePlace(index, place);
        return (
          <li key={JSON.stringify(place)}>
            {stepType !== undefined && (
              <TextButton onClick={() => onStep(stepTypeId(stepType))}>{nameOfStep(index, stepTypeId(stepType))}</TextButton>
            )}
            {stepType !== undefined && words !== '' ? ': ' : ''}
            {words}
          </li>
        );
      })}
    </ul>
  );
}

export interface ChosenFindingProps {
  readonly index: WorkspaceIndex;
  readonly finding: Finding;
  readonly onStep: (step: StepTypeId) => void;
}

/** The finding whose route is lit: its sentence, its decision, and the route with the numbers of the map. */
export function ChosenFinding(props: ChosenFindingProps & { readonly onClear: () => void }): React.JSX.Element {
  const { index, finding, onStep, onClear } = props;
  return (
    <section className="chosen-finding" aria-label="Chosen finding">
      <FindingHead finding={finding} />
      <p className="chosen-finding__message">{finding.message}</p>
      {finding.decision !== null && <DecisionLine decision={finding.decision} />}
      {finding.route === null ? (
        <Places {...props} />
      ) : (
        <>
          <h3 className="panel__heading">{finding.kind.startsWith('coverage/') ? 'Shortest route without it' : 'Shortest route that shows it'}</h3>
          <RouteList lines={describeRoute(index, finding.route, finding.places)} onStep={onStep} />
        </>
      )}
      <button type="button" className="small-button" onClick={onClear}>
        Clear <kbd>Esc</kbd>
      </button>
    </section>
  );
}
