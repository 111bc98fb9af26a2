import { useEffect, useId, useRef, useState } from 'react';

interface AskWhyProps {
  /** What the button says: "Cancel step". */
  readonly words: string;
  /** What is asked: "Why is it cancelled?" */
  readonly question: string;
  readonly onDo: (reason: string) => void;
}

/** A button that asks for a reason before it does anything. Enter does it, Escape leaves. */
export function AskWhy({ words, question, onDo }: AskWhyProps): React.JSX.Element {
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (isAsking) field.current?.focus();
    else if (wasAsking.current) button.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  if (!isAsking)
    return (
      <button ref={button} type="button" className="small-button" onClick={() => setAsking(true)}>
        {words}
      </button>
    );
  return (
    <form
      className="case-why"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') setMissing(true);
        else onDo(reason.trim());
      }}
    >
      <label htmlFor={id}>{question}</label>
      {isMissing && (
        <span id={`${id}-missing`} role="alert" className="case-odd">
          Write a reason
        </span>
      )}
      <input
        id={id}
        className="field case-line"
        ref={field}
        autoComplete="off"
        value={reason}
        aria-invalid={isMissing}
        aria-describedby={isMissing ? `${id}-missing` : undefined}
        onChange={({ target }) => setReason(target.value)}
        onKeyDown={({ key }) => {
          if (key === 'Escape') setAsking(false);
        }}
      />
      <span className="case-buttons">
        <button type="submit" className="small-button">
          {words}
        </button>
        <button type="button" className="text-button" onClick={() => setAsking(false)}>
          Do not
        </button>
      </span>
    </form>
  );
}
