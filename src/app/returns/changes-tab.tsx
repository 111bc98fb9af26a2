import { useEffect, useMemo, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useStore } from 'zustand';
import type { ScreenProps } from '#app/use-shown.ts';
import { eventRows, stepChoices } from '#diagram/event-places.ts';
import { yearChange } from '#diagram/year-change/year-change.ts';
import { addEventPlace, findEventPlace } from '#edits/edit-events.ts';
import { setReturnFirst } from '#edits/edit-return.ts';
import type { DataReturn } from '#model/data-return.ts';
import type { EventId, StepTypeId } from '#model/ids.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import { FIRST_VIEW, withOwn } from '#store/view.ts';
import { EventPlaceForm } from '#views/event-places/event-place-form.tsx';
import { YearChange } from '#views/year-change/year-change.tsx';
import { SAID_ALREADY } from './events-tab.tsx';
import { comparedReturn, returnsViewOf } from './returns-view.ts';
import { type Editing, useEditing } from './use-editing.ts';

/** The same workspace seen through another return: nothing but what belongs to the return is looked up anew. */
const seenThrough = (index: WorkspaceIndex, dataReturn: DataReturn): WorkspaceIndex => ({
  ...index,
  dataReturn,
  items: new Map(dataReturn.items.map((item) => [item.id, item])),
  itemsOfFact: groupBy(dataReturn.items, ({ fact }) => fact),
});

/** An event that a place is being said of, and the step it starts from. */
interface Mapping {
  readonly event: EventId;
  readonly first: StepTypeId | null;
}

function MapEvent({
  shown,
  mapping,
  editing,
  onClose,
}: Pick<ScreenProps, 'shown'> & {
  readonly mapping: Mapping;
  readonly editing: Editing;
  readonly onClose: () => void;
}): React.JSX.Element | null {
  const { index } = shown;
  const { event } = mapping;
  const row = eventRows(index).find((one) => one.event.id === event);
  if (row === undefined) return null;
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={onClose} className="dialog-veil">
      <Modal className="dialog-box">
        <Dialog className="returns-dialog" aria-label={`Map the event: ${row.event.name}`}>
          <h2 className="panel__title">{row.event.name}</h2>
          <EventPlaceForm
            row={row}
            steps={stepChoices(index)}
            first={mapping.first}
            refuse={(draft) =>
              findEventPlace(index.workspace, { event, ...draft }) === undefined ? null : SAID_ALREADY
            }
            onAdd={(draft) => {
              editing.edit(({ value }) => addEventPlace(value, { event, ...draft }), `The event ${event} is mapped.`);
              onClose();
            }}
            onCancel={onClose}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Head({ shown, editing }: Pick<ScreenProps, 'shown'> & { readonly editing: Editing }): React.JSX.Element {
  const { dataReturn, workspace } = shown.index;
  const isFirst = workspace.manifest.returns[0] === dataReturn?.id;
  return (
    <div className="returns-page__head">
      {dataReturn !== null && !isFirst && !editing.isReadOnly && (
        <button
          type="button"
          className="main-button"
          onClick={() =>
            editing.edit(
              (opened) => setReturnFirst(opened, dataReturn),
              `${dataReturn.name} is the workspace’s return.`,
            )
          }
        >
          Use {dataReturn.name} as the workspace’s return
        </button>
      )}
      <p role="status" className="returns-said">
        {editing.said}
      </p>
    </div>
  );
}

function Changes({ store, shown, before }: ScreenProps & { readonly before: DataReturn }): React.JSX.Element {
  const { index, audit, view } = shown;
  const compared = useStore(store, (state) => state.compared);
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const editing = useEditing(store);
  const told = compared?.dataReturn === before.id ? (compared.told?.value ?? null) : null;
  useEffect(() => {
    if (store.getState().compared?.dataReturn !== before.id) store.compareWith(before.id);
  }, [store, before.id]);
  const change = useMemo(
    () => yearChange({ index: seenThrough(index, before), audit: told }, { index, audit }),
    [index, before, told, audit],
  );
  const { dataReturn } = view;
  return (
    <div className="returns-page">
      <Head shown={shown} editing={editing} />
      <YearChange
        change={change}
        onItem={(item) => store.goTo(withOwn({ ...view, item }, { tab: '', place: '' }))}
        onFact={(fact) => store.goTo(withOwn({ ...FIRST_VIEW, screen: 'map', dataReturn, fact }, { panel: 'thread' }))}
        onFinding={({ id }) => store.goTo({ ...FIRST_VIEW, screen: 'findings', dataReturn, finding: id })}
        onMapEvent={(event, first) => {
          if (!editing.isReadOnly) setMapping({ event, first });
        }}
      />
      {mapping !== null && (
        <MapEvent shown={shown} mapping={mapping} editing={editing} onClose={() => setMapping(null)} />
      )}
    </div>
  );
}

/** What the return asks for that the one compared with did not, and what becomes of every mapping. */
export function ChangesTab({ store, shown }: ScreenProps): React.JSX.Element {
  const { index, view } = shown;
  const before = comparedReturn(index.workspace.returns, index.dataReturn, returnsViewOf(view).compare);
  if (before === null)
    return <p className="waiting">Choose a return to compare with: another year of the same one says most.</p>;
  return <Changes store={store} shown={shown} before={before} />;
}
