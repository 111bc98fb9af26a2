import { useMemo } from 'react';
import { compareWorkspaces, type FileChange } from '#pipeline/compare-files.ts';
import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';
import { describeMoment } from './describe-moment.ts';
import { useKeeper, useKept } from './keeper-context.ts';
import { useNow } from './use-now.ts';

/** What was done since the last save to a file. */
export interface Unsaved {
  /** When it was saved last, in words; null where it has not been since it was opened. */
  readonly since: string | null;
  /** The names of what was done, the latest last. */
  readonly edits: readonly string[];
  readonly files: readonly FileChange[];
}

/** What changed since the last save, by edits and by rows. `opened` is the workspace as it is now. */
export function useUnsaved(opened: OpenedWorkspace): Unsaved {
  const keeper = useKeeper();
  const now = useNow();
  const edits = useKept((state) => state.unsaved);
  const lastSaved = useKept((state) => state.lastSaved);
  const saved = keeper.savedState();
  const files = useMemo(() => (saved === null ? [] : compareWorkspaces(saved, opened)), [saved, opened]);
  return useMemo(() => {
    const since = lastSaved === null ? null : describeMoment(lastSaved.at, now);
    return { since, edits, files };
  }, [lastSaved, edits, files, now]);
}
