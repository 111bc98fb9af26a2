import { useState } from 'react';
import type { ScreenProps } from '#app/use-shown.ts';
import { leftBehind } from '#diagram/return-left-behind.ts';
import { type AboutReturn, copyReturn, newReturn, removeReturn, setReturnFirst } from '#edits/edit-return.ts';
import type { DataReturn } from '#model/data-return.ts';
import { returnId } from '#model/ids.ts';
import { withOwn } from '#store/view.ts';
import { AboutForm } from '#views/own-return/about-form.tsx';
import { RemoveReturn } from '#views/own-return/remove-return.tsx';
import { ReturnsList } from '#views/own-return/returns-list.tsx';
import { firstDraft, refuseDraft } from './own-draft.ts';
import { OwnForm } from './own-form.tsx';
import { returnsViewOf } from './returns-view.ts';
import { type Editing, useEditing } from './use-editing.ts';

/** What is being done with a return: one added, perhaps from another, or one taken away. */
type Doing =
  | { readonly kind: 'new'; readonly from: DataReturn | null }
  | { readonly kind: 'remove'; readonly dataReturn: DataReturn };

interface PartProps extends ScreenProps {
  readonly editing: Editing;
  readonly onDoing: (doing: Doing | null) => void;
}

function NewReturn({
  store,
  shown,
  editing,
  from,
  onDoing,
}: PartProps & { readonly from: DataReturn | null }): React.JSX.Element {
  const { returns } = shown.index.workspace;
  const title = from === null ? 'Add the return' : `Copy ${from.name}`;
  function save(about: AboutReturn): void {
    const isDone = editing.edit(
      (opened) => (from === null ? newReturn(opened, about) : copyReturn(opened, from, about)),
      `${about.name} is added. It can be chosen above and audited at once.`,
    );
    onDoing(null);
    if (isDone) store.goTo(withOwn(store.getState().view, { own: about.id, part: from === null ? 'events' : 'items' }));
  }
  return (
    <section className="new-return" aria-labelledby="new-return-title">
      <h3 id="new-return-title">{from === null ? 'New return' : `${from.name} as our own`}</h3>
      <AboutForm
        title={title}
        first={firstDraft(from, returns)}
        isNew
        families={[...new Set(returns.map(({ family }) => family))].filter((family) => family !== '')}
        refuse={(draft) => refuseDraft(draft, returns, true)}
        onSave={save}
        onCancel={() => onDoing(null)}
      />
    </section>
  );
}

function Removing({
  store,
  shown,
  editing,
  dataReturn,
  onDoing,
}: PartProps & { readonly dataReturn: DataReturn }): React.JSX.Element {
  function remove(): void {
    const { view } = store.getState();
    const looked = view.dataReturn === dataReturn.id ? null : view.dataReturn;
    if (editing.edit((opened) => removeReturn(opened, dataReturn), `${dataReturn.name} is removed.`))
      store.goTo(withOwn({ ...view, dataReturn: looked }, { own: '', part: '', compare: '' }));
    onDoing(null);
  }
  return (
    <RemoveReturn
      dataReturn={dataReturn}
      left={leftBehind(shown.index.workspace, dataReturn)}
      onRemove={remove}
      onCancel={() => onDoing(null)}
    />
  );
}

function List({ store, shown, editing, onDoing }: PartProps): React.JSX.Element {
  const { index, view } = shown;
  const { workspace, dataReturn } = index;
  return (
    <ReturnsList
      returns={workspace.returns}
      first={workspace.manifest.returns[0] ?? ''}
      looked={dataReturn?.id ?? ''}
      isReadOnly={editing.isReadOnly}
      onLook={({ id }) => store.goTo(withOwn({ ...view, dataReturn: returnId(id) }, { tab: '', compare: '' }))}
      onFirst={(one) => editing.edit((opened) => setReturnFirst(opened, one), `${one.name} is the workspace’s return.`)}
      onCopy={(from) => onDoing({ kind: 'new', from })}
      onEdit={({ id }) => {
        onDoing(null);
        store.goTo(withOwn(view, { own: id, part: '' }));
      }}
      onRemove={(one) => onDoing({ kind: 'remove', dataReturn: one })}
    />
  );
}

/** What is being done, or the return that is written in. */
function Work({ doing, ...parts }: PartProps & { readonly doing: Doing | null }): React.JSX.Element | null {
  const { shown, store, editing } = parts;
  if (doing?.kind === 'new') return <NewReturn {...parts} key={doing.from?.id ?? ''} from={doing.from} />;
  if (doing?.kind === 'remove') return <Removing {...parts} dataReturn={doing.dataReturn} />;
  const { own } = returnsViewOf(shown.view);
  const written = shown.index.workspace.returns.find(({ id, shipped }) => id === own && !shipped);
  if (written === undefined || editing.isReadOnly) return null;
  return <OwnForm key={written.id} store={store} shown={shown} editing={editing} dataReturn={written} />;
}

/** The returns that are known, and the council's own to be written. */
export function ReturnsTab({ store, shown }: ScreenProps): React.JSX.Element {
  const [doing, setDoing] = useState<Doing | null>(null);
  const editing = useEditing(store);
  const parts = { store, shown, editing, onDoing: setDoing };
  return (
    <div className="returns-page">
      <h3>Returns</h3>
      <List {...parts} />
      {!editing.isReadOnly && doing === null && (
        <button type="button" className="main-button" onClick={() => setDoing({ kind: 'new', from: null })}>
          New return
        </button>
      )}
      <p role="status" className="returns-said">
        {editing.said}
      </p>
      <Work {...parts} doing={doing} />
    </div>
  );
}
