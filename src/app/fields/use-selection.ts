import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppStore } from '#store/create-store.ts';

/** The address follows the keyboard when it rests: a held arrow key would write it thirty times a second. */
const REST = 200;

export interface Selection {
  readonly selected: string | null;
  readonly select: (key: string | null) => void;
}

/** The question that the keyboard stands on, and through the address. */
export function useSelection(store: AppStore, question: string | null): Selection {
  const [held, setHeld] = useState({ key: question, from: question });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  let current = held;
  if (question !== held.from) {
    current = { key: question, from: question };
    setHeld(current);
  }
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  const select = useCallback(
    (key: string | null): void => {
      setHeld((now) => ({ ...now, key }));
      clearTimeout(timer.current ?? undefined);
      timer.current = setTimeout(() => store.show({ question: key }, 'replace'), REST);
    },
    [store],
  );
  return { selected: current.key, select };
}
