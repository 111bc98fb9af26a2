import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface FieldsDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}

/** Asks something before anything else goes on. Escape closes it, and the keyboard goes back to where it was. */
export function FieldsDialog({ title, onClose, children }: FieldsDialogProps): React.JSX.Element {
  return (
    <ModalOverlay
      className="fields-dialog__cover"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className="fields-dialog__box">
        <Dialog className="fields-dialog">
          <Heading slot="title" className="panel__title">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
