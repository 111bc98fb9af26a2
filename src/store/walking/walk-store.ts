import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Asked, PlayedCase, WalkEvent } from '#cases/played-case.ts';
import type { CaseRecord } from '#store/saving/database.ts';
import type { StorageFailure } from '#store/saving/outcome.ts';

/** Something that was asked of the case and refused, and why. */
export interface RefusedRequest {
  readonly event: WalkEvent;
  readonly reasons: Extract<Asked, { readonly kind: 'refused' }>['reasons'];
}

/** Whether the case on the screen is kept in the browser. `not-here`: another tab keeps it. */
export type CaseKeeping =
  | { readonly kind: 'kept' | 'waiting' | 'not-here' }
  | { readonly kind: 'failed'; readonly failure: StorageFailure };

/** The case that is walked, or null where none has been begun, and what the browser keeps beside it. */
export interface WalkState {
  readonly played: PlayedCase | null;
  /** The workspace that it is a case of; null until one has been entered. */
  readonly workspace: string | null;
  /** False while it is being looked up whether a case was walked before. */
  readonly isReady: boolean;
  /** The scripted case that it was opened from and still is; empty where it is none. */
  readonly script: string;
  /** The named case that it was opened from or last saved as; empty where there is none. */
  readonly savedAs: string;
  /** The case as it was last saved; null where it never was. */
  readonly saved: PlayedCase | null;
  readonly keeping: CaseKeeping;
  /** The cases kept under a name, the one kept last first. */
  readonly named: readonly CaseRecord[];
  /** The named case that was just deleted, until another is: it can be brought back. */
  readonly deleted: CaseRecord | null;
  /** The name under which a case was put aside by itself, as another was opened; null where none was. */
  readonly putAside: string | null;
  /** What was last asked and refused; null once something else was done. */
  readonly refused: RefusedRequest | null;
}

export type WalkStore = StoreApi<WalkState>;

export const NO_CASE: Pick<WalkState, 'played' | 'script' | 'savedAs' | 'saved' | 'refused'> = {
  played: null,
  script: '',
  savedAs: '',
  saved: null,
  refused: null,
};

export const createWalkStore = (): WalkStore =>
  createStore<WalkState>(() => ({
    ...NO_CASE,
    workspace: null,
    isReady: false,
    keeping: { kind: 'kept' },
    named: [],
    deleted: null,
    putAside: null,
  }));

/** True where both tell the same, however far they have been played. */
export const isSameCase = (one: PlayedCase, other: PlayedCase): boolean =>
  one.name === other.name && one.about === other.about && one.input === other.input && one.branches === other.branches;

/** True while something happened in the case that no file and no named case holds. */
export const isUnsaved = ({ played, saved }: Pick<WalkState, 'played' | 'saved'>): boolean =>
  played !== null &&
  played.branches.some(({ events }) => events.length > 0) &&
  (saved === null || !isSameCase(played, saved));
