import { useEffect, useEffectEvent } from 'react';
import { isDialogOpen, isWriting } from '#app/keyboard-help/is-writing.ts';
import { areSingleKeysOn } from '#app/keyboard-help/single-keys.ts';

/** Single keys of the map: they count while the keyboard is on the map, and while it is nowhere if single keys are on. */
export function useMapKeys(keys: Readonly<Record<string, () => void>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const act = keys[event.key];
    if (act === undefined || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isWriting(event.target) || isDialogOpen()) return;
    const isOnMap = event.target instanceof Element && event.target.closest('#main') !== null;
    const isNowhere = event.target === document.body && areSingleKeysOn();
    if (!isOnMap && !isNowhere) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
