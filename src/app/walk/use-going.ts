import { useCallback, useEffect, useRef } from 'react';
import { STEP_HEADING } from '#views/walk-case/step-head.tsx';
import type { Going } from '#walk/element-places.ts';
import { showBeside } from './beside-address.ts';
import { goToPlace } from './case-places.ts';
import type { WalkNow } from './walk-now.ts';

/** Chooses the step of a place, lights the place, and takes the keyboard to it once its form is there. */
export function useGoing({ step, choose, light, lit, store }: WalkNow): (going: Going) => void {
  const wanted = useRef<Going | null>(null);
  const { element } = lit;
  useEffect(() => {
    const going = wanted.current;
    if (going === null || going.step !== step?.key) return;
    wanted.current = null;
    if (!goToPlace(going.place)) document.getElementById(STEP_HEADING)?.focus();
  });
  return useCallback(
    (going: Going) => {
      wanted.current = going;
      // Where there is room for one part of the screen alone, the case takes the place of what stands beside it.
      showBeside(store, { wide: '', part: '' });
      // What is looked at in the return stays looked at; another value, so that the form hears of it.
      light({ places: [going.place], element });
      choose(going.step);
    },
    [choose, light, store, element],
  );
}
