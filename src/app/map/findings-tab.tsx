import { useCallback } from 'react';
import type { ScreenProps } from '#app/use-shown.ts';
import type { Finding } from '#model/finding.ts';
import type { View } from '#store/view.ts';
import { FindingsList } from '#views/findings-list/findings-list.tsx';
import { withPanel } from './map-view.ts';

/** What a finding about coverage is best seen with: its item on the map. */
function viewOfFinding(finding: Finding | null): Partial<View> {
  if (finding === null) return { finding: null };
  const [item] = finding.items;
  const isCoverage = finding.kind.startsWith('coverage/');
  return { finding: finding.id, ...(isCoverage && item !== undefined ? { item } : {}) };
}

/** The findings beside the map; the one that is chosen is lit on it. */
export function FindingsTab({ shown, store }: ScreenProps): React.JSX.Element {
  const { index, audit, finding } = shown;
  const choose = useCallback(
    (chosen: Finding | null) =>
      store.goTo(withPanel({ ...store.getState().view, ...viewOfFinding(chosen) }, 'findings')),
    [store],
  );
  if (audit === null) return <p className="panel__note">Asking what the routes say…</p>;
  return (
    <FindingsList
      index={index}
      findings={audit.findings}
      chosen={finding}
      onChoose={choose}
      onStep={(step) => store.show({ step, nextAction: null })}
    />
  );
}
