import { useEffect, useId, useRef, useState } from 'react';

interface ReasonFormProps {
  readonly title: string;
  readonly button: string;
  readonly isNeeded?: boolean;
  readonly onSubmit: (why: string) => void;
  readonly onCancel: () => void;
}

/** Asks for a reason where one is wanted. Enter takes it, Escape goes back. */
export function ReasonForm({
  title,
  button,
  isNeeded = false,
  onSubmit,
  onCancel,
}: ReasonFormProps): React.JSX.Element {
  const [why, setWhy] = useState('');
  const id = useId();
  const box = useRef<HTMLInputElement | null>(null);
  useEffect(() => box.current?.focus(), []);
  const isReady = !isNeeded || why.trim() !== '';
  function submit(event: React.SyntheticEvent): void {
    event.preventDefault();
    if (isReady) onSubmit(why.trim());
  }
  return (
    <form className="why-form" onSubmit={submit}>
      <label htmlFor={id}>{title}</label>
      <input
        ref={box}
        id={id}
        className="field"
        value={why}
        onChange={(event) => setWhy(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onCancel();
        }}
      />
      <div className="button-row">
        <button type="submit" className="small-button" aria-disabled={!isReady}>
          {button}
        </button>
        <button type="button" className="text-button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
