import type { DraftFacts } from './database.ts';
import type { Folder } from './folder.ts';
import { type FolderFailure, toFolderFailure } from './folder-failure.ts';
import { done, errorName, failed, type Outcome } from './outcome.ts';

const READ_AND_WRITE = { mode: 'readwrite' } as const;

/** Has the person pick a folder, to read and to write. */
export type ShowFolderPicker = (options: typeof READ_AND_WRITE) => Promise<Folder>;

/** The folder that the person picked; null where they thought better of it. */
export async function pickFolder(showPicker: ShowFolderPicker): Promise<Outcome<Folder | null, FolderFailure>> {
  try {
    return done(await showPicker(READ_AND_WRITE));
  } catch (error) {
    return errorName(error) === 'AbortError' ? done(null) : failed(toFolderFailure(error, ''));
  }
}

/** True where a folder may be used without asking; after a restart it usually may not. */
export async function isAllowed(folder: Folder): Promise<boolean> {
  try {
    return await isGranted(folder);
  } catch {
    return false;
  }
}

const isGranted = async (folder: Folder): Promise<boolean> =>
  folder.queryPermission === undefined || (await folder.queryPermission(READ_AND_WRITE)) === 'granted';

/** Asks to use a folder, where it is not allowed yet. Call it from a click: the browser asks only then. */
export async function allowFolder(folder: Folder): Promise<Outcome<null, FolderFailure>> {
  try {
    if (await isGranted(folder)) return done(null);
    if ((await folder.requestPermission?.(READ_AND_WRITE)) === 'granted') return done(null);
    return failed({ kind: 'permission', file: '' });
  } catch (error) {
    return failed(toFolderFailure(error, ''));
  }
}

/** The workspace that is kept from this very folder, the one kept last; null where there is none. */
export async function findDraftOf(folder: Folder, drafts: readonly DraftFacts[]): Promise<DraftFacts | null> {
  for (const draft of drafts) {
    const kept = draft.origin.kind === 'folder' ? draft.origin.folder : null;
    if (kept !== null && (await folder.isSameEntry(kept))) return draft;
  }
  return null;
}
