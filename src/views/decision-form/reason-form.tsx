import { useEffect, useId, useRef, useState } from 'react';
import type { Offer } from './decisions-for.ts';

interface ReasonFormProps {
  readonly offer: Offer;
  /** The reason that stands already. */
  readonly reason: string;
  readonly onSave: (reason: string) => void;
  readonly onCancel: () => void;
}

function onReasonKey(event: React.KeyboardEvent, save: () => void, cancel: () => void): void {
  const isSaving = event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing;
  if (isSaving) save();
  if (event.key === 'Escape') cancel();
  if (isSaving || event.key === 'Escape') event.preventDefault();
}

/** Asks for the reason of a decision, in place. Enter saves, Escape leaves. */
export function ReasonForm({ offer, reason, onSave, onCancel }: ReasonFormProps): React.JSX.Element {
  const [text, setText] = useState(reason);
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  function save(): void {
    const said = text.trim().replace(/\s+/gu, ' ');
    if (said === '' && offer.needsReason) {
      setMissing(true);
      field.current?.focus();
    } else onSave(said);
  }
  return (
    <form
      className={isMissing ? 'reason-form reason-form--missing' : 'reason-form'}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label htmlFor={id}>
        {offer.words}: why?{offer.needsReason ? '' : ' (may be left empty)'}
      </label>
      {isMissing && (
        <p className="reason-form__error" id={`${id}-error`} role="alert">
          Write down why, so that nobody has to ask again.
        </p>
      )}
      <textarea
        ref={field}
        id={id}
        className="field reason-form__text"
        rows={3}
        value={text}
        aria-describedby={isMissing ? `${id}-error ${id}-hint` : `${id}-hint`}
        aria-invalid={isMissing}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => onReasonKey(event, save, onCancel)}
      />
      <p className="panel__note" id={`${id}-hint`}>
        Enter saves, Escape leaves. No names of children or families.
      </p>
      <div className="decision-form__buttons">
        <button type="submit" className="decide-button decide-button--save">
          Save the decision
        </button>
        <button type="button" className="small-button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
