import { describeRules, describeTarget } from '#diagram/describe-next-action.ts';
import { count, type FormOfStep, formsOfStep } from '#diagram/describe-step.ts';
import type { ItemOverlay } from '#diagram/item-overlay.ts';
import { orderSteps } from '#diagram/order-steps.ts';
import type { RouteOnMap } from '#diagram/route.ts';
import { describeRecorded } from '#diagram/status-words.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { NextAction, StepType } from '#model/workspace.ts';
import { PlaceStatusTag } from '#views/shared/status-tag.tsx';
import { TextButton } from '#views/shared/text-button.tsx';

export interface MapListProps {
  readonly index: WorkspaceIndex;
  readonly overlay: ItemOverlay | null;
  readonly route: RouteOnMap | null;
  readonly selected: StepTypeId | null;
  readonly onSelect: (step: StepTypeId) => void;
}

const describeForm = (form: FormOfStep): string =>
  `${form.title} (${count(form.questions, 'question')}${form.mandatory ? '' : ', optional'})`;

function Actions({ actions, ...props }: MapListProps & { readonly actions: readonly NextAction[] }): React.JSX.Element {
  const { index, route, onSelect } = props;
  return (
    <ul className="plain-list">
      {actions.map((action) => {
        const { to } = action;
        return (
          <li key={action.id} className={route?.nextActions.has(action.id) === true ? 'map-list__lit' : ''}>
            {action.label} <span aria-hidden="true">→</span>{' '}
            {to.kind === 'step' ? (
              <TextButton onClick={() => onSelect(to.stepType)}>{describeTarget(index, action)}</TextButton>
            ) : (
              describeTarget(index, action)
            )}{' '}
            <span className="quiet">{describeRules(index, action).join('; ')}</span>
          </li>
        );
      })}
    </ul>
  );
}

function OverlayCell({ overlay, step }: { readonly overlay: ItemOverlay; readonly step: StepType }): React.JSX.Element {
  const own = overlay.get(step.id);
  return (
    <td data-column="Chosen item">
      {own === undefined && <span className="quiet">–</span>}
      {own?.status != null && (
        <div>
          Due: <PlaceStatusTag status={own.status} />
        </div>
      )}
      {own?.recorded != null && <div>{describeRecorded(own.recorded)}</div>}
    </td>
  );
}

function Row({ step, ...props }: MapListProps & { readonly step: StepType }): React.JSX.Element {
  const { index, overlay, route, selected, onSelect } = props;
  return (
    <tr
      className={selected === step.id ? 'map-list__selected' : ''}
      aria-current={selected === step.id ? 'true' : undefined}
    >
      <th scope="row">
        {route?.numbers.get(step.id)?.map((number) => (
          <span key={number} className="route-number">
            {number}
          </span>
        ))}{' '}
        <TextButton onClick={() => onSelect(step.id)}>{step.name}</TextButton>
        {step.mayStart && <div className="quiet">Work may start here</div>}
      </th>
      {overlay !== null && <OverlayCell overlay={overlay} step={step} />}
      <td data-column="Forms">
        <ul className="plain-list">
          {formsOfStep(index, step.id).map((form) => (
            <li key={form.form}>{describeForm(form)}</li>
          ))}
        </ul>
      </td>
      <td data-column="Next actions">
        <Actions {...props} actions={index.nextActionsFrom.get(step.id) ?? []} />
      </td>
    </tr>
  );
}

/** The same map as a table: lane by lane, each step with its forms, its next actions and what it does for the item. */
export function MapList(props: MapListProps): React.JSX.Element {
  const { index, overlay } = props;
  const lanes = orderSteps(index.workspace.stepTypes, index.workspace.nextActions);
  return (
    <div className="map-list" data-layout-ready="true">
      {[...lanes].map(([lane, steps]) => (
        <table key={lane}>
          <caption>{lane}</caption>
          <thead>
            <tr>
              <th scope="col">Step</th>
              {overlay !== null && <th scope="col">Chosen item</th>}
              <th scope="col">Forms</th>
              <th scope="col">Next actions</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <Row key={step.id} {...props} step={step} />
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
