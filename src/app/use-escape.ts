import { useEffect, useEffectEvent } from 'react';

/** Does something on Escape wherever the keyboard is, but in a field that has a use for the key itself. */
export function useEscape(act: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === 'Escape' && !isField && !event.defaultPrevented) act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
