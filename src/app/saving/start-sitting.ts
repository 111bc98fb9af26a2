import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';
import { readSaved } from '#pipeline/saved-state.ts';
import type { OpenFiles, SavedFiles } from '#pipeline/write-files.ts';
import type { ShownWorkspace } from '#store/app-state.ts';
import { type Autosave, startAutosave } from '#store/saving/autosave.ts';
import type { DraftOrigin } from '#store/saving/folder.ts';
import type { KeepingState } from '#store/saving/keeper.ts';
import type { KeeperPorts, Plan } from './desk.ts';

/** Where a workspace is saved to, and what stands there. */
export interface Place {
  readonly origin: DraftOrigin;
  readonly base: SavedFiles;
}

/** A workspace that is open, and how it is kept. */
export interface Sitting {
  readonly plan: Plan;
  readonly asOpened: OpenedWorkspace;
  readonly autosave: Autosave;
  readonly place: () => Place;
  readonly setPlace: (place: Place) => void;
  /** What was saved last, to be compared with; `saved` where it was saved in this tab. */
  readonly saved: () => OpenFiles;
  readonly setSaved: (saved: OpenFiles) => void;
}

/** Begins to keep a workspace that was just opened. */
export function startSitting(
  ports: KeeperPorts,
  shown: ShownWorkspace,
  plan: Plan,
  tell: (sitting: Sitting, state: KeepingState) => void,
): Sitting {
  const { opened } = shown;
  let place: Place = { origin: plan.origin, base: plan.base ?? opened.files };
  let saved: OpenFiles | null = plan.base === null ? opened : null;
  const autosave = startAutosave(
    { ...ports, by: ports.settings.displayName, tell: (state) => tell(sitting, state) },
    {
      id: plan.id,
      name: plan.name,
      authority: opened.value.manifest.authority,
      origin: plan.origin,
      opened,
      base: place.base,
      kept: plan.kept,
    },
  );
  const sitting: Sitting = {
    plan,
    asOpened: opened,
    autosave,
    place: () => place,
    setPlace: (next) => {
      place = next;
    },
    saved: () => {
      saved ??= readSaved(place.base, { files: opened.files, opened });
      return saved;
    },
    setSaved: (next) => {
      saved = next;
    },
  };
  return sitting;
}
