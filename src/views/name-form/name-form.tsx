import { useState } from 'react';

export interface NameFormProps {
  readonly start: string;
  readonly onKeep: (name: string) => void;
  readonly onCancel: () => void;
  /** What the other button says: `Not now`. */
  readonly cancel: string;
}

/** Asks what a person is called where decisions are written down. */
export function NameForm({ start, onKeep, onCancel, cancel }: NameFormProps): React.JSX.Element {
  const [name, setName] = useState(start);
  return (
    <form
      className="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onKeep(name.trim());
      }}
    >
      <label className="name-form__field">
        <span>Your name, for decisions</span>
        <input
          className="field"
          autoComplete="name"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <button type="submit" className="small-button" disabled={name.trim() === ''}>
        Keep
      </button>
      <button type="button" className="text-button" onClick={onCancel}>
        {cancel}
      </button>
    </form>
  );
}
