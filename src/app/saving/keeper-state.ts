import type { FileDifference } from '#pipeline/compare-files.ts';
import type { Standing } from '#store/saving/claim-workspace.ts';
import type { DraftFacts } from '#store/saving/database.ts';
import type { VersionSummary } from '#store/saving/drafts.ts';
import type { DraftOrigin } from '#store/saving/folder.ts';
import type { KeepingState } from '#store/saving/keeper.ts';

/** What is said once about where the work on the screen comes from, until it is dismissed. */
export type Notice =
  /** Unsaved work was there in the browser, and is open again. */
  | { readonly kind: 'brought-back'; readonly at: number; readonly edits: number }
  /** What was opened from a file was worked on before in this browser, and that is not saved. */
  | { readonly kind: 'earlier-work'; readonly draft: DraftFacts };

/** The last time that the work left the browser for a file. */
export interface LastSaved {
  readonly at: number;
  /** Null after the page was opened again, when only the time is known. */
  readonly how: 'folder' | 'zip' | null;
}

export type SavingDialog = 'drafts' | 'versions' | 'name';

/** What the app knows of keeping the open workspace safe. */
export interface KeeperState {
  readonly keeping: KeepingState;
  /** The names of what was done since the last save to a file, the latest last. */
  readonly unsaved: readonly string[];
  readonly lastSaved: LastSaved | null;
  readonly origin: DraftOrigin;
  readonly role: Standing;
  /** True while files are written to the folder. */
  readonly isSaving: boolean;
  /** Why something could not be opened or saved, and what to do; null when nothing went wrong. */
  readonly problem: string | null;
  readonly notice: Notice | null;
  /** What somebody else changed on disk meanwhile, for a person to choose from; null when nothing waits for that. */
  readonly conflict: readonly FileDifference[] | null;
  /** The earlier state that is looked at; null when it is the present one. */
  readonly looking: VersionSummary | null;
  readonly dialog: SavingDialog | null;
  /** True when something was written down without a name, and none is known. */
  readonly asksName: boolean;
  readonly displayName: string;
}

export const EXAMPLE: DraftOrigin = { kind: 'example' };

/** What is known of a workspace when nothing was done to it. */
export const untouched = (at: number): KeeperState => ({
  keeping: { kind: 'kept', at },
  unsaved: [],
  lastSaved: null,
  origin: EXAMPLE,
  role: 'owner',
  isSaving: false,
  problem: null,
  notice: null,
  conflict: null,
  looking: null,
  dialog: null,
  asksName: false,
  displayName: '',
});
