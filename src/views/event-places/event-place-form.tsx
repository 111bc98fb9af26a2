import { useState } from 'react';
import type { EventRow, StepChoice } from '#diagram/event-places.ts';
import { asWord, type NextActionId, type StepTypeId, stepTypeId } from '#model/ids.ts';
import { MOMENTS, type Moment } from '#model/words.ts';
import { LabelledSelect } from '#views/shared/labelled.tsx';

/** Where an event is to happen. */
export interface PlaceDraft {
  readonly stepType: StepTypeId;
  readonly moment: Moment;
  readonly nextAction: NextActionId | null;
}

interface EventPlaceFormProps {
  readonly row: EventRow;
  readonly steps: readonly StepChoice[];
  /** The step that is chosen at first; null: the first that is proposed. */
  readonly first: StepTypeId | null;
  /** Null where the place can be added; otherwise why it cannot. */
  readonly refuse: (draft: PlaceDraft) => string | null;
  readonly onAdd: (draft: PlaceDraft) => void;
  readonly onCancel: () => void;
}

const MOMENT_WORDS = [
  ['started', 'when the step starts'],
  ['completed', 'when the step is completed'],
] as const;

/** An event that something starts with happens at the start of its step, as its key says. */
const usualMoment = (event: string): Moment => (event.endsWith('-started') ? 'started' : 'completed');

function StepSelect({
  row,
  steps,
  step,
  onStep,
}: Pick<EventPlaceFormProps, 'row' | 'steps'> & {
  readonly step: string;
  readonly onStep: (step: string) => void;
}): React.JSX.Element {
  const proposed = new Set(row.proposed.map(({ stepType }) => stepType));
  return (
    <LabelledSelect label="Step" value={step} options={[['', 'Choose…']]} onChange={onStep}>
      {row.proposed.length > 0 && (
        <optgroup label="Proposed by role">
          {row.proposed.map(({ stepType, name, role }) => (
            <option key={stepType} value={stepType}>
              {name} ({role.replaceAll('-', ' ')})
            </option>
          ))}
        </optgroup>
      )}
      <optgroup label={row.proposed.length > 0 ? 'Other steps' : 'Steps'}>
        {steps
          .filter(({ id }) => !proposed.has(id))
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </optgroup>
    </LabelledSelect>
  );
}

/** Says where an event happens: at which step, when in it, and perhaps only with one next action. */
export function EventPlaceForm(props: EventPlaceFormProps): React.JSX.Element {
  const { row, steps, first, refuse, onAdd, onCancel } = props;
  const [step, setStep] = useState<string>(first ?? row.proposed[0]?.stepType ?? '');
  const [moment, setMoment] = useState<Moment>(usualMoment(row.event.id));
  const [action, setAction] = useState('');
  const [lacks, setLacks] = useState<string | null>(null);
  const actions = steps.find(({ id }) => id === step)?.actions ?? [];
  function submit(event: React.SyntheticEvent): void {
    event.preventDefault();
    const nextAction = actions.find(({ id }) => id === action)?.id ?? null;
    const draft = { stepType: stepTypeId(step), moment, nextAction };
    const reason = step === '' ? 'Choose the step.' : refuse(draft);
    setLacks(reason);
    if (reason === null) onAdd(draft);
  }
  return (
    <form className="event-place-form" aria-label={`A place of: ${row.event.name}`} onSubmit={submit}>
      <StepSelect
        row={row}
        steps={steps}
        step={step}
        onStep={(next) => {
          setStep(next);
          setAction('');
        }}
      />
      <LabelledSelect
        label="When"
        value={moment}
        options={MOMENT_WORDS}
        onChange={(word) => setMoment(asWord(MOMENTS, word) ?? 'completed')}
      />
      <LabelledSelect
        label="Next action"
        value={action}
        options={[['', 'Whatever is chosen'], ...actions.map(({ id, label }) => [id, `Only “${label}”`] as const)]}
        onChange={setAction}
      />
      {lacks !== null && (
        <p role="alert" className="form-error">
          {lacks}
        </p>
      )}
      <div className="form-buttons">
        <button type="submit" className="main-button">
          Add this place
        </button>
        <button type="button" className="small-button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
