import { SavingDialog } from '#app/saving/saving-dialog.tsx';
import { saveScript } from './save-script.ts';
import type { WalkNow } from './walk-now.ts';
import { CASES } from './walking.ts';

/** Asks what is to become of a case that is saved nowhere. */
export function CloseCaseDialog({
  walk,
  onClose,
}: {
  readonly walk: WalkNow;
  readonly onClose: () => void;
}): React.JSX.Element {
  const { played } = walk;
  const end = (): void => {
    onClose();
    CASES.close();
  };
  return (
    <SavingDialog title={`Close ${played.name}?`} onClose={onClose} closeWords="Cancel">
      <p className="saving-dialog__about">It is not saved. Once it is closed without that, it is gone.</p>
      <div className="walk-dialog__ways">
        <button
          type="button"
          className="small-button small-button--first"
          onClick={() => void CASES.saveAs(played.name).then(end)}
        >
          Save in this browser and close
        </button>
        <button
          type="button"
          className="small-button"
          onClick={() => {
            saveScript(walk);
            end();
          }}
        >
          Save as script and close
        </button>
        <button type="button" className="small-button" onClick={end}>
          Close without saving
        </button>
      </div>
    </SavingDialog>
  );
}
