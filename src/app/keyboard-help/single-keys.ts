import { useSyncExternalStore } from 'react';

const NAME = 'throughline.single-keys';
const listeners = new Set<() => void>();

/** Whether keys without Ctrl do anything away from the map, the grid and the lists: whoever dictates turns them off. */
export function areSingleKeysOn(): boolean {
  try {
    return window.localStorage.getItem(NAME) !== 'off';
  } catch {
    // Where nothing may be kept, nothing was turned off.
    return true;
  }
}

/** Turns them on or off, in this browser, until they are turned again. */
export function setSingleKeys(areOn: boolean): void {
  try {
    if (areOn) window.localStorage.removeItem(NAME);
    else window.localStorage.setItem(NAME, 'off');
  } catch {
    return;
  }
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, areSingleKeysOn);
