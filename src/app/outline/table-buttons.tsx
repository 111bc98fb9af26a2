import { useState } from 'react';
import { goToAction, goToStep, type Inspecting, leaveStep } from '#app/inspector/inspected.ts';
import { Planned } from '#app/inspector/planned.tsx';
import { tryEdit } from '#app/inspector/try-edit.ts';
import { takeFormOff } from '#edits/edit-forms.ts';
import { addNextAction, keyOfNextAction, removeNextAction } from '#edits/edit-next-actions.ts';
import { addActivity, addStep, keyOfStep, removeStep } from '#edits/edit-steps.ts';
import { formId } from '#model/ids.ts';
import type { NextAction, StepForm, StepType } from '#model/workspace.ts';
import type { Edit } from '#pipeline/edit-workspace.ts';
import { ChoiceField } from '#views/inspector/choice-field.tsx';
import { LabelledText } from '#views/shared/labelled.tsx';
import { TextButton } from '#views/shared/text-button.tsx';

interface RemoveProps extends Inspecting {
  readonly words: string;
  /** What is removed; null while nothing is chosen. */
  readonly name: string | null;
  readonly edit: () => Edit;
  readonly onRemoved: () => unknown;
}

function Remove({ store, shown, words, name, edit, onRemoved }: RemoveProps): React.JSX.Element {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="small-button"
        aria-disabled={name === null}
        aria-expanded={isOpen}
        onClick={() => setOpen(name !== null && !isOpen)}
      >
        {words}
      </button>
      {isOpen && name !== null && (
        <Planned
          store={store}
          shown={shown}
          title={`Remove ${name}`}
          button="Remove"
          edit={edit()}
          onDone={(isDone) => {
            setOpen(false);
            if (isDone) onRemoved();
          }}
        />
      )}
    </>
  );
}

function AddStep({ store, shown, lane }: Inspecting & { readonly lane: string }): React.JSX.Element {
  const [name, setName] = useState<string | null>(null);
  if (name === null)
    return (
      <button type="button" className="small-button" onClick={() => setName('')}>
        Add a step…
      </button>
    );
  function add(event: React.SyntheticEvent): void {
    event.preventDefault();
    const wanted = { name: (name ?? '').trim(), lane };
    if (wanted.name === '') return;
    const key = keyOfStep(shown.index.workspace, wanted.name);
    tryEdit(store, ({ value }) => addStep(value, wanted));
    setName(null);
    const added = store.getState().shown?.opened.value.stepTypes.find((step) => String(step.id) === key);
    if (added !== undefined) goToStep(store, added.id);
  }
  return (
    <form className="outline-tables__form" onSubmit={add} aria-label="Add a step">
      <LabelledText
        label={lane === '' ? 'Name of the new step' : `Name of the new step in ${lane}`}
        value={name}
        onChange={setName}
      />
      <button type="submit" className="small-button">
        Add
      </button>
      <TextButton onClick={() => setName(null)}>Cancel</TextButton>
    </form>
  );
}

/** Adds and removes rows of the table of steps. */
export function StepButtons(
  props: Inspecting & { readonly step: StepType | null; readonly lane: string },
): React.JSX.Element {
  const { store, shown, step, lane } = props;
  return (
    <>
      <AddStep {...props} lane={lane === 'No workflow named' ? '' : lane} />
      <Remove
        {...props}
        words="Remove the step…"
        name={step === null ? null : `“${step.name || step.id}”`}
        edit={() => (step === null ? { name: '', changes: [] } : removeStep(shown.index.workspace, step))}
        onRemoved={() => step !== null && leaveStep(store, step)}
      />
    </>
  );
}

/** Adds and removes rows of the table of next actions. */
export function ActionButtons(
  props: Inspecting & { readonly step: StepType | null; readonly action: NextAction | null },
): React.JSX.Element {
  const { store, shown, step, action } = props;
  const { workspace } = shown.index;
  function add(): void {
    if (step === null) return;
    const wanted = { from: step.id, to: { kind: 'unknown' as const }, label: 'New next action' };
    const key = keyOfNextAction(workspace, wanted);
    tryEdit(store, () => addNextAction(workspace, wanted));
    const added = store.getState().shown?.opened.value.nextActions.find(({ id }) => String(id) === key);
    if (added !== undefined) goToAction(store, step.id, added.id);
  }
  return (
    <>
      <button type="button" className="small-button" aria-disabled={step === null} onClick={add}>
        {step === null ? 'Add a next action (choose a step first)' : `Add a next action to ${step.name || step.id}`}
      </button>
      <Remove
        {...props}
        words="Remove the next action…"
        name={action === null ? null : `“${action.label || action.id}”`}
        edit={() => (action === null ? { name: '', changes: [] } : removeNextAction(workspace, action))}
        onRemoved={() => action !== null && goToStep(store, action.from)}
      />
    </>
  );
}

/** Adds and removes rows of the table of forms on steps. */
export function ActivityButtons(
  props: Inspecting & { readonly step: StepType | null; readonly activity: StepForm | null },
): React.JSX.Element {
  const { store, shown, step, activity } = props;
  const { index } = shown;
  const here = new Set(step === null ? [] : (index.formsOfStep.get(step.id) ?? []).map(({ form }) => form));
  const others = index.workspace.forms.filter(({ id }) => !here.has(id));
  const title = activity === null ? '' : index.forms.get(activity.form)?.title || activity.form;
  return (
    <>
      {step === null ? (
        <p className="quiet">Choose a step to put forms on it.</p>
      ) : (
        <ChoiceField
          label={`Put a form on ${step.name || step.id}`}
          value=""
          isReadOnly={false}
          options={[['', 'Choose a form…'], ...others.map((form) => [form.id, form.title || form.id] as const)]}
          onChange={(id) => {
            if (id !== '') tryEdit(store, () => addActivity(step, formId(id)));
          }}
        />
      )}
      <Remove
        {...props}
        words="Take the form off…"
        name={activity === null ? null : `“${title}” from its step`}
        edit={() => (activity === null ? { name: '', changes: [] } : takeFormOff(index.workspace, activity))}
        onRemoved={() => undefined}
      />
    </>
  );
}
