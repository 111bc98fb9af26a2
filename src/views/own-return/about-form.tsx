import { useId, useState } from 'react';
import { LabelledText } from '#views/shared/labelled.tsx';

/** What a return says of itself, as it is written down. */
export interface AboutDraft {
  readonly id: string;
  readonly name: string;
  readonly year: string;
  readonly from: string;
  readonly to: string;
  readonly family: string;
  readonly source: string;
  readonly notVerified: readonly string[];
}

export interface AboutFormProps {
  readonly title: string;
  readonly first: AboutDraft;
  /** The id can only be chosen once: the return's folder is called by it. */
  readonly isNew: boolean;
  readonly families: readonly string[];
  /** Why the draft cannot be saved; null where it can. */
  readonly refuse: (draft: AboutDraft) => string | null;
  readonly onSave: (draft: AboutDraft) => void;
  readonly onCancel: (() => void) | null;
}

function NotVerified({
  lines,
  onLines,
}: {
  readonly lines: readonly string[];
  readonly onLines: (lines: readonly string[]) => void;
}): React.JSX.Element {
  const id = useId();
  return (
    <div className="labelled labelled--wide">
      <label htmlFor={id}>What is not verified, one a line</label>
      <textarea
        id={id}
        className="field about-form__lines"
        rows={4}
        value={lines.join('\n')}
        onChange={(event) => onLines(event.target.value.split('\n'))}
      />
    </div>
  );
}

/** What a return says of itself: its name, its year, what it was made from and what of it is not verified. */
export function AboutForm(props: AboutFormProps): React.JSX.Element {
  const { title, first, isNew, families, refuse, onSave, onCancel } = props;
  const [draft, setDraft] = useState(first);
  const [refusal, setRefusal] = useState<string | null>(null);
  const listId = useId();
  const set =
    (name: keyof AboutDraft) =>
    (value: string): void =>
      setDraft((before) => ({ ...before, [name]: value }));
  function submit(event: React.SyntheticEvent): void {
    event.preventDefault();
    const lines = draft.notVerified.map((line) => line.trim()).filter((line) => line !== '');
    const trimmed = { ...draft, id: draft.id.trim(), name: draft.name.trim(), notVerified: lines };
    const reason = refuse(trimmed);
    setRefusal(reason);
    if (reason === null) onSave(trimmed);
  }
  return (
    <form className="about-form" aria-label={title} onSubmit={submit}>
      <LabelledText label="Name" value={draft.name} onChange={set('name')} />
      <LabelledText
        label={isNew ? 'Id (names its folder)' : 'Id (stays as it is)'}
        value={draft.id}
        disabled={!isNew}
        onChange={set('id')}
      />
      <LabelledText label="Year" value={draft.year} onChange={set('year')} />
      <LabelledText label="From" type="date" value={draft.from} onChange={set('from')} />
      <LabelledText label="To" type="date" value={draft.to} onChange={set('to')} />
      <LabelledText label="Family" list={listId} value={draft.family} onChange={set('family')} />
      <datalist id={listId}>
        {families.map((family) => (
          <option key={family} value={family}>
            {family}
          </option>
        ))}
      </datalist>
      <LabelledText label="Made from" value={draft.source} onChange={set('source')} />
      <NotVerified
        lines={draft.notVerified}
        onLines={(notVerified) => setDraft((before) => ({ ...before, notVerified }))}
      />
      {refusal !== null && (
        <p role="alert" className="form-error">
          {refusal}
        </p>
      )}
      <div className="form-buttons">
        <button type="submit" className="main-button">
          {isNew ? title : 'Save'}
        </button>
        {onCancel !== null && (
          <button type="button" className="small-button" onClick={onCancel}>
            Cancel
          </button>
        )}
      </div>
    </form>
  );
}
