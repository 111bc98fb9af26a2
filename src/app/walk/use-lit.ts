import { useEffect, useRef, useState } from 'react';
import { type PlayedCase, playedEvents } from '#cases/played-case.ts';
import { type Lit, NOTHING_LIT, placesOfEvent } from '#walk/lit.ts';
import type { WalkNow } from './walk-now.ts';

/** Whether somebody did something in the case, rather than go through its history or open another. */
const isDoing = (before: PlayedCase, played: PlayedCase): boolean =>
  before.input === played.input && before.branches !== played.branches;

/** What is pointed at. As the history is gone through, or played, it is the answer that was given last. */
export function useLit(played: PlayedCase | null): Pick<WalkNow, 'lit' | 'light'> {
  const [lit, light] = useState<Lit>(NOTHING_LIT);
  const seen = useRef<PlayedCase | null>(null);
  useEffect(() => {
    const before = seen.current;
    seen.current = played;
    if (played === null || played === before || (before !== null && isDoing(before, played))) return;
    light({ places: placesOfEvent(playedEvents(played).at(-1)), element: null });
  }, [played]);
  return { lit, light };
}
