import { describeProgress } from './filter-choices.ts';
import type { DecidingProgress } from './match-findings.ts';

/** How far deciding has come: in words, and as a bar. */
export function FindingsProgress({
  progress,
  of,
}: {
  readonly progress: DecidingProgress;
  /** What is counted, such as "all findings". */
  readonly of: string;
}): React.JSX.Element {
  const share = progress.all === 0 ? 0 : (100 * progress.decided) / progress.all;
  return (
    <span className="findings-progress">
      <span className="findings-progress__bar" aria-hidden="true">
        <span className="findings-progress__done" style={{ width: `${share}%` }} />
      </span>
      <strong>{describeProgress(progress)}</strong> <span className="quiet">{of}</span>
    </span>
  );
}
