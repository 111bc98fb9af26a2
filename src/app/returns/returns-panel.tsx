import { useMemo } from 'react';
import { currentAuthor } from '#app/use-author.ts';
import type { ScreenProps } from '#app/use-shown.ts';
import { type DetailPlace, type ItemDetails, itemDetails } from '#diagram/item-details.ts';
import { describeSource, setSourceStatus } from '#edits/edit-sources.ts';
import { addSource } from '#edits/set-source.ts';
import type { Audit } from '#model/audit.ts';
import type { Item } from '#model/data-return.ts';
import type { Finding } from '#model/finding.ts';
import type { StepTypeId } from '#model/ids.ts';
import { questionKey } from '#model/index-workspace.ts';
import type { Source } from '#model/workspace.ts';
import { FIRST_VIEW, type View, withOwn } from '#store/view.ts';
import { ReturnItem } from '#views/return-item/return-item.tsx';
import type { SourceDraft } from '#views/return-item/source-draft.ts';
import { AboutReturn, NotVerified } from './about-return.tsx';
import { FixPlace } from './fix-place.tsx';
import { comparedReturn, returnsViewOf } from './returns-view.ts';
import type { Editing } from './use-editing.ts';

interface PanelProps extends ScreenProps {
  readonly editing: Editing;
}

interface ItemProps extends PanelProps {
  readonly audit: Audit;
  readonly item: Item;
}

/** Where a recording place is looked at: its question on the screen Fields, or its step on the map. */
function viewOfSource({ dataReturn }: View, { kind, form, question, stepType }: Source): View {
  if (kind === 'question' && form !== null && question !== null)
    return { ...FIRST_VIEW, screen: 'fields', dataReturn, question: questionKey(form, question) };
  return withOwn({ ...FIRST_VIEW, screen: 'map', dataReturn, step: stepType }, { panel: 'step' });
}

interface ItemActions {
  readonly onPlace: (place: DetailPlace) => void;
  readonly onStep: (step: StepTypeId) => void;
  readonly onShowOnMap: (place: DetailPlace) => void;
  readonly onSource: (source: Source) => void;
  readonly onFinding: (finding: Finding) => void;
}

function goingFrom({ store, shown, item }: ItemProps): ItemActions {
  const { view } = shown;
  const { dataReturn } = view;
  const onMap = { ...FIRST_VIEW, screen: 'map', dataReturn, item: item.id } as const;
  return {
    onPlace: ({ id }) => store.goTo(withOwn(view, { place: id })),
    onStep: (step) => store.goTo(withOwn({ ...onMap, step }, { panel: 'step' })),
    onShowOnMap: ({ gap, place }) =>
      store.goTo(
        gap === null
          ? withOwn({ ...onMap, step: stepIn(shown, place.stepType) }, { panel: 'item' })
          : withOwn({ ...onMap, finding: gap.id }, { panel: 'item' }),
      ),
    onSource: (source) => store.goTo(viewOfSource(view, source)),
    onFinding: ({ id }) => store.goTo(withOwn({ ...FIRST_VIEW, screen: 'findings', dataReturn, finding: id }, {})),
  };
}

const stepIn = ({ index }: ScreenProps['shown'], step: string): StepTypeId | null =>
  [...index.stepTypes.keys()].find((id) => id === step) ?? null;

function Fix({
  place,
  details,
  ...props
}: ItemProps & { readonly place: DetailPlace; readonly details: ItemDetails }): React.JSX.Element | null {
  const { store, shown, item, editing } = props;
  const { fact, alsoRecorded } = details;
  if (fact === null || editing.isReadOnly) return null;
  const add = (draft: SourceDraft): boolean =>
    editing.edit(
      ({ value }) => addSource(value, { ...draft, fact: fact.id }, currentAuthor()),
      `A source of ${item.tag} is added and confirmed.`,
    );
  return (
    <FixPlace
      key={place.id}
      store={store}
      shown={shown}
      place={place}
      fact={fact}
      recorded={alsoRecorded.filter(({ source }) => source.kind !== 'outside')}
      onAdd={add}
      onRead={(source) => editing.edit(() => describeSource(source, { use: 'feeds' }), 'The return reads it now.')}
    />
  );
}

function ItemOf(props: ItemProps): React.JSX.Element {
  const { store, shown, audit, item, editing } = props;
  const { index, view } = shown;
  const { compare, place } = returnsViewOf(view);
  const before = comparedReturn(index.workspace.returns, index.dataReturn, compare);
  const details = useMemo(() => itemDetails(index, audit, item, before), [index, audit, item, before]);
  return (
    <>
      <button
        type="button"
        className="small-button return-item__close"
        onClick={() => store.goTo(withOwn({ ...view, item: null }, { place: '' }))}
      >
        Close<span className="visually-hidden"> {item.tag}</span>
      </button>
      <ReturnItem
        {...goingFrom(props)}
        details={details}
        place={place}
        comparedWith={before?.year ?? ''}
        onStatus={
          editing.isReadOnly
            ? null
            : (source, status) =>
                editing.edit(() => setSourceStatus([source], status, currentAuthor()), `The source is ${status}.`)
        }
        renderFix={(at) => <Fix {...props} place={at} details={details} />}
      />
    </>
  );
}

/** What is known of the chosen item, or of the return where none is chosen. */
export function ReturnsPanel(props: PanelProps): React.JSX.Element {
  const { shown, editing } = props;
  const { audit, item, index, view, isFresh } = shown;
  const { dataReturn } = index;
  const isUnknown = view.item !== null && item === null;
  return (
    <aside className="panel returns-panel" aria-label="Chosen item">
      <div className="panel__body">
        <p role="status" className="returns-said">
          {editing.said}
          {editing.said !== '' && !isFresh && ' Working out what follows…'}
        </p>
        {isUnknown && (
          <p className="inset">
            {dataReturn?.name} has no item called {view.item}.
          </p>
        )}
        {item !== null && audit !== null && <ItemOf {...props} key={item.id} audit={audit} item={item} />}
        {item === null && dataReturn !== null && <AboutReturn dataReturn={dataReturn} />}
        {item !== null && dataReturn !== null && <NotVerified dataReturn={dataReturn} isOpen={false} />}
      </div>
    </aside>
  );
}
