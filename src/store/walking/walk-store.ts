import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PlayedCase } from '#cases/played-case.ts';

/** The case that is walked, or null where none has been begun. */
export interface WalkState {
  readonly played: PlayedCase | null;
}

export type WalkStore = StoreApi<WalkState>;

export const createWalkStore = (): WalkStore => createStore<WalkState>(() => ({ played: null }));
