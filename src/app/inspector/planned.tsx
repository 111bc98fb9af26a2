import { useMemo } from 'react';
import type { ScreenProps } from '#app/use-shown.ts';
import { changesInWords, doesWords } from '#edits/changes-in-words.ts';
import type { Edit } from '#pipeline/edit-workspace.ts';
import { ChangeForm } from '#views/inspector/change-form.tsx';

interface PlannedProps extends ScreenProps {
  readonly title: string;
  readonly button: string;
  /** What would be done; null while something is lacking. */
  readonly edit: Edit | null;
  readonly lack?: string;
  readonly onDone: (isDone: boolean) => void;
  readonly children?: React.ReactNode;
}

/** An edit that is looked at before it is made. */
export function Planned(props: PlannedProps): React.JSX.Element {
  const { store, shown, title, button, edit, lack, onDone, children } = props;
  const { workspace } = shown.index;
  const changes = useMemo(
    () =>
      changesInWords(workspace, edit?.changes ?? []).map(({ does, rows, names }) => ({
        key: `${does} ${rows}`,
        words: `${doesWords(does)} ${rows}`,
        names,
      })),
    [workspace, edit],
  );
  return (
    <ChangeForm
      title={title}
      button={button}
      changes={changes}
      lack={edit === null ? (lack ?? '') : null}
      onSubmit={() => onDone(edit !== null && store.edit(edit))}
      onCancel={() => onDone(false)}
    >
      {children}
    </ChangeForm>
  );
}
