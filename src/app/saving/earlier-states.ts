import { changesToState } from '#pipeline/saved-state.ts';
import type { SavedFiles } from '#pipeline/write-files.ts';
import type { DraftFacts } from '#store/saving/database.ts';
import type { VersionSummary } from '#store/saving/drafts.ts';
import { describeStorageFailure, type Outcome } from '#store/saving/outcome.ts';
import { describeMoment } from './describe-moment.ts';
import type { Desk } from './desk.ts';

/** What the browser keeps besides the present state. */
export interface EarlierStates {
  /** Every workspace that the browser keeps, the one kept last first; null where it cannot say. */
  readonly listDrafts: () => Promise<readonly DraftFacts[] | null>;
  readonly removeDraft: (id: string) => Promise<void>;
  /** The saved states of the open workspace, the newest first; null where the browser cannot say. */
  readonly listVersions: () => Promise<readonly VersionSummary[] | null>;
  readonly lookAt: (version: VersionSummary) => Promise<void>;
  readonly lookBack: () => void;
  /** Makes the workspace what it was then, as an edit that can be undone. The present state is put by first. */
  readonly restore: (version: VersionSummary) => Promise<void>;
}

/** What the storage gave; null, and said why, where it failed. */
function valueOf<Value>(desk: Desk, outcome: Outcome<Value>): Value | null {
  if (outcome.kind === 'done') return outcome.value;
  desk.set({ problem: describeStorageFailure(outcome.failure) });
  return null;
}

const readVersion = async (desk: Desk, { number }: VersionSummary): Promise<SavedFiles | null> =>
  valueOf(desk, await desk.ports.drafts.readVersion(number));

function lookBack(desk: Desk): void {
  desk.set({ looking: null });
  desk.app.lookBack();
  desk.settleReadOnly();
}

async function lookAt(desk: Desk, version: VersionSummary): Promise<void> {
  const files = await readVersion(desk, version);
  const { shown, lookedFrom } = desk.app.getState();
  if (files === null || shown === null) return;
  desk.set({ looking: version, dialog: null });
  desk.app.lookAt(changesToState((lookedFrom ?? shown).opened, files));
  desk.settleReadOnly();
}

async function restore(desk: Desk, version: VersionSummary): Promise<void> {
  const files = await readVersion(desk, version);
  if (files === null) return;
  if (desk.get().looking !== null) lookBack(desk);
  desk.set({ dialog: null });
  const { shown } = desk.app.getState();
  if (shown === null) return;
  const then = describeMoment(version.at, desk.ports.clock());
  await desk.sitting()?.autosave.putBy(`Before going back to the state of ${then}`);
  desk.app.edit({ name: `go back to the state of ${then}`, changes: changesToState(shown.opened, files) });
}

export function newEarlierStates(desk: Desk): EarlierStates {
  const { drafts } = desk.ports;
  return {
    listDrafts: async () => valueOf(desk, await drafts.list()),
    removeDraft: async (id) => {
      valueOf(desk, await drafts.remove(id));
    },
    listVersions: async () => {
      const sitting = desk.sitting();
      if (sitting === null) return [];
      await sitting.autosave.flush();
      return valueOf(desk, await drafts.versions(sitting.plan.id));
    },
    lookAt: (version) => lookAt(desk, version),
    lookBack: () => lookBack(desk),
    restore: (version) => restore(desk, version),
  };
}
