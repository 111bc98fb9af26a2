import type { WalkNow } from './walk-now.ts';

/** The case's name and date, and its history: back, forward, branches, saving. */
export function HistoryBar({ played, on }: WalkNow): React.JSX.Element {
  return (
    <div className="walk__bar">
      {played.name} {on}
    </div>
  );
}
