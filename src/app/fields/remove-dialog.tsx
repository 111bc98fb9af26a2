import { useMemo } from 'react';
import { hangingOn, removeQuestions } from '#edits/remove-questions.ts';
import type { Question } from '#model/workspace.ts';
import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';
import type { AppStore } from '#store/create-store.ts';
import { FieldsDialog } from './fields-dialog.tsx';

interface RemoveDialogProps {
  readonly store: AppStore;
  readonly opened: OpenedWorkspace;
  readonly questions: readonly Question[];
  readonly onClose: () => void;
}

const MOST = 60;

/** Says what hangs on questions before they are removed together with it. */
export function RemoveDialog({ store, opened, questions, onClose }: RemoveDialogProps): React.JSX.Element {
  const hanging = useMemo(() => hangingOn(opened, questions), [opened, questions]);
  const [only] = questions;
  const what =
    questions.length === 1 && only !== undefined
      ? 'this question'
      : `${questions.length.toLocaleString('en-GB')} questions`;
  return (
    <FieldsDialog title={`Remove ${what}?`} onClose={onClose}>
      {only !== undefined && questions.length === 1 && <p>{only.text || only.code}</p>}
      {hanging.length === 0 ? (
        <p>Nothing else names {questions.length === 1 ? 'it' : 'them'}.</p>
      ) : (
        <>
          <p>
            This hangs on {questions.length === 1 ? 'it' : 'them'} and goes with{' '}
            {questions.length === 1 ? 'it' : 'them'}:
          </p>
          <ul className="fields-dialog__list">
            {hanging.slice(0, MOST).map(({ at, words, cell }) => (
              <li key={`${at.file} ${at.row} ${cell?.column ?? ''}`}>{words}</li>
            ))}
            {hanging.length > MOST && <li>and {hanging.length - MOST} more</li>}
          </ul>
        </>
      )}
      <p className="panel__note">One undo brings all of it back.</p>
      <div className="button-row">
        <button
          type="button"
          className="small-button"
          onClick={() => {
            store.edit(removeQuestions(opened, questions));
            onClose();
          }}
        >
          Remove
        </button>
        <button type="button" className="text-button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </FieldsDialog>
  );
}
