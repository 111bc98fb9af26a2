import { useId, useState } from 'react';

/** Writes down a value that a screen outside forms can hold. */
export function AddValue({ onAdd }: { readonly onAdd: (answer: string) => void }): React.JSX.Element {
  const [value, setValue] = useState('');
  const id = useId();
  return (
    <form
      className="button-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (value.trim() !== '') onAdd(value.trim());
        setValue('');
      }}
    >
      <label htmlFor={id}>A value it can hold</label>
      <input id={id} className="field" value={value} onChange={(event) => setValue(event.target.value)} />
      <button type="submit" className="small-button">
        Add
      </button>
    </form>
  );
}
