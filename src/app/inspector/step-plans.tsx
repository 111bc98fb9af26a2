import { useState } from 'react';
import { nameOfStep } from '#diagram/describe-step.ts';
import { stepChoices } from '#diagram/event-places.ts';
import { removeStep } from '#edits/edit-steps.ts';
import { joinSteps, splitStep } from '#edits/split-and-join.ts';
import { type FormId, stepTypeId } from '#model/ids.ts';
import type { StepType } from '#model/workspace.ts';
import { ChoiceField } from '#views/inspector/choice-field.tsx';
import { TickField } from '#views/inspector/tick-field.tsx';
import { LabelledText } from '#views/shared/labelled.tsx';
import { type Inspecting, leaveStep } from './inspected.ts';
import { Planned } from './planned.tsx';

interface StepPlanProps extends Inspecting {
  readonly step: StepType;
  readonly onClose: () => void;
}

function Split({ store, shown, step, onClose }: StepPlanProps): React.JSX.Element {
  const { index } = shown;
  const [name, setName] = useState(`${step.name}, part 2`);
  const [forms, setForms] = useState<ReadonlySet<FormId>>(new Set());
  const here = index.formsOfStep.get(step.id) ?? [];
  const isReady = name.trim() !== '';
  return (
    <Planned
      store={store}
      shown={shown}
      title={`Split “${step.name}” in two`}
      button="Split"
      edit={isReady ? splitStep(index.workspace, step, { name: name.trim(), forms }) : null}
      lack="The second step needs a name."
      onDone={onClose}
    >
      <p>
        A second step follows always, and takes every next action. Events, clock and the forms that are not ticked stay
        with the first.
      </p>
      <LabelledText label="Name of the second step" value={name} onChange={setName} />
      {here.length > 0 && (
        <fieldset className="inspector-group">
          <legend>Forms that go with it</legend>
          {here.map(({ form }) => (
            <TickField
              key={form}
              label={index.forms.get(form)?.title || form}
              isTicked={forms.has(form)}
              isReadOnly={false}
              onChange={(is) => setForms(new Set(is ? [...forms, form] : [...forms].filter((other) => other !== form)))}
            />
          ))}
        </fieldset>
      )}
    </Planned>
  );
}

function Join({ store, shown, step, onClose }: StepPlanProps): React.JSX.Element {
  const { index } = shown;
  const [other, setOther] = useState('');
  const second = other === '' ? undefined : index.stepTypes.get(stepTypeId(other));
  const near = new Set(
    index.workspace.nextActions.flatMap(({ from, to }) => {
      if (to.kind !== 'step') return [];
      return from === step.id ? [to.stepType] : to.stepType === step.id ? [from] : [];
    }),
  );
  const all = stepChoices(index).filter(({ id }) => id !== step.id);
  const sorted = [...all.filter(({ id }) => near.has(id)), ...all.filter(({ id }) => !near.has(id))];
  return (
    <Planned
      store={store}
      shown={shown}
      title={`Join a step to “${step.name}”`}
      button="Join"
      edit={second === undefined ? null : joinSteps(index.workspace, step, second)}
      lack="Choose the step that becomes part of this one. Those next to it come first."
      onDone={onClose}
    >
      <ChoiceField
        label="Step that becomes part of this one"
        value={other}
        isReadOnly={false}
        options={[['', 'Choose a step…'], ...sorted.map(({ id, name }) => [id, name] as const)]}
        onChange={setOther}
      />
      {second !== undefined && (
        <p>
          What stands on “{nameOfStep(index, second.id)}” moves here; next actions between the two go. This step keeps
          its own name, clock and team.
        </p>
      )}
    </Planned>
  );
}

function Remove({ store, shown, step, onClose }: StepPlanProps): React.JSX.Element {
  return (
    <Planned
      store={store}
      shown={shown}
      title={`Remove “${step.name}”`}
      button="Remove"
      edit={removeStep(shown.index.workspace, step)}
      onDone={(isDone) => {
        onClose();
        if (isDone) leaveStep(store, step);
      }}
    >
      <p>
        Next actions of other steps that lead to it stay, and lead to a place not known. Its forms stay in the list of
        forms.
      </p>
    </Planned>
  );
}

const PLANS = [
  ['split', 'Split…', Split],
  ['join', 'Join with…', Join],
  ['remove', 'Remove…', Remove],
] as const;

/** Splitting, joining and removing a step, each said in full before it is done. */
export function StepPlans(props: Omit<StepPlanProps, 'onClose'>): React.JSX.Element {
  const [open, setOpen] = useState('');
  const plan = PLANS.find(([kind]) => kind === open);
  const Plan = plan?.[2];
  return (
    <div className="inspector-plans">
      <div className="button-row">
        {PLANS.map(([kind, words]) => (
          <button
            key={kind}
            type="button"
            className="small-button"
            aria-expanded={open === kind}
            onClick={() => setOpen(open === kind ? '' : kind)}
          >
            {words}
          </button>
        ))}
      </div>
      {Plan !== undefined && <Plan {...props} onClose={() => setOpen('')} />}
    </div>
  );
}
