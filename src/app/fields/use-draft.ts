import { useEffect, useRef, useState } from 'react';

/** What is typed stands at once; whoever listens is told when the typing rests. */
export function useDraft(
  value: string,
  tell: (value: string) => void,
  rest = 150,
): readonly [string, (text: string) => void] {
  const [draft, setDraft] = useState({ text: value, from: value });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  let current = draft;
  if (value !== draft.from) {
    // Told by ourselves, it is what was typed; told by others, it wins.
    current = { text: value === draft.text.trim() ? draft.text : value, from: value };
    setDraft(current);
  }
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  function write(text: string): void {
    setDraft((now) => ({ ...now, text }));
    clearTimeout(timer.current ?? undefined);
    timer.current = setTimeout(() => tell(text.trim()), rest);
  }
  return [current.text, write];
}
