import type { SavedFiles } from '#pipeline/write-files.ts';
import type { AppStore } from '#store/create-store.ts';
import type { BrowserPorts } from '#store/saving/browser-ports.ts';
import type { DraftFacts } from '#store/saving/database.ts';
import type { Drafts } from '#store/saving/drafts.ts';
import type { DraftOrigin } from '#store/saving/folder.ts';
import type { Settings } from '#store/saving/settings.ts';
import type { Claims } from './claims.ts';
import type { KeeperState, Notice } from './keeper-state.ts';
import type { Sitting } from './start-sitting.ts';

/** The tab's own memory of which workspace it had open, which a reload leaves as it is. */
export interface TabMemory {
  readonly last: () => string | null;
  readonly remember: (id: string) => void;
}

/** What the keeper reaches outside itself. */
export interface KeeperPorts extends BrowserPorts {
  readonly drafts: Drafts;
  readonly settings: Settings;
  readonly tab: TabMemory;
  readonly today: () => string;
  readonly newId: () => string;
  readonly download: (name: string, bytes: Uint8Array, type?: string) => void;
}

/** What is known of a workspace before it is opened. */
export interface Plan {
  readonly id: string;
  readonly name: string;
  readonly origin: DraftOrigin;
  /** The files as they were last saved; null: as they are opened. */
  readonly base: SavedFiles | null;
  readonly kept: DraftFacts | null;
  readonly notice: Notice | null;
}

/** What the parts of the keeper share. */
export interface Desk {
  readonly app: AppStore;
  readonly ports: KeeperPorts;
  readonly claims: Claims;
  readonly get: () => KeeperState;
  readonly set: (change: Partial<KeeperState>) => void;
  /** The workspace that is shown; null before the first is. */
  readonly sitting: () => Sitting | null;
  /** What was planned for each opening, by its number. */
  readonly plans: Map<number, Plan>;
  /** Lets edits through, or says why not, by how things stand. */
  readonly settleReadOnly: () => void;
}
