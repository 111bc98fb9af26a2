import { useMemo } from 'react';
import type { ScreenProps } from '#app/use-shown.ts';
import { aboutOf, setAbout } from '#edits/edit-return.ts';
import { removeReturnRows, renameCodeSet, writeReturnRows } from '#edits/edit-return-rows.ts';
import type { DataReturn } from '#model/data-return.ts';
import type { Edit } from '#pipeline/edit-workspace.ts';
import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';
import { withOwn } from '#store/view.ts';
import { OwnReturn } from '#views/own-return/own-return.tsx';
import { refuseDraft } from './own-draft.ts';
import { ownProblems, ownRows } from './own-rows.ts';
import { returnsViewOf } from './returns-view.ts';
import type { Editing } from './use-editing.ts';

/** A return of the council's own as it is written; every change is an edit of its own. */
export function OwnForm({
  store,
  shown,
  editing,
  dataReturn,
}: ScreenProps & { readonly editing: Editing; readonly dataReturn: DataReturn }): React.JSX.Element {
  const { opened, view, index } = shown;
  const { returns, facts } = index.workspace;
  const rows = useMemo(() => ownRows(opened, dataReturn), [opened, dataReturn]);
  const problems = useMemo(() => ownProblems(opened, dataReturn), [opened, dataReturn]);
  // Cells keep what they were given first, so the return is looked up as it is when they are written into.
  function change(make: (opened: OpenedWorkspace, now: DataReturn) => Edit, done: string): void {
    editing.edit((before) => {
      const now = before.value.returns.find(({ id }) => id === dataReturn.id) ?? dataReturn;
      return make(before, now);
    }, done);
  }
  return (
    <OwnReturn
      dataReturn={dataReturn}
      part={returnsViewOf(view).part}
      rows={rows}
      problems={problems}
      facts={facts}
      about={{
        first: aboutOf(dataReturn),
        families: [...new Set(returns.map(({ family }) => family))].filter((family) => family !== ''),
        refuse: (draft) => refuseDraft(draft, returns, false),
        onSave: (draft) => change((opened, now) => setAbout(opened, now, draft), 'Saved.'),
      }}
      onPart={(part) => store.goTo(withOwn(view, { part: part === 'about' ? '' : part }))}
      onWrite={(part, block) =>
        change((opened, now) => writeReturnRows(opened, { dataReturn: now, part }, block), 'Saved.')
      }
      onRemove={(part, gone) =>
        change((opened, now) => removeReturnRows(opened, { dataReturn: now, part }, gone), 'Removed.')
      }
      onRenameSet={(from, to) => change((opened, now) => renameCodeSet(opened, now, { from, to }), 'Renamed.')}
    />
  );
}
