import { useState } from 'react';
import { count } from '#diagram/describe-step.ts';
import type { FileDifference } from '#pipeline/compare-files.ts';
import { allOf, type Choices, leftIn, NO_CHOICES } from '#views/merge-rows/merge-file.ts';
import { MergeRows } from '#views/merge-rows/merge-rows.tsx';
import { useKeeper } from './keeper-context.ts';
import { SavingDialog } from './saving-dialog.tsx';

/** Somebody else changed files on disk meanwhile: what differs, to choose from. Nothing is written before all is chosen. */
export function MergeDialog({ files }: { readonly files: readonly FileDifference[] }): React.JSX.Element {
  const keeper = useKeeper();
  const [choices, setChoices] = useState<Choices>(NO_CHOICES);
  const left = leftIn(files, choices);
  return (
    <SavingDialog
      title="Somebody else changed these files meanwhile"
      closeWords="Cancel"
      onClose={keeper.cancelJoining}
      foot={
        <>
          <button
            type="button"
            className="small-button small-button--first"
            disabled={left > 0}
            onClick={() => void keeper.join(choices)}
          >
            Join and save
          </button>
          <span role="status">{left === 0 ? 'Everything is chosen.' : `${count(left, 'choice')} left`}</span>
          <span className="saving-dialog__ways">
            <button type="button" className="text-button" onClick={() => setChoices(allOf(files, 'mine'))}>
              Mine for all
            </button>
            <button type="button" className="text-button" onClick={() => setChoices(allOf(files, 'theirs'))}>
              Theirs for all
            </button>
          </span>
        </>
      }
    >
      <p className="saving-dialog__about">
        Nothing has been saved yet. Choose for each row that both of you changed: yours, as it is here, or theirs, as it
        is on disk now. Joining can be undone here.
      </p>
      <MergeRows files={files} choices={choices} onChoose={setChoices} />
    </SavingDialog>
  );
}
