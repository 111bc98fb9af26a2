import type { ScreenProps } from '#app/use-shown.ts';
import { BeginCase } from '#app/walk/begin-case.tsx';
import { BesidePanel } from '#app/walk/beside-panel.tsx';
import { CasePanel } from '#app/walk/case-panel.tsx';
import { HistoryBar } from '#app/walk/history-bar.tsx';
import { useWalk } from '#app/walk/use-walk.ts';
import './walk.scss';

/** The screen Walk: one child's case played on the real machine, and what it records and sends beside it. */
export function WalkScreen(props: ScreenProps): React.JSX.Element {
  const walk = useWalk(props);
  return (
    <main className="screen walk" id="main" tabIndex={-1}>
      <h2 className="visually-hidden">Walk</h2>
      {walk === null ? (
        <BeginCase {...props} />
      ) : (
        <>
          <HistoryBar {...walk} />
          <div className="walk__parts">
            <CasePanel {...walk} />
            <BesidePanel {...walk} />
          </div>
        </>
      )}
    </main>
  );
}
