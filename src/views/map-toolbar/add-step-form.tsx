import { useId, useState } from 'react';

interface AddStepFormProps {
  readonly lanes: readonly string[];
  /** The lane to begin with: that of the step that is chosen. */
  readonly lane: string;
  readonly onAdd: (step: { readonly name: string; readonly lane: string }) => void;
  readonly onCancel: () => void;
}

/** A new step: its name and its lane, which may be a new one too. */
export function AddStepForm({ lanes, lane: first, onAdd, onCancel }: AddStepFormProps): React.JSX.Element {
  const [name, setName] = useState('');
  const [lane, setLane] = useState(first);
  const [isRefused, setRefused] = useState(false);
  const id = useId();
  return (
    <form
      className="map-add"
      aria-label="Add a step"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') setRefused(true);
        else onAdd({ name: name.trim(), lane: lane.trim() });
      }}
    >
      <label htmlFor={`${id}-name`}>New step</label>
      <input
        id={`${id}-name`}
        // The form has just been asked for: writing the name is what comes next.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="field map-add__name"
        placeholder="Its name in Mosaic"
        value={name}
        aria-invalid={isRefused}
        aria-describedby={isRefused ? `${id}-refused` : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <label htmlFor={`${id}-lane`}>in lane</label>
      <input
        id={`${id}-lane`}
        className="field"
        list={`${id}-lanes`}
        value={lane}
        onChange={(event) => setLane(event.target.value)}
      />
      <datalist id={`${id}-lanes`}>
        {lanes.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </datalist>
      <button type="submit" className="small-button">
        Add the step
      </button>
      <button type="button" className="text-button" onClick={onCancel}>
        Cancel
      </button>
      {isRefused && (
        <span id={`${id}-refused`} role="alert" className="refused">
          A step needs a name.
        </span>
      )}
    </form>
  );
}
