import { useId, useState } from 'react';

interface NameFieldProps {
  readonly label: string;
  readonly start: string;
  /** What the button says: "Rename". */
  readonly button: string;
  readonly hint?: string;
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

/** Asks for a name; an empty one is refused in words. */
export function NameField({ label, start, button, hint = '', onName, onCancel }: NameFieldProps): React.JSX.Element {
  const [name, setName] = useState(start);
  const [isRefused, setRefused] = useState(false);
  const id = useId();
  return (
    <form
      className="walk-name"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') setRefused(true);
        else onName(name.trim());
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        // The form has just been asked for: writing the name is what comes next.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="field"
        maxLength={120}
        value={name}
        aria-invalid={isRefused}
        aria-describedby={`${id}-note`}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="small-button">
        {button}
      </button>
      <button type="button" className="text-button" onClick={onCancel}>
        Cancel
      </button>
      <p id={`${id}-note`} className="walk-name__note" role={isRefused ? 'alert' : undefined}>
        {isRefused ? 'Write a name.' : hint}
      </p>
    </form>
  );
}
