import { NameForm } from '#views/name-form/name-form.tsx';
import { useKeeper, useKept } from './keeper-context.ts';
import { SavingDialog } from './saving-dialog.tsx';

/** Changes the name that is written beside decisions. */
export function NameDialog(): React.JSX.Element {
  const keeper = useKeeper();
  const name = useKept((state) => state.displayName);
  const close = (): void => keeper.show(null);
  return (
    <SavingDialog title="Your name" onClose={close}>
      <p className="saving-dialog__about">
        It is kept in this browser and written beside what you decide from now on. What is written already stays.
      </p>
      <NameForm start={name} cancel="Cancel" onKeep={keeper.setDisplayName} onCancel={close} />
    </SavingDialog>
  );
}
