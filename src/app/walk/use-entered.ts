import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useKeeper, useKept } from '#app/saving/keeper-context.ts';
import type { ScreenProps } from '#app/use-shown.ts';
import { CASES, WALKING } from './walking.ts';

/** Brings the cases of the workspace that is open; true once it is known what was walked in it before. */
export function useEntered({ shown }: ScreenProps): boolean {
  const keeper = useKeeper();
  const isOwner = useKept((state) => state.role === 'owner');
  const { openedAs } = shown.shown;
  const isReady = useStore(WALKING, (state) => state.isReady);
  useEffect(() => {
    void CASES.enter(keeper.openId() ?? `opened ${openedAs}`, isOwner);
  }, [keeper, isOwner, openedAs]);
  return isReady;
}
