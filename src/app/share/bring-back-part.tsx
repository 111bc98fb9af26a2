import { useEffect, useRef } from 'react';
import { count } from '#diagram/describe-step.ts';
import { assertNever } from '#model/assert.ts';
import { ChangeList, WorkbookMessages } from '#views/share/change-list.tsx';
import { type BringBack, type BroughtChanges, placeOf } from './use-bring-back.ts';

function ChooseWorkbook({ onOpen }: { readonly onOpen: (file: File) => void }): React.JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" id="bring-back" className="small-button" onClick={() => input.current?.click()}>
        Choose an edited workbook…
      </button>
      <input
        ref={input}
        type="file"
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        hidden
        aria-label="Edited workbook"
        onChange={({ target }) => {
          const [file] = [...(target.files ?? [])];
          if (file !== undefined) onOpen(file);
          // The same file may be read again after it was changed.
          target.value = '';
        }}
      />
    </>
  );
}

const NEWER =
  'The workspace has changed since the workbook was made. Only cells that were edited in the workbook are listed.';
const NOTHING = 'Nothing in it is different from the workspace.';

function Changes({ read, bringBack }: { readonly read: BroughtChanges; readonly bringBack: BringBack }) {
  const { refused, onRefused, apply, close } = bringBack;
  const { changes, messages, isSameModel } = read;
  const listed = changes.map((change) => ({ ...change, place: placeOf(change) }));
  const taken = listed.filter(({ place }) => !refused.has(place)).length;
  return (
    <>
      {!isSameModel && <p>{NEWER}</p>}
      {changes.length === 0 ? (
        <p>{NOTHING}</p>
      ) : (
        <ChangeList changes={listed} refused={refused} onRefused={onRefused} />
      )}
      <WorkbookMessages messages={messages} />
      <p className="bring-back__acts">
        {changes.length > 0 && (
          <button type="button" className="small-button small-button--first" disabled={taken === 0} onClick={apply}>
            Bring in {count(taken, 'change')}
          </button>
        )}
        <button type="button" className="small-button" onClick={close}>
          {changes.length > 0 ? 'Cancel: change nothing' : 'Close'}
        </button>
      </p>
    </>
  );
}

function Close({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  return (
    <button type="button" className="small-button" onClick={onClose}>
      Close
    </button>
  );
}

function Outcome({ bringBack }: { readonly bringBack: BringBack }): React.JSX.Element | null {
  const { brought, close } = bringBack;
  switch (brought.kind) {
    case 'reading':
      return (
        <p className="bring-back__acts">
          <progress aria-label={`Reading ${brought.name}`} />
          <button type="button" className="small-button" onClick={close}>
            Cancel
          </button>
        </p>
      );
    case 'refused':
      return (
        <>
          <p className="bring-back__refused">{brought.reason}</p>
          <Close onClose={close} />
        </>
      );
    case 'read':
      return <Changes read={brought.read} bringBack={bringBack} />;
    case 'applied':
      return (
        <>
          <p>Undo takes {brought.number === 1 ? 'it' : 'all of them'} back.</p>
          <Close onClose={close} />
        </>
      );
    case 'none':
      return null;
    default:
      return assertNever(brought);
  }
}

/** What has become of the workbook, in a line. */
function describeBrought({ brought }: BringBack): string {
  switch (brought.kind) {
    case 'reading':
      return `Reading ${brought.name}…`;
    case 'refused':
      return `${brought.name} was not read`;
    case 'read':
      return `${count(brought.read.changes.length, 'change')} in ${brought.name}`;
    case 'applied':
      return `${count(brought.number, 'change')} of ${brought.name} ${brought.number === 1 ? 'is' : 'are'} in the workspace`;
    case 'none':
      return '';
    default:
      return assertNever(brought);
  }
}

/** Where an edited workbook is chosen. */
export function BringBackCard({ onOpen }: { readonly onOpen: (file: File) => void }): React.JSX.Element {
  return (
    <section className="share-card" aria-labelledby="bring-back-title">
      <h3 id="bring-back-title" className="share-card__title">
        Bring it back
      </h3>
      <p className="share-row__says">
        An Excel workbook from here that somebody has edited. Every change is listed before it counts.
      </p>
      <p className="bring-back__choose">
        <ChooseWorkbook onOpen={onOpen} />
        <span className="quiet">or drop it on this page</span>
      </p>
    </section>
  );
}

/** What came back in a workbook: listed, and taken as one edit. */
export function BroughtBack({ bringBack }: { readonly bringBack: BringBack }): React.JSX.Element | null {
  const title = useRef<HTMLHeadingElement>(null);
  const { kind } = bringBack.brought;
  useEffect(() => {
    if (kind === 'none' || kind === 'reading') return;
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: 'start' });
  }, [kind]);
  if (kind === 'none') return null;
  return (
    <section className="share-card bring-back" aria-labelledby="brought-back-title" data-state={kind}>
      <h3 id="brought-back-title" ref={title} tabIndex={-1} className="bring-back__title">
        {describeBrought(bringBack)}
      </h3>
      <Outcome bringBack={bringBack} />
    </section>
  );
}
