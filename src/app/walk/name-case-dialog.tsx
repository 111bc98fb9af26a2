import { SavingDialog } from '#app/saving/saving-dialog.tsx';
import { NameField } from '#views/walk-frame/name-field.tsx';
import type { WalkNow } from './walk-now.ts';
import { CASES, WALKING } from './walking.ts';

interface NameCaseProps {
  readonly walk: WalkNow;
  readonly onClose: () => void;
}

/** Gives the case another name. */
export function RenameCaseDialog({ walk, onClose }: NameCaseProps): React.JSX.Element {
  return (
    <SavingDialog title="Rename the case" onClose={onClose}>
      <NameField
        label="Name of the case"
        start={walk.played.name}
        button="Rename"
        onCancel={onClose}
        onName={(name) => {
          walk.change((now) => ({ ...now, name }));
          onClose();
        }}
      />
    </SavingDialog>
  );
}

/** Keeps the case in this browser under a name. */
export function SaveCaseDialog({ walk, onClose }: NameCaseProps): React.JSX.Element {
  const { named } = WALKING.getState();
  const isKnown = named.some(({ played }) => played.name === walk.played.name);
  return (
    <SavingDialog title="Save in this browser" onClose={onClose}>
      <NameField
        label="Name of the case"
        start={walk.played.name}
        button="Save"
        hint={
          isKnown
            ? 'A case of this name is kept already: saving replaces it.'
            : 'It stands in the list of cases from then on, in this browser alone.'
        }
        onCancel={onClose}
        onName={(name) => {
          onClose();
          void CASES.saveAs(name);
        }}
      />
    </SavingDialog>
  );
}
