import { useId, useState } from 'react';

interface CommitFieldProps {
  readonly label: string;
  readonly value: string;
  readonly width?: 'narrow' | 'wide';
  readonly isReadOnly?: boolean;
  readonly onCommit: (value: string) => void;
}

/** A text that is taken when Enter is pressed or the field is left; Escape brings back what was there. */
export function CommitField({
  label,
  value,
  width = 'wide',
  isReadOnly = false,
  onCommit,
}: CommitFieldProps): React.JSX.Element {
  const [draft, setDraft] = useState<string | null>(null);
  const id = useId();
  function commit(): void {
    if (draft !== null && draft.trim() !== value) onCommit(draft.trim());
    setDraft(null);
  }
  return (
    <div className={`commit-field commit-field--${width}`}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        readOnly={isReadOnly}
        value={draft ?? value}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
    </div>
  );
}
