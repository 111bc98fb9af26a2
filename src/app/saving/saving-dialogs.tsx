import { lazy, Suspense } from 'react';
import { useKept } from './keeper-context.ts';

const DraftsDialog = lazy(() => import('./drafts-dialog.tsx').then((room) => ({ default: room.DraftsDialog })));
const VersionsDialog = lazy(() => import('./versions-dialog.tsx').then((room) => ({ default: room.VersionsDialog })));
const NameDialog = lazy(() => import('./name-dialog.tsx').then((room) => ({ default: room.NameDialog })));
const MergeDialog = lazy(() => import('./merge-dialog.tsx').then((room) => ({ default: room.MergeDialog })));

/** The dialogs about keeping work, each fetched when it is first asked for. */
export function SavingDialogs(): React.JSX.Element {
  const dialog = useKept((state) => state.dialog);
  const conflict = useKept((state) => state.conflict);
  return (
    <Suspense>
      {dialog === 'drafts' && <DraftsDialog />}
      {dialog === 'versions' && <VersionsDialog />}
      {dialog === 'name' && <NameDialog />}
      {conflict !== null && <MergeDialog key={conflict.map(({ file }) => file).join(' ')} files={conflict} />}
    </Suspense>
  );
}
