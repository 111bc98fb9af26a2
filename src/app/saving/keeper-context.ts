import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { invariant } from '#model/assert.ts';
import type { Keeper } from './create-keeper.ts';
import type { KeeperState } from './keeper-state.ts';

/** The keeper of the page, for whatever stands in it. */
export const KeeperContext = createContext<Keeper | null>(null);

export function useKeeper(): Keeper {
  const keeper = useContext(KeeperContext);
  invariant(keeper !== null, 'there is no keeper around this component');
  return keeper;
}

/** A part of what the keeper knows, as it is now. */
export const useKept = <Part>(part: (state: KeeperState) => Part): Part => useStore(useKeeper(), part);
