import { useState } from 'react';
import { addQuestion, type NewQuestion, refuseCode } from '#edits/edit-questions.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { QUESTION_TYPES } from '#model/words.ts';
import type { Question } from '#model/workspace.ts';
import type { AppStore } from '#store/create-store.ts';
import { Choice } from '#views/mapping-panel/source-card.tsx';
import { FieldsDialog } from './fields-dialog.tsx';

interface AddDialogProps {
  readonly store: AppStore;
  readonly index: WorkspaceIndex;
  /** The question after which the new one is to stand. */
  readonly after: Question | null;
  readonly onClose: () => void;
  readonly onAdded: (key: string) => void;
}

/** Between the order of a question and that of the next on its form. */
function orderAfter(index: WorkspaceIndex, after: Question): string {
  if (after.order === null) return '';
  const { order } = after;
  const later = (index.questionsOfForm.get(after.form) ?? []).flatMap((question) =>
    question.order !== null && question.order > order ? [question.order] : [],
  );
  return String(later.length === 0 ? order + 10 : (order + Math.min(...later)) / 2);
}

const draftFor = (index: WorkspaceIndex, after: Question | null): NewQuestion => ({
  form: after?.form ?? index.workspace.forms[0]?.id ?? '',
  question: '',
  text: '',
  type: 'short-text',
  section: after?.section ?? '',
  order: after === null ? '' : orderAfter(index, after),
});

function Field(props: {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}): React.JSX.Element {
  return (
    <label className="fields-dialog__field">
      {props.label}
      <input className="field" value={props.value} onChange={(event) => props.onValue(event.target.value)} />
    </label>
  );
}

/** Asks for what a new question cannot do without; the rest is written in the grid. */
export function AddDialog({ store, index, after, onClose, onAdded }: AddDialogProps): React.JSX.Element {
  const [draft, setDraft] = useState(() => draftFor(index, after));
  const [refusal, setRefusal] = useState<string | null>(null);
  const set = (change: Partial<NewQuestion>): void => setDraft({ ...draft, ...change });
  const key = `${draft.form}/${draft.question.trim()}`;
  function submit(event: React.SyntheticEvent): void {
    event.preventDefault();
    const isTaken = index.questions.has(key);
    const reason = isTaken ? `${draft.form} has a question ${draft.question} already.` : refuseCode(draft.question);
    setRefusal(reason);
    if (reason !== null) return;
    if (store.edit(addQuestion({ ...draft, question: draft.question.trim() }))) onAdded(key);
    onClose();
  }
  return (
    <FieldsDialog title="Add a question" onClose={onClose}>
      <form className="fields-dialog__form" onSubmit={submit}>
        <Choice
          label="Form"
          value={draft.form}
          options={index.workspace.forms.map(({ id, title }) => [id, title === '' ? id : `${title} (${id})`] as const)}
          isReadOnly={false}
          onChange={(form) => set({ form })}
        />
        <Field label="User code" value={draft.question} onValue={(question) => set({ question })} />
        <Field label="Question" value={draft.text} onValue={(text) => set({ text })} />
        <Choice
          label="Type"
          value={draft.type}
          options={QUESTION_TYPES.map((type) => [type, type] as const)}
          isReadOnly={false}
          onChange={(type) => set({ type })}
        />
        <Field label="Section" value={draft.section} onValue={(section) => set({ section })} />
        <Field label="Order" value={draft.order} onValue={(order) => set({ order })} />
        {refusal !== null && (
          <p role="alert" className="refused">
            {refusal}
          </p>
        )}
        <div className="button-row">
          <button type="submit" className="small-button">
            Add
          </button>
          <button type="button" className="text-button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </FieldsDialog>
  );
}
