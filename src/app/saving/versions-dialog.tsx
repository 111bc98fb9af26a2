import { useEffect, useState } from 'react';
import type { VersionSummary } from '#store/saving/drafts.ts';
import { VersionsList } from '#views/versions-list/versions-list.tsx';
import { describeMoment } from './describe-moment.ts';
import { useKeeper, useKept } from './keeper-context.ts';
import { SavingDialog } from './saving-dialog.tsx';
import { useNow } from './use-now.ts';

/** The saved states of the open workspace, to be looked at or restored. */
export function VersionsDialog(): React.JSX.Element {
  const keeper = useKeeper();
  const now = useNow();
  const isOwner = useKept((state) => state.role === 'owner');
  const [versions, setVersions] = useState<readonly VersionSummary[] | null>(null);
  useEffect(() => {
    void keeper.listVersions().then((found) => setVersions(found ?? []));
  }, [keeper]);
  const withVersion = (number: number, act: (version: VersionSummary) => Promise<void>): void => {
    const version = versions?.find((one) => one.number === number);
    if (version !== undefined) void act(version);
  };
  return (
    <SavingDialog title="Earlier states of this workspace" onClose={() => keeper.show(null)}>
      <p className="saving-dialog__about">The last 20 are kept in this browser. Restoring one can be undone.</p>
      {versions === null ? (
        <p>Looking…</p>
      ) : (
        <VersionsList
          states={versions.map((version) => ({ ...version, when: describeMoment(version.at, now) }))}
          canRestore={isOwner}
          onLook={(number) => withVersion(number, keeper.lookAt)}
          onRestore={(number) => withVersion(number, keeper.restore)}
        />
      )}
    </SavingDialog>
  );
}
