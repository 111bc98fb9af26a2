import { useId, useMemo } from 'react';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { HeldForm } from '#views/walk-frame/held-form.tsx';
import { heldFields } from '#walk/held-fields.ts';
import type { PersonDraft } from './start-draft.ts';

interface PersonFieldsProps {
  readonly index: WorkspaceIndex;
  readonly draft: PersonDraft;
  readonly onChange: (draft: PersonDraft) => void;
}

/** The person record and the brothers and sisters of a case. */
export function PersonFields({ index, draft, onChange }: PersonFieldsProps): React.JSX.Element {
  const fields = useMemo(() => heldFields(index), [index]);
  const id = useId();
  return (
    <>
      <HeldForm fields={fields} values={draft.values} onChange={(values) => onChange({ ...draft, values })} />
      <div className="held-field walk-start__siblings">
        <label htmlFor={id}>Brothers and sisters, one a line</label>
        <textarea
          id={id}
          className="field"
          rows={2}
          value={draft.siblings}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => onChange({ ...draft, siblings: target.value })}
        />
        <p id={`${id}-hint`} className="quiet">
          Steps for a group are done for them too. Invented names, such as Brother 1.
        </p>
      </div>
    </>
  );
}
