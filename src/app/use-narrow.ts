import { useSyncExternalStore } from 'react';

/** Below this a diagram cannot be read, at 400 % zoom for one: the list takes its place. */
const NARROW = window.matchMedia('(max-width: 640px)');

function subscribe(tell: () => void): () => void {
  NARROW.addEventListener('change', tell);
  return () => NARROW.removeEventListener('change', tell);
}

export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => NARROW.matches);
