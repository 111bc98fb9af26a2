import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

/** A key, perhaps another that does the same or the like, and what it does. */
export interface KeyLine {
  readonly keys: string;
  readonly or?: string;
  readonly does: string;
}

/** The keys of one screen. */
export interface KeyGroup {
  readonly title: string;
  readonly keys: readonly KeyLine[];
}

export interface KeyboardHelpProps {
  readonly groups: readonly KeyGroup[];
  /** Whether single keys such as `/` and `?` do anything. */
  readonly singleKeys: boolean;
  readonly onSingleKeys: (areOn: boolean) => void;
  readonly onClose: () => void;
}

function Keys({ keys, or }: KeyLine): React.JSX.Element {
  return (
    <>
      <kbd>{keys}</kbd>
      {or !== undefined && (
        <>
          {' '}
          or <kbd>{or}</kbd>
        </>
      )}
    </>
  );
}

function Group({ title, keys }: KeyGroup): React.JSX.Element {
  return (
    <section className="keys__group">
      <h3 className="keys__title">{title}</h3>
      <dl className="keys__list">
        {keys.map((line) => (
          <div key={line.keys} className="keys__line">
            <dt>
              <Keys {...line} />
            </dt>
            <dd>{line.does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** All keys, screen by screen. */
export function KeyboardHelp({ groups, singleKeys, onSingleKeys, onClose }: KeyboardHelpProps): React.JSX.Element {
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className="dialog-box dialog-box--keys">
        <Dialog className="keys">
          <div className="keys__head">
            <Heading slot="title" className="keys__heading">
              Keyboard
            </Heading>
            <button type="button" className="small-button" onClick={onClose}>
              Close <kbd>Esc</kbd>
            </button>
          </div>
          <label className="keys__switch">
            <input type="checkbox" checked={singleKeys} onChange={(event) => onSingleKeys(event.target.checked)} />
            Single keys (/, ?, g) do something wherever nothing is being written
          </label>
          <div className="keys__groups">
            {groups.map((group) => (
              <Group key={group.title} {...group} />
            ))}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
