import { useId, useState } from 'react';
import type { Problem } from '#model/finding.ts';
import { FieldNote } from './field-note.tsx';

export interface TextFieldProps {
  readonly label: string;
  /** As the file holds it. */
  readonly value: string;
  /** What the reader said of what stands there. */
  readonly problem?: Problem | null;
  readonly hint?: string;
  readonly isReadOnly: boolean;
  readonly isLong?: boolean;
  readonly inputMode?: 'numeric' | 'decimal';
  readonly width?: 'narrow' | 'wide';
  readonly inputRef?: React.RefObject<HTMLInputElement | null>;
  /** Takes the text; what comes back is why it cannot stand there, or null. */
  readonly onCommit: (value: string) => string | null;
}

interface Draft {
  readonly text: string;
  readonly refusal: string | null;
}

interface Drafting {
  readonly text: string;
  readonly refusal: string | null;
  readonly write: (text: string) => void;
  /** Nothing has been written since what stands there was taken. */
  readonly isUntouched: boolean;
  readonly commit: () => void;
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
}

/** What is being written, until it is taken or given up. */
function useDrafting({ value, isLong = false, onCommit }: TextFieldProps): Drafting {
  const [draft, setDraft] = useState<Draft | null>(null);
  function commit(): void {
    if (draft === null) return;
    const text = draft.text.trim();
    const refusal = text === value.trim() ? null : onCommit(text);
    setDraft(refusal === null ? null : { text: draft.text, refusal });
  }
  function onKeyDown(event: React.KeyboardEvent): void {
    const isEnter = event.key === 'Enter' && !(isLong && event.shiftKey) && !event.nativeEvent.isComposing;
    const isGivenUp = event.key === 'Escape' && draft !== null;
    if (isEnter || isGivenUp) event.preventDefault();
    if (isEnter) commit();
    if (isGivenUp) setDraft(null);
  }
  return {
    text: draft?.text ?? value,
    refusal: draft?.refusal ?? null,
    isUntouched: draft === null,
    write: (text) => setDraft({ text, refusal: null }),
    commit,
    onKeyDown,
  };
}

/** A text that is taken when Enter is pressed or the field is left; Escape brings back what was there. */
export function TextField(props: TextFieldProps): React.JSX.Element {
  const { label, problem = null, hint, isReadOnly, isLong = false, inputRef } = props;
  const { text, refusal, isUntouched, write, commit, onKeyDown } = useDrafting(props);
  const id = useId();
  const isWrong = refusal !== null || problem?.severity === 'error';
  const common = {
    id,
    className: 'field',
    value: text,
    readOnly: isReadOnly,
    'data-untouched': isUntouched ? true : undefined,
    'aria-describedby': `${id}-note`,
    'aria-invalid': isWrong ? (true as const) : undefined,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => write(event.target.value),
    onBlur: commit,
    onKeyDown,
  };
  return (
    <div className={`inspector-field inspector-field--${props.width ?? 'wide'}`}>
      <label htmlFor={id}>{label}</label>
      {isLong ? (
        <textarea {...common} rows={Math.min(8, Math.max(2, Math.ceil(text.length / 44)))} />
      ) : (
        <input {...common} ref={inputRef} inputMode={props.inputMode} />
      )}
      <FieldNote id={`${id}-note`} refusal={refusal} problem={problem} hint={hint} />
    </div>
  );
}
