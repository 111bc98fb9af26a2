import type { ClaimPorts } from './claim-workspace.ts';
import type { StoragePorts } from './drafts.ts';
import type { Folder } from './folder.ts';
import { type HashBytes, hashWith } from './hash-bytes.ts';
import type { PageEvents } from './leaving.ts';
import type { ShowFolderPicker } from './pick-folder.ts';
import type { TextStorage } from './settings.ts';
import type { StartTimer } from './timer.ts';

/** What the browser offers for keeping work safe; null where it does not. */
export interface BrowserPorts extends StoragePorts, ClaimPorts {
  readonly hash: HashBytes;
  readonly clock: () => number;
  readonly startTimer: StartTimer;
  readonly page: PageEvents;
  readonly texts: TextStorage | null;
  readonly showFolderPicker: ShowFolderPicker | null;
}

/** Some browsers throw where they only mean that a thing is not allowed. */
function orNull<Value>(find: () => Value | null | undefined): Value | null {
  try {
    return find() ?? null;
  } catch {
    return null;
  }
}

const startTimer: StartTimer = (run, after) => {
  const timer = setTimeout(run, after);
  return () => clearTimeout(timer);
};

interface WithPicker {
  showDirectoryPicker(options: { readonly mode: 'readwrite' }): Promise<Folder>;
}

const hasPicker = (window: object): window is WithPicker =>
  'showDirectoryPicker' in window && typeof window.showDirectoryPicker === 'function';

/** What this browser offers. Pages that are not served securely lack some of it, though the types say otherwise. */
export function browserPorts(window: Window & typeof globalThis): BrowserPorts {
  const { navigator, document } = window;
  const storage: StorageManager | null = orNull(() => navigator.storage);
  const crypto: Crypto | null = orNull(() => window.crypto);
  return {
    indexedDb: orNull(() => window.indexedDB),
    persist: storage === null ? null : () => storage.persist(),
    locks: orNull(() => navigator.locks),
    channel: orNull(() => new window.BroadcastChannel('throughline')),
    hash: hashWith(orNull(() => crypto?.subtle)),
    clock: () => Date.now(),
    startTimer,
    page: { document, window },
    texts: orNull(() => window.localStorage),
    showFolderPicker: hasPicker(window) ? (options) => window.showDirectoryPicker(options) : null,
  };
}
