import { useState } from 'react';
import { useStore } from 'zustand';
import type { Edit } from '#pipeline/edit-workspace.ts';
import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';
import type { AppStore } from '#store/create-store.ts';

/** Changing the workspace from a screen, and what happened in words. */
export interface Editing {
  /** Makes an edit of the workspace as it is at that moment; what is said when it was done. */
  readonly edit: (edit: (opened: OpenedWorkspace) => Edit, done: string) => boolean;
  readonly said: string;
  readonly isReadOnly: boolean;
}

const NOT_DONE = 'Nothing was changed.';

export function useEditing(store: AppStore): Editing {
  const [said, setSaid] = useState('');
  const readOnly = useStore(store, (state) => state.readOnly);
  return {
    edit: (edit, done) => {
      const { shown } = store.getState();
      const isDone = shown !== null && store.edit(edit(shown.opened));
      setSaid(isDone ? done : (readOnly ?? NOT_DONE));
      return isDone;
    },
    said,
    isReadOnly: readOnly !== null,
  };
}
