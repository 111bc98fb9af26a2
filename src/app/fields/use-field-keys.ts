import { useEffect, useEffectEvent } from 'react';

/** What the keys with Alt do, by the place of the key, which layouts of letters leave alone. */
export interface FieldKeys {
  readonly accept: () => void;
  readonly reject: () => void;
  readonly flag: () => void;
  readonly next: () => void;
}

const ACTIONS: Readonly<Record<string, keyof FieldKeys>> = {
  KeyA: 'accept',
  KeyR: 'reject',
  KeyG: 'flag',
  KeyN: 'next',
};

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('textarea, input:not([type=checkbox])');

/** Maps by keyboard wherever it stands on the screen, but in a text that is being written. */
export function useFieldKeys(keys: FieldKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const action = ACTIONS[event.code];
    const isOurs = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (action === undefined || !isOurs || isWriting(event.target)) return;
    event.preventDefault();
    keys[action]();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
