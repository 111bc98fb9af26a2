import { keepOnLeaving } from '#store/saving/leaving.ts';
import { type CaseKeeper, createCaseKeeper } from '#store/walking/case-keeper.ts';
import { openKeptCases } from '#store/walking/kept-cases.ts';
import { createWalkStore, type WalkStore } from '#store/walking/walk-store.ts';

function indexedDb(): IDBFactory | null {
  try {
    return window.indexedDB;
  } catch {
    // Where nothing may be kept, the case lives as long as the tab.
    return null;
  }
}

/** The case of this tab: it stays while other screens are looked at. */
export const WALKING: WalkStore = createWalkStore();

/** Keeps the case of this tab, and those that people keep under a name. */
export const CASES: CaseKeeper = createCaseKeeper(WALKING, {
  cases: openKeptCases(indexedDb()),
  clock: () => Date.now(),
  newId: () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`,
  startTimer: (run, after) => {
    const timer = setTimeout(run, after);
    return () => clearTimeout(timer);
  },
});

keepOnLeaving({ document, window }, () => void CASES.flush());
