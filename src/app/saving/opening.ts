import type { WorkspaceInput } from '#pipeline/background.ts';
import type { DraftFacts } from '#store/saving/database.ts';
import type { Folder } from '#store/saving/folder.ts';
import { describeFolderFailure } from '#store/saving/folder-failure.ts';
import { describeStorageFailure } from '#store/saving/outcome.ts';
import { allowFolder, findDraftOf, pickFolder } from '#store/saving/pick-folder.ts';
import { findRoot, readFolder } from '#store/saving/read-folder.ts';
import type { Desk, Plan } from './desk.ts';
import { EXAMPLE } from './keeper-state.ts';

/** Ways to a workspace. */
export interface Opening {
  /** What the tab shows first: what it had open, or else the latest unsaved work, or else the worked example. */
  readonly start: () => Promise<void>;
  readonly openExample: () => Promise<void>;
  readonly openNew: () => Promise<void>;
  /** Opens files that the browser read for the person: they cannot be saved back, only downloaded. */
  readonly openInput: (input: WorkspaceInput) => Promise<void>;
  /** Has a folder picked; false where this browser cannot. */
  readonly openPicked: () => boolean;
  readonly openFolder: (folder: Folder) => Promise<void>;
  readonly openDraft: (id: string) => Promise<void>;
  /** Opens the workspace as it is on disk, or as it was last saved. What was on the screen is among the earlier states. */
  readonly startAgain: () => Promise<void>;
  readonly takeOver: () => Promise<void>;
}

const EXAMPLE_ID = 'example';
/** A storage that does not answer keeps nobody waiting longer, in milliseconds. */
const PATIENCE = 2000;

const nameIn = (draft: DraftFacts): string | null => (draft.origin.kind === 'example' ? null : draft.name);

async function draftsOf({ ports }: Desk): Promise<readonly DraftFacts[]> {
  const listed = ports.drafts.list().then((outcome) => (outcome.kind === 'done' ? outcome.value : []));
  const tired = new Promise<readonly DraftFacts[]>((resolve) => {
    ports.startTimer(() => resolve([]), PATIENCE);
  });
  return Promise.race([listed, tired]);
}

/** What waits is kept first, so that whatever is opened finds it. */
export async function openPlanned(desk: Desk, input: WorkspaceInput, plan: Plan): Promise<void> {
  await desk.sitting()?.autosave.flush();
  await desk.claims.claim(plan.id);
  desk.set({ problem: null, dialog: null });
  desk.plans.set(desk.app.open(input), plan);
}

interface Again {
  /** True where the workspace on the screen is opened again, so that it goes on being looked at as it is. */
  readonly isSame: boolean;
  /** The folder it came from, where the person has just picked it. */
  readonly folder?: Folder;
}

async function openKept(desk: Desk, id: string, { isSame, folder }: Again): Promise<boolean> {
  const read = await desk.ports.drafts.read(id);
  if (read.kind === 'failed') desk.set({ problem: describeStorageFailure(read.failure) });
  if (read.kind === 'failed' || read.value === null) return false;
  const { facts, files, base } = read.value;
  const { length } = facts.edits;
  const notice = length === 0 || isSame ? null : ({ kind: 'brought-back', at: facts.at, edits: length } as const);
  const origin = folder === undefined ? facts.origin : ({ kind: 'folder', name: folder.name, folder } as const);
  const plan = { id, name: facts.name, origin, base, kept: facts, notice };
  await openPlanned(desk, { kind: 'kept', name: nameIn(facts), files, isSame }, plan);
  return true;
}

const openAsItCame = (desk: Desk, kept: DraftFacts | null): Promise<void> =>
  openPlanned(
    desk,
    { kind: 'example' },
    {
      id: EXAMPLE_ID,
      name: 'the worked example',
      origin: EXAMPLE,
      base: null,
      kept: kept === null ? null : withoutEdits(kept),
      notice: null,
    },
  );

/** What was done to the example and is not saved is there again: it would be lost under the next edit otherwise. */
async function openExample(desk: Desk): Promise<void> {
  await desk.sitting()?.autosave.flush();
  const kept = (await draftsOf(desk)).find(({ id }) => id === EXAMPLE_ID) ?? null;
  const isUnsaved = kept !== null && kept.edits.length > 0;
  if (isUnsaved && (await openKept(desk, EXAMPLE_ID, { isSame: false }))) return;
  await openAsItCame(desk, kept);
}

async function start(desk: Desk): Promise<void> {
  const drafts = await draftsOf(desk);
  const last = desk.ports.tab.last();
  const unsaved = last === EXAMPLE_ID ? undefined : drafts.find(({ edits }) => edits.length > 0);
  const draft = drafts.find(({ id }) => id === last) ?? unsaved;
  const isThere = draft !== undefined && (await openKept(desk, draft.id, { isSame: false }));
  if (!isThere) await openAsItCame(desk, drafts.find(({ id }) => id === EXAMPLE_ID) ?? null);
}

/** Unsaved work on a file of the same name stays as it is, and is offered. */
async function openInput(desk: Desk, input: Exclude<WorkspaceInput, { kind: 'example' | 'kept' }>): Promise<void> {
  await desk.sitting()?.autosave.flush();
  const drafts = await draftsOf(desk);
  const plain = `${input.kind} ${input.name}`;
  const earlier = drafts.find(({ id, edits }) => id === plain && edits.length > 0);
  const id = earlier === undefined && input.kind !== 'new' ? plain : `${plain} ${desk.ports.newId()}`;
  const notice = earlier === undefined ? null : ({ kind: 'earlier-work', draft: earlier } as const);
  const origin =
    input.kind === 'folder'
      ? ({ kind: 'folder', name: input.name, folder: null } as const)
      : ({ kind: 'zip', name: input.name } as const);
  await openPlanned(desk, input, { id, name: input.name, origin, base: null, kept: null, notice });
}

async function openFolder(desk: Desk, picked: Folder): Promise<void> {
  const root = await findRoot(picked);
  if (root.kind === 'failed') {
    desk.set({ problem: describeFolderFailure(root.failure) });
    return;
  }
  await desk.sitting()?.autosave.flush();
  const folder = root.value;
  const draft = await findDraftOf(folder, await draftsOf(desk)).catch(() => null);
  const isUnsaved = draft !== null && draft.edits.length > 0;
  if (isUnsaved && (await openKept(desk, draft.id, { isSame: false, folder }))) return;
  await openFromDisk(desk, folder, { id: draft?.id ?? `folder ${desk.ports.newId()}`, kept: draft });
}

async function openFromDisk(desk: Desk, folder: Folder, { id, kept }: Pick<Plan, 'id' | 'kept'>): Promise<void> {
  const read = await readFolder(folder);
  if (read.kind === 'failed') {
    desk.set({ problem: describeFolderFailure(read.failure) });
    return;
  }
  const { name } = folder;
  const origin = { kind: 'folder', name, folder } as const;
  await openPlanned(
    desk,
    { kind: 'folder', name, files: read.value },
    { id, name, origin, base: read.value, kept: kept === null ? null : withoutEdits(kept), notice: null },
  );
}

const withoutEdits = (kept: DraftFacts): DraftFacts => ({ ...kept, edits: [], editsSinceVersion: [] });

async function startAgain(desk: Desk): Promise<void> {
  const sitting = desk.sitting();
  if (sitting === null) return;
  const { plan } = sitting;
  const { origin, base } = sitting.place();
  const folder = origin.kind === 'folder' ? origin.folder : null;
  // The browser asks for permission only while it still remembers the click.
  const allowed = folder === null ? null : await allowFolder(folder);
  if (allowed?.kind === 'failed') {
    desk.set({ problem: describeFolderFailure(allowed.failure) });
    return;
  }
  await sitting.autosave.putBy('Before starting from the file again');
  const kept = (await draftsOf(desk)).find(({ id }) => id === plan.id) ?? null;
  if (folder !== null) return openFromDisk(desk, folder, { id: plan.id, kept });
  if (origin.kind === 'example') return openAsItCame(desk, kept);
  const again = { ...plan, base, kept: kept === null ? null : withoutEdits(kept), notice: null };
  return openPlanned(desk, { kind: 'kept', name: plan.name, files: base, isSame: true }, again);
}

async function takeOver(desk: Desk): Promise<void> {
  const sitting = desk.sitting();
  if (sitting === null) return;
  const { plan, asOpened } = sitting;
  await desk.claims.takeOver(plan.id);
  if (await openKept(desk, plan.id, { isSame: true })) return;
  // Nothing is kept where nothing was done: it is as it was opened.
  const { base } = sitting.place();
  const name = plan.origin.kind === 'example' ? null : plan.name;
  await openPlanned(desk, { kind: 'kept', name, files: asOpened.files, isSame: true }, { ...plan, base, notice: null });
}

function openPicked(desk: Desk): boolean {
  const { showFolderPicker } = desk.ports;
  if (showFolderPicker === null) return false;
  void pickFolder(showFolderPicker).then((picked) => {
    if (picked.kind === 'failed') desk.set({ problem: describeFolderFailure(picked.failure) });
    else if (picked.value !== null) return openFolder(desk, picked.value);
    return undefined;
  });
  return true;
}

export function newOpening(desk: Desk): Opening {
  return {
    start: () => start(desk),
    openExample: () => openExample(desk),
    openNew: () => openInput(desk, { kind: 'new', name: 'New workspace', today: desk.ports.today() }),
    openInput: (input) =>
      input.kind === 'example' || input.kind === 'kept' ? openExample(desk) : openInput(desk, input),
    openPicked: () => openPicked(desk),
    openFolder: (folder) => openFolder(desk, folder),
    openDraft: async (id) => {
      if (!(await openKept(desk, id, { isSame: false }))) desk.set({ problem: desk.get().problem ?? GONE });
    },
    startAgain: () => startAgain(desk),
    takeOver: () => takeOver(desk),
  };
}

const GONE = 'This work is no longer in the browser: somebody cleared it. What is open stays open.';
