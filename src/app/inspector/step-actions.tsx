import { useState } from 'react';
import { describeRules, describeTarget } from '#diagram/describe-next-action.ts';
import { count, nameOfStep } from '#diagram/describe-step.ts';
import { stepChoices } from '#diagram/event-places.ts';
import { addNextAction, keyOfNextAction } from '#edits/edit-next-actions.ts';
import { stepTypeId } from '#model/ids.ts';
import type { NextAction, StepType, Target } from '#model/workspace.ts';
import { ChoiceField } from '#views/inspector/choice-field.tsx';
import { TextButton } from '#views/shared/text-button.tsx';
import { goToAction, goToStep, type Inspecting } from './inspected.ts';
import { tryEdit } from './try-edit.ts';

interface StepActionsProps extends Inspecting {
  readonly step: StepType;
}

const END = 'end';

/** A target from the value of a select: a step, the end, or nobody knows yet. */
function targetFrom(value: string): Target {
  if (value === END) return { kind: 'end' };
  return value === '' ? { kind: 'unknown' } : { kind: 'step', stepType: stepTypeId(value) };
}

function Leaving({ store, shown, action }: Inspecting & { readonly action: NextAction }): React.JSX.Element {
  const { index } = shown;
  const { to } = action;
  return (
    <li className="next-action">
      <TextButton onClick={() => goToAction(store, action.from, action.id)}>{action.label || action.id}</TextButton>{' '}
      <span aria-hidden="true">→</span>{' '}
      {to.kind === 'step' ? (
        <TextButton onClick={() => goToStep(store, to.stepType)}>{describeTarget(index, action)}</TextButton>
      ) : (
        <strong>{describeTarget(index, action)}</strong>
      )}
      <div className="quiet">{describeRules(index, action).join('; ')}</div>
    </li>
  );
}

function AddAction({ store, shown, step }: StepActionsProps): React.JSX.Element {
  const [isAdding, setAdding] = useState(false);
  const [to, setTo] = useState('');
  if (!isAdding)
    return (
      <button type="button" className="small-button" onClick={() => setAdding(true)}>
        Add a next action…
      </button>
    );
  function add(event: React.SyntheticEvent): void {
    event.preventDefault();
    const wanted = { from: step.id, to: targetFrom(to), label: to === '' ? 'New next action' : '' };
    const { workspace } = shown.index;
    const key = keyOfNextAction(workspace, wanted);
    setAdding(false);
    tryEdit(store, () => addNextAction(workspace, wanted));
    const added = store.getState().shown?.opened.value.nextActions.find((action) => String(action.id) === key);
    if (added !== undefined) goToAction(store, step.id, added.id);
  }
  return (
    <form className="inspector-row" onSubmit={add} aria-label="Add a next action">
      <ChoiceField
        label="Leads to"
        value={to}
        isReadOnly={false}
        options={[
          ['', 'Not known yet'],
          [END, 'The end'],
          ...stepChoices(shown.index).map(({ id, name }) => [id, name] as const),
        ]}
        onChange={setTo}
      />
      <button type="submit" className="small-button">
        Add
      </button>
      <TextButton onClick={() => setAdding(false)}>Cancel</TextButton>
    </form>
  );
}

/** The next actions of a step: those that leave it, and those that lead to it. */
export function StepActions(props: StepActionsProps): React.JSX.Element {
  const { store, shown, step, isReadOnly } = props;
  const { index } = shown;
  const leaving = index.nextActionsFrom.get(step.id) ?? [];
  const coming = index.workspace.nextActions.filter(({ to }) => to.kind === 'step' && to.stepType === step.id);
  return (
    <section aria-label="Next actions">
      <h3 className="panel__heading">{count(leaving.length, 'next action')}</h3>
      <ul className="plain-list">
        {leaving.map((action) => (
          <Leaving key={action.id} {...props} action={action} />
        ))}
      </ul>
      {!isReadOnly && <AddAction {...props} />}
      <h3 className="panel__heading">Comes from</h3>
      <ul className="plain-list">
        {coming.map((action) => (
          <li key={action.id} className="next-action">
            <TextButton onClick={() => goToStep(store, action.from)}>{nameOfStep(index, action.from)}</TextButton>
            {', by '}
            <TextButton onClick={() => goToAction(store, action.from, action.id)}>
              {action.label || action.id}
            </TextButton>
          </li>
        ))}
        {coming.length === 0 && (
          <li className="quiet">{step.mayStart ? 'Work starts here.' : 'No next action leads here.'}</li>
        )}
      </ul>
    </section>
  );
}
