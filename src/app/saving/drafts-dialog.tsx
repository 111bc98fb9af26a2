import { useEffect, useState } from 'react';
import type { DraftFacts } from '#store/saving/database.ts';
import type { DraftOrigin } from '#store/saving/folder.ts';
import { DraftsList, type KeptWork } from '#views/drafts-list/drafts-list.tsx';
import { describeMoment } from './describe-moment.ts';
import { useKeeper } from './keeper-context.ts';
import { SavingDialog } from './saving-dialog.tsx';
import { useNow } from './use-now.ts';

const FROM: Readonly<Record<DraftOrigin['kind'], string>> = {
  example: 'invented',
  zip: 'from a zip',
  folder: 'from a folder',
};

const toWork = (draft: DraftFacts, openId: string | null, now: number): KeptWork => ({
  id: draft.id,
  name: draft.name,
  authority: draft.authority,
  from: draft.id.startsWith('new ') ? 'started here' : FROM[draft.origin.kind],
  when: describeMoment(draft.at, now),
  unsaved: draft.edits,
  isOpen: draft.id === openId,
});

/** The workspaces that the browser keeps, to be opened again or taken out. */
export function DraftsDialog(): React.JSX.Element {
  const keeper = useKeeper();
  const now = useNow();
  const [drafts, setDrafts] = useState<readonly DraftFacts[] | null>(null);
  const [removing, setRemoving] = useState<string | null>(null);
  const close = (): void => keeper.show(null);
  useEffect(() => {
    void keeper.listDrafts().then((found) => setDrafts(found ?? []));
  }, [keeper]);
  async function remove(id: string): Promise<void> {
    setRemoving(null);
    await keeper.removeDraft(id);
    setDrafts((await keeper.listDrafts()) ?? []);
  }
  return (
    <SavingDialog title="Earlier work in this browser" onClose={close}>
      {drafts === null ? (
        <p>Looking…</p>
      ) : (
        <DraftsList
          works={drafts.map((draft) => toWork(draft, keeper.openId(), now))}
          removing={removing}
          onAsk={setRemoving}
          onOpen={(id) => void keeper.openDraft(id)}
          onRemove={(id) => void remove(id)}
        />
      )}
    </SavingDialog>
  );
}
