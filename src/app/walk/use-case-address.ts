import { useEffect, useRef } from 'react';
import type { ScreenProps } from '#app/use-shown.ts';
import { branchOf, type PlayedCase, playedTo } from '#cases/played-case.ts';
import type { AppStore } from '#store/create-store.ts';
import { withOwn } from '#store/view.ts';
import type { WalkState } from '#store/walking/walk-store.ts';
import { CASES, WALKING } from './walking.ts';

/** What an address says of a case: the scripted case that it is, and how many events have been played; empty: all. */
interface CaseWords {
  readonly case: string;
  readonly at: string;
}

function wordsOf({ played, script }: WalkState): CaseWords {
  if (played === null) return { case: '', at: '' };
  const isAtEnd = played.at === branchOf(played).events.length;
  return { case: script, at: isAtEnd ? '' : String(played.at) };
}

const wordsIn = (store: AppStore): CaseWords => {
  const { own } = store.getState().view;
  return { case: own['case'] ?? '', at: own['at'] ?? '' };
};

const isSame = (one: CaseWords, other: CaseWords): boolean => one.case === other.case && one.at === other.at;

/** The case played to where an address says. */
export function playedAsSaid(played: PlayedCase, at: string): PlayedCase {
  const events = Number(at);
  return playedTo(played, at === '' || !Number.isInteger(events) ? branchOf(played).events.length : events);
}

/** Whether somebody went elsewhere in the history, or opened another case: a step of its own for the back button. */
function isStep({ played: to, script }: WalkState, before: WalkState): boolean {
  const from = before.played;
  if (script !== '' && script !== before.script) return true;
  return to !== null && from !== null && to.branches === from.branches && Math.abs(to.at - from.at) > 1;
}

/** Writes in the address what is on the screen. */
function write(store: AppStore, state: WalkState, before: WalkState | null): void {
  const { view } = store.getState();
  const words = wordsOf(state);
  if (view.screen !== 'walk' || !state.isReady || isSame(words, wordsIn(store))) return;
  store.show({ own: withOwn(view, { ...words }).own }, before !== null && isStep(state, before) ? 'push' : 'replace');
}

interface Reading {
  readonly said: CaseWords;
  readonly open: (name: string, at: string) => void;
  /** True where the screen has just been opened. */
  readonly isFirst: boolean;
}

/** Brings on the screen what the address says. */
function read(store: AppStore, { said, open, isFirst }: Reading): void {
  const state = WALKING.getState();
  // An address that is another by now was answered already.
  if (isSame(said, wordsOf(state)) || !isSame(said, wordsIn(store))) return;
  if (said.case !== '' && said.case !== state.script) open(said.case, said.at);
  else if (isFirst && said.at === '') write(store, state, null);
  else if (said.case === '' && state.script !== '') CASES.close();
  else if (state.played !== null) WALKING.setState({ played: playedAsSaid(state.played, said.at), refused: null });
  else write(store, state, null);
}

/** Keeps the address and the case the same, so that a link opens a scripted case where it says, and back goes back. */
export function useCaseAddress(
  { store, shown }: ScreenProps,
  isReady: boolean,
  open: (name: string, at: string) => void,
): void {
  const isFirst = useRef(true);
  const { case: name = '', at = '' } = shown.view.own;
  useEffect(() => {
    if (!isReady) return;
    read(store, { said: { case: name, at }, open, isFirst: isFirst.current });
    isFirst.current = false;
  }, [store, open, isReady, name, at]);
  useEffect(() => {
    let seen = WALKING.getState();
    return WALKING.subscribe(() => {
      // What hears of a change may change something in turn, so this may be told of the later one first.
      const now = WALKING.getState();
      if (now.played === seen.played && now.isReady === seen.isReady) return;
      const before = seen;
      seen = now;
      // Until it is known what was walked before, the address is the one to be heard.
      if (before.isReady) write(store, now, before);
    });
  }, [store]);
}
