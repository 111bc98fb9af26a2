import {
  compareWithDisk,
  type DiskChange,
  type MergeChoices,
  mergeWithDisk,
  withFiles,
} from '#pipeline/compare-files.ts';
import { changesTo } from '#pipeline/saved-state.ts';
import { currentFiles, type OpenFiles, type SavedFiles, zipFiles, zipName } from '#pipeline/write-files.ts';
import type { DraftOrigin, Folder } from '#store/saving/folder.ts';
import { describeFolderFailure } from '#store/saving/folder-failure.ts';
import { pickFolder } from '#store/saving/pick-folder.ts';
import { findRoot } from '#store/saving/read-folder.ts';
import { type SaveOutcome, saveToFolder } from '#store/saving/save-folder.ts';
import type { Desk } from './desk.ts';
import type { LastSaved } from './keeper-state.ts';
import { openPlanned } from './opening.ts';
import type { Sitting } from './start-sitting.ts';

/** Ways out of the browser into files. */
export interface SavingOut {
  /** To the folder it came from; where there is none, as a zip. Call it from a click or a key. */
  readonly save: () => Promise<void>;
  /** To a folder that the person picks, which is the workspace's own from then on. */
  readonly saveToPicked: () => Promise<void>;
  readonly downloadZip: () => Promise<void>;
  /** Joins what others wrote with what was done here, and saves. */
  readonly join: (choices: MergeChoices) => Promise<void>;
  /** Leaves everything as it is, here and on disk. */
  readonly cancelJoining: () => void;
}

/** A folder to save to, and what stands in it as far as is known. */
interface Target {
  readonly folder: Folder;
  readonly base: SavedFiles;
}

/** A save that met what somebody else had written. */
interface Meeting {
  readonly sitting: Sitting;
  readonly target: Target;
  readonly changes: readonly DiskChange[];
}

type SetMeeting = (meeting: Meeting | null) => void;

const openFiles = (desk: Desk): OpenFiles | null => desk.app.getState().shown?.opened ?? null;

async function noteSaved(
  desk: Desk,
  sitting: Sitting,
  how: LastSaved['how'],
  save: { readonly saved: OpenFiles; readonly base: SavedFiles; readonly origin: DraftOrigin },
): Promise<void> {
  const { saved, base, origin } = save;
  sitting.setPlace({ origin, base });
  sitting.setSaved(saved);
  const reason =
    origin.kind === 'folder' && how === 'folder' ? `Saved to the folder ${origin.name}` : 'Downloaded as a zip';
  await sitting.autosave.saved({ saved, base, origin, reason });
  desk.set({ origin, unsaved: sitting.autosave.unsaved(), lastSaved: { at: desk.ports.clock(), how }, problem: null });
}

async function hearOutcome(
  desk: Desk,
  meeting: Omit<Meeting, 'changes'> & { readonly saved: OpenFiles },
  outcome: SaveOutcome,
  setMeeting: SetMeeting,
): Promise<void> {
  const { sitting, target, saved } = meeting;
  const { folder } = target;
  const origin = { kind: 'folder', name: folder.name, folder } as const;
  if (outcome.kind === 'saved') return noteSaved(desk, sitting, 'folder', { saved, base: outcome.base, origin });
  if (outcome.kind === 'changed-on-disk') {
    setMeeting({ sitting, target, changes: outcome.changes });
    desk.set({ conflict: compareWithDisk(saved, outcome.changes) });
    return undefined;
  }
  const own = sitting.place().origin;
  const isOwn = own.kind === 'folder' && own.folder === folder;
  if (isOwn) sitting.setPlace({ origin, base: outcome.base });
  desk.set({ problem: `Not saved. ${describeFolderFailure(outcome.failure)} Your work is still here.` });
  return undefined;
}

/** The example in a folder is a workspace of its own: from then on that is what is open, and the example is as it came. */
async function leaveExample(desk: Desk, { plan, place }: Sitting, folder: Folder): Promise<void> {
  const { origin, base } = place();
  const { name } = folder;
  // What is done from here to there would be done to neither.
  desk.app.setReadOnly(`The example is becoming the workspace ${name}.`);
  const id = `folder ${desk.ports.newId()}`;
  const read = await desk.ports.drafts.read(plan.id);
  const facts = read.kind === 'done' ? (read.value?.facts ?? null) : null;
  const kept = facts === null ? null : { ...facts, edits: [], counter: 0 };
  await openPlanned(
    desk,
    { kind: 'kept', name, files: base, isSame: true },
    { id, name, origin, base, kept, notice: null },
  );
  await desk.ports.drafts.remove(plan.id);
}

async function saveTo(desk: Desk, sitting: Sitting, target: Target, setMeeting: SetMeeting): Promise<void> {
  const saved = openFiles(desk);
  if (saved === null || desk.get().isSaving) return;
  desk.set({ isSaving: true, problem: null, conflict: null });
  try {
    const outcome = await saveToFolder(target.folder, {
      files: currentFiles(sitting.asOpened, saved),
      base: target.base,
    });
    await hearOutcome(desk, { sitting, target, saved }, outcome, setMeeting);
    const isUntouched = openFiles(desk) === saved;
    const isExample = sitting.plan.origin.kind === 'example';
    if (outcome.kind === 'saved' && isExample && isUntouched) await leaveExample(desk, sitting, target.folder);
  } finally {
    desk.set({ isSaving: false });
  }
}

/** A zip of a workspace that has a folder is a copy: what is to be saved to the folder still is. */
async function downloadZip(desk: Desk, sitting: Sitting): Promise<void> {
  const { shown } = desk.app.getState();
  if (shown === null) return;
  const saved = shown.opened;
  const files = currentFiles(sitting.asOpened, saved);
  const { authority } = saved.value.manifest;
  desk.ports.download(zipName(authority, desk.ports.today()), zipFiles(files), 'application/zip');
  if (desk.get().looking !== null || desk.get().role === 'reader') return;
  const { origin } = sitting.place();
  const hasFolder = origin.kind === 'folder' && origin.folder !== null;
  if (hasFolder) await sitting.autosave.putBy('Downloaded as a zip');
  else await noteSaved(desk, sitting, 'zip', { saved, base: files, origin });
}

async function pickTarget(desk: Desk): Promise<Folder | null> {
  const { showFolderPicker } = desk.ports;
  if (showFolderPicker === null) return null;
  const picked = await pickFolder(showFolderPicker);
  const root = picked.kind === 'done' && picked.value !== null ? await findRoot(picked.value) : picked;
  if (root.kind === 'failed') desk.set({ problem: describeFolderFailure(root.failure) });
  return root.kind === 'done' ? root.value : null;
}

/** The changed files as they are joined, as one edit that can be undone; null where nothing has to change here. */
function joinHere(desk: Desk, changes: readonly DiskChange[], choices: MergeChoices): void {
  const opened = openFiles(desk);
  if (opened === null) return;
  const merged = changesTo(opened, mergeWithDisk(opened, changes, choices));
  const files = merged.length === 1 ? (merged[0]?.file ?? '') : `${merged.length} files`;
  if (merged.length > 0) desk.app.edit({ name: `take in what others wrote in ${files}`, changes: merged });
}

export function newSavingOut(desk: Desk): SavingOut {
  let meeting: Meeting | null = null;
  const setMeeting: SetMeeting = (next) => {
    meeting = next;
  };
  const canSave = (): Sitting | null => {
    const { role, looking, isSaving } = desk.get();
    return role === 'reader' || looking !== null || isSaving ? null : desk.sitting();
  };
  return {
    save: async () => {
      const sitting = canSave();
      if (sitting === null) return;
      const { origin, base } = sitting.place();
      const folder = origin.kind === 'folder' ? origin.folder : null;
      await (folder === null ? downloadZip(desk, sitting) : saveTo(desk, sitting, { folder, base }, setMeeting));
    },
    saveToPicked: async () => {
      const sitting = canSave();
      const folder = sitting === null ? null : await pickTarget(desk);
      if (sitting !== null && folder !== null) await saveTo(desk, sitting, { folder, base: new Map() }, setMeeting);
    },
    downloadZip: async () => {
      const sitting = desk.sitting();
      if (sitting !== null) await downloadZip(desk, sitting);
    },
    join: async (choices) => {
      const met = meeting;
      setMeeting(null);
      desk.set({ conflict: null });
      if (met === null || met.sitting !== desk.sitting()) return;
      joinHere(desk, met.changes, choices);
      const onDisk = new Map(met.changes.map(({ file, disk }) => [file, disk] as const));
      const target = { folder: met.target.folder, base: withFiles(met.target.base, onDisk) };
      await saveTo(desk, met.sitting, target, setMeeting);
    },
    cancelJoining: () => {
      setMeeting(null);
      desk.set({ conflict: null });
    },
  };
}
