import { useCallback, useEffect, useState } from 'react';
import { branchOf, type PlayedCase, playedTo } from '#cases/played-case.ts';
import type { WalkNow } from './walk-now.ts';

/** How fast a history plays: events a second, or all the answers on a form at once. */
export const SPEEDS = [
  { name: '1 a second', every: 1000, isByForm: false },
  { name: '5 a second', every: 200, isByForm: false },
  { name: 'a form a second', every: 1000, isByForm: true },
] as const;
export type Speed = (typeof SPEEDS)[number];

/** A history that plays by itself. */
export interface Play {
  readonly isPlaying: boolean;
  readonly speed: Speed;
  readonly setSpeed: (speed: Speed) => void;
  /** Plays on; from the beginning where the end has been reached. */
  readonly start: () => void;
  readonly stop: () => void;
}

const lastOf = ({ played, stops }: WalkNow): number => stops?.at ?? branchOf(played).events.length;

const prefersStill = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The next moment to show. */
function nextMoment(played: PlayedCase, last: number, { isByForm }: Speed): number {
  const { events } = branchOf(played);
  let at = played.at + 1;
  // Where motion is not wanted, the screen changes no more often than it has to.
  if (!isByForm && !prefersStill()) return Math.min(at, last);
  while (at < last && events[at - 1]?.type === 'fill' && events[at]?.type === 'fill') at += 1;
  return Math.min(at, last);
}

/** A key that stops does nothing else: on the button it would start again. Tab still goes on. */
function useStopOnKey(isPlaying: boolean, stop: () => void): void {
  useEffect(() => {
    if (!isPlaying) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Tab') {
        event.preventDefault();
        event.stopPropagation();
      }
      stop();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [isPlaying, stop]);
}

/** Plays the history of a case, an event at a time. Any key stops it. */
export function usePlay(walk: WalkNow): Play {
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(SPEEDS[0]);
  const { played, change } = walk;
  const last = lastOf(walk);
  const isOver = played.at >= last;
  const stop = useCallback(() => setPlaying(false), []);
  useEffect(() => {
    if (!isPlaying) return undefined;
    const next = nextMoment(played, last, speed);
    const timer = window.setTimeout(() => {
      change((now) => playedTo(now, next));
      if (next >= last) setPlaying(false);
    }, speed.every);
    return () => window.clearTimeout(timer);
  }, [isPlaying, played, change, last, speed]);
  useStopOnKey(isPlaying, stop);
  return {
    isPlaying,
    speed,
    setSpeed,
    stop,
    start: () => {
      if (isOver) change((now) => playedTo(now, 0));
      setPlaying(true);
    },
  };
}
