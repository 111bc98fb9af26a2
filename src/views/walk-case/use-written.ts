import { useEffect, useRef, useState } from 'react';

/** A text that is being written, and what becomes of it. */
export interface Written {
  readonly text: string;
  readonly write: (text: string) => void;
  /** Hands over what was written, if it is something else than what stands there. */
  readonly hand: (text?: string) => void;
  /** Goes back to what stands there. */
  readonly restore: () => void;
}

/**
 * A text on its way into the case. It is handed over when the writer leaves the field; where the field goes away first,
 * as when another step is chosen, then at that moment, so that nothing written is lost.
 */
export function useWritten(value: string, onAnswer: (text: string) => void): Written {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const latest = useRef({ text, value, onAnswer });
  if (seen !== value) {
    setSeen(value);
    setText(value);
  }
  useEffect(() => {
    latest.current = { text, value, onAnswer };
  });
  useEffect(
    () => () => {
      const now = latest.current;
      if (now.text !== now.value) now.onAnswer(now.text);
    },
    [],
  );
  return {
    text,
    write: setText,
    hand: (given = text) => {
      if (given !== value) onAnswer(given);
    },
    restore: () => setText(value),
  };
}
