import { useMemo } from 'react';
import { changesSince } from '#app/overview/changes-since.ts';
import { OverviewBody } from '#app/overview/overview-body.tsx';
import { OverviewHead } from '#app/overview/overview-head.tsx';
import { useUnsaved } from '#app/saving/use-unsaved.ts';
import type { ScreenProps } from '#app/use-shown.ts';
import './overview.scss';

/** What this workspace says, in one screen that can be shown. */
export function OverviewScreen({ store, shown }: ScreenProps): React.JSX.Element {
  const unsaved = useUnsaved(shown.opened);
  const changes = useMemo(() => changesSince(unsaved), [unsaved]);
  const { audit } = shown;
  return (
    <main className="screen summary" id="main" tabIndex={-1} aria-busy={!shown.isFresh}>
      <OverviewHead store={store} shown={shown} />
      {audit === null ? (
        <p className="waiting">Asking what the routes say…</p>
      ) : (
        <OverviewBody shown={shown} audit={audit} changes={changes} />
      )}
    </main>
  );
}
