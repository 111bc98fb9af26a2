import { useEffect, useState } from 'react';
import type { AppState } from '#store/app-state.ts';
import { ProblemsList } from '#views/problems-list/problems-list.tsx';

const STAGE_WORDS = { reading: 'Reading', checking: 'Asking what the routes say of' } as const;
/** Work that is over sooner is not worth a word. */
const PATIENCE = 600;

function useLater(isOn: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = window.setTimeout(() => setLate(true), PATIENCE);
    return () => {
      window.clearTimeout(timer);
      setLate(false);
    };
  }, [isOn]);
  return isOn && isLate;
}

/** What is being done, for anything that takes a while, with a way out. */
export function Progress({
  busy,
  onCancel,
}: {
  readonly busy: AppState['busy'];
  readonly onCancel: (() => void) | null;
}): React.JSX.Element {
  const isShown = useLater(busy !== null);
  return (
    <div className="progress" role="status">
      {isShown && busy !== null && (
        <div className="progress__box">
          <span>
            {STAGE_WORDS[busy.stage]} {busy.name}…
          </span>
          <progress aria-label={STAGE_WORDS[busy.stage]} />
          {onCancel !== null && (
            <button type="button" className="small-button" onClick={onCancel}>
              Cancel
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** What could not be opened, and why; what was open is still there behind it. */
export function RefusalNotice({
  refusal,
  onDismiss,
}: {
  readonly refusal: AppState['refusal'];
  readonly onDismiss: () => void;
}): React.JSX.Element {
  return (
    <div role="alert">
      {refusal !== null && (
        <div className="refusal">
          <h2 className="refusal__title">{refusal.name} was not opened</h2>
          <ProblemsList problems={refusal.problems} />
          <p>What was open before is still open.</p>
          <button type="button" className="small-button" onClick={onDismiss}>
            Close
          </button>
        </div>
      )}
    </div>
  );
}

/** Something that went wrong in the background; the workspace itself is untouched. */
export function FailureNotice({
  failure,
  onDismiss,
}: {
  readonly failure: string | null;
  readonly onDismiss: () => void;
}): React.JSX.Element {
  return (
    <div role="alert">
      {failure !== null && (
        <div className="refusal">
          <p>{failure} Nothing of the workspace is lost; the next change is worked out afresh.</p>
          <button type="button" className="small-button" onClick={onDismiss}>
            Close
          </button>
        </div>
      )}
    </div>
  );
}
