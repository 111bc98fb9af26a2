import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface SavingDialogProps {
  readonly title: string;
  readonly children: React.ReactNode;
  /** What stands at its foot, always in sight. */
  readonly foot?: React.ReactNode;
  readonly onClose: () => void;
  /** What closing is called where it leaves something undone. */
  readonly closeWords?: string;
}

/** A dialog about keeping work: a head, a middle that scrolls, perhaps a foot. */
export function SavingDialog({ title, children, foot, onClose, closeWords }: SavingDialogProps): React.JSX.Element {
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className="dialog-box dialog-box--saving">
        <Dialog className="saving-dialog">
          <div className="saving-dialog__head">
            <Heading slot="title" className="saving-dialog__title">
              {title}
            </Heading>
            <button type="button" className="small-button" onClick={onClose}>
              {closeWords ?? 'Close'} <kbd>Esc</kbd>
            </button>
          </div>
          <div className="saving-dialog__middle">{children}</div>
          {foot !== undefined && <div className="saving-dialog__foot">{foot}</div>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
