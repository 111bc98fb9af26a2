import { useEffect, useEffectEvent } from 'react';
import { isDialogOpen, isWriting } from '#app/keyboard-help/is-writing.ts';
import { areSingleKeysOn } from '#app/keyboard-help/single-keys.ts';

interface HistoryKeys {
  readonly onBack: () => void;
  readonly onForward: () => void;
}

/** Presses a button of another part of the screen, and goes to it. */
function press(id: string): void {
  document.getElementById(id)?.click();
}

/** `[` goes back in the history, `]` forward, `n` to the next mandatory question without an answer. */
export function useHistoryKeys({ onBack, onForward }: HistoryKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    // On many keyboards the brackets are typed with AltGr, which looks like Ctrl and Alt together.
    const isPlain = ctrlKey === altKey && !metaKey;
    if (!isPlain || event.isComposing || isDialogOpen() || isWriting(event.target) || !areSingleKeysOn()) return;
    if (key === '[') onBack();
    else if (key === ']') onForward();
    else if (key === 'n' && !altKey) press('next-unanswered');
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
