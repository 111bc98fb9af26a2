import { useCallback, useState } from 'react';
import type { ScreenProps } from '#app/use-shown.ts';
import { BeginCase } from '#app/walk/begin-case.tsx';
import { besideViewOf, type Part, showBeside } from '#app/walk/beside-address.ts';
import { BesidePanel } from '#app/walk/beside-panel.tsx';
import { CasePanel } from '#app/walk/case-panel.tsx';
import { HistoryBar } from '#app/walk/history-bar.tsx';
import { HistoryPanel } from '#app/walk/history-panel.tsx';
import { scriptDrop } from '#app/walk/script-drop.ts';
import { useCaseAddress } from '#app/walk/use-case-address.ts';
import { useEntered } from '#app/walk/use-entered.ts';
import { useOpening } from '#app/walk/use-opening.ts';
import { useWalk } from '#app/walk/use-walk.ts';
import { WalkNotices } from '#app/walk/walk-notices.tsx';
import type { WalkNow } from '#app/walk/walk-now.ts';
import './walk.scss';

function PartSwitch({ part, onPart }: { readonly part: Part; readonly onPart: (part: Part) => void }) {
  return (
    <div className="walk__switch" role="group" aria-label="Part of the screen">
      <button type="button" className="toggle" aria-pressed={part === 'case'} onClick={() => onPart('case')}>
        Case
      </button>
      <button type="button" className="toggle" aria-pressed={part === 'beside'} onClick={() => onPart('beside')}>
        Return and record
      </button>
    </div>
  );
}

/** The case: its bar, its history when that is looked at, its form, and what it comes to. */
function WalkedCase(walk: WalkNow): React.JSX.Element {
  const [isHistoryShown, setHistoryShown] = useState(false);
  const { part } = besideViewOf(walk.shown.view);
  const shutHistory = (): void => {
    setHistoryShown(false);
    document.getElementById('walk-history')?.focus();
  };
  return (
    <>
      <HistoryBar {...walk} isHistoryShown={isHistoryShown} onHistory={() => setHistoryShown(!isHistoryShown)} />
      <PartSwitch part={part} onPart={(to) => showBeside(walk.store, { part: to === 'case' ? '' : to })} />
      <div className="walk__desk">
        {isHistoryShown && <HistoryPanel {...walk} onClose={shutHistory} />}
        <div className="walk__parts" data-part={part} data-wide={walk.shown.view.own['wide']}>
          <CasePanel {...walk} />
          <BesidePanel {...walk} />
        </div>
      </div>
    </>
  );
}

/** The screen Walk: one child's case played on the real machine, and what it records and sends beside it. */
export function WalkScreen(props: ScreenProps): React.JSX.Element {
  const isReady = useEntered(props);
  const walk = useWalk(props);
  const opening = useOpening(props);
  const { openScripted, openFile } = opening;
  const openSaid = useCallback((name: string, at: string) => void openScripted(name, at), [openScripted]);
  useCaseAddress(props, isReady, openSaid);
  const isWalking = isReady && walk !== null;
  return (
    <main
      className="screen walk"
      id="main"
      tabIndex={-1}
      data-state={isWalking ? 'case' : 'begin'}
      {...scriptDrop((file) => void openFile(file))}
    >
      <h2 className="visually-hidden">Walk</h2>
      <WalkNotices walk={isWalking ? walk : null} opening={opening} />
      {!isReady && <p className="waiting">Looking for the case that was walked last…</p>}
      {isReady && walk === null && <BeginCase {...props} opening={opening} />}
      {isWalking && <WalkedCase {...walk} />}
    </main>
  );
}
