import { useState } from 'react';
import { returnsOf, type Shown } from '#app/use-shown.ts';
import type { OverlayChoice } from '#diagram/overlays/overlay.ts';
import { itemId, returnId } from '#model/ids.ts';
import type { AppStore } from '#store/create-store.ts';
import { type View, withOwn } from '#store/view.ts';
import { MapFilterRow } from '#views/map-toolbar/map-filter-row.tsx';
import { ShowChoice } from '#views/map-toolbar/show-choice.tsx';
import { MapChips } from './map-chips.tsx';
import { MapEditing } from './map-editing.tsx';
import { type MapForm, MODULE, WHOLE_RETURN, withMapFilters, withPanel } from './map-view.ts';
import type { MapNow } from './use-map-now.ts';

export interface ToolbarProps {
  /** Where there is room for the outline alone, there is nothing to choose. */
  readonly hasForms: boolean;
  readonly shown: Shown;
  readonly store: AppStore;
  readonly now: MapNow;
  /** A step is being added; null where nothing may be changed. */
  readonly adding: { readonly isAdding: boolean; readonly onAdding: (isAdding: boolean) => void } | null;
}

const FORMS: readonly (readonly [MapForm, string])[] = [
  ['diagram', 'Diagram'],
  ['outline', 'Outline'],
];

/** What coverage is shown of, as the choice has it. */
function wordOf(choice: OverlayChoice): string {
  if (choice.kind === 'item') return choice.item;
  return choice.kind === 'module' ? MODULE + choice.module : WHOLE_RETURN;
}

/** The view with coverage of something else; an item's thread is followed with it. */
function withOf(view: View, of: string): View {
  if (of.startsWith(MODULE)) return withOwn(view, { of });
  const followsOther = view.question !== null || view.fact !== null;
  if (of === WHOLE_RETURN) {
    const next = withOwn({ ...view, item: null }, { of: followsOther ? of : '' });
    return followsOther ? next : withPanel(next, '');
  }
  const item = { item: itemId(of), question: null, fact: null, finding: null };
  return withPanel(withOwn({ ...view, ...item }, { of: '' }), 'thread');
}

function ReturnSelect({ shown, store }: Pick<ToolbarProps, 'shown' | 'store'>): React.JSX.Element {
  const { index, view } = shown;
  return (
    <div className="toolbar__choice">
      <label htmlFor="return">in</label>
      <select
        id="return"
        className="field"
        aria-label="Return"
        value={index.dataReturn?.id ?? ''}
        onChange={(event) => {
          const another = { dataReturn: returnId(event.target.value), item: null, finding: null };
          store.goTo(withPanel(withOwn({ ...view, ...another }, { of: '' }), ''));
        }}
      >
        {index.dataReturn === null && <option value="">None</option>}
        {returnsOf(index).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Forms({ shown, store, now }: Pick<ToolbarProps, 'shown' | 'store' | 'now'>): React.JSX.Element {
  return (
    <fieldset className="toolbar__forms">
      <legend className="visually-hidden">Show the map as</legend>
      {FORMS.map(([form, words]) => (
        <button
          key={form}
          type="button"
          className="toggle"
          aria-pressed={now.map.form === form}
          onClick={() => store.goTo(withOwn(shown.view, { form: form === 'diagram' ? '' : form }))}
        >
          {words}
        </button>
      ))}
    </fieldset>
  );
}

/** What narrows the map: filters on request, and only what matters. */
function Narrowing({
  shown,
  store,
  now,
  filters,
}: Pick<ToolbarProps, 'shown' | 'store' | 'now'> & {
  readonly filters: { readonly isOpen: boolean; readonly onOpen: (isOpen: boolean) => void };
}): React.JSX.Element {
  const { only, open } = now.map;
  return (
    <div className="map-narrowing">
      <button
        type="button"
        className="small-button"
        aria-expanded={filters.isOpen}
        aria-controls="map-filters"
        onClick={() => filters.onOpen(!filters.isOpen)}
      >
        Filters <span aria-hidden="true">{filters.isOpen ? '▴' : '▾'}</span>
      </button>
      <button
        type="button"
        className="small-button map-narrowing__only"
        aria-pressed={only}
        title="Leave out the steps that have nothing to do with what is shown"
        onClick={() => store.goTo(withOwn(shown.view, { only: only ? '' : '1' }))}
      >
        {only && <span aria-hidden="true">✓ </span>}Only what matters
      </button>
      {open.size > 1 && (
        <button type="button" className="small-button" onClick={() => store.goTo(withOwn(shown.view, { open: '' }))}>
          Close all steps
        </button>
      )}
    </div>
  );
}

/** What is shown on the map, what narrows it, and what can be added to it. */
export function Toolbar(props: ToolbarProps): React.JSX.Element {
  const { shown, store, now, hasForms, adding } = props;
  const { index, audit, view } = shown;
  const [isOpen, onOpen] = useState(false);
  return (
    <div className="map-toolbar">
      <div className="toolbar">
        <ShowChoice
          index={index}
          audit={audit}
          show={now.map.show}
          of={wordOf(now.choice)}
          moduleWord={MODULE}
          onShow={(show) => store.goTo(withOwn(view, { show: show === 'coverage' ? '' : show, overlay: '' }))}
          onOf={(of) => store.goTo(withOf(view, of))}
        />
        <ReturnSelect shown={shown} store={store} />
        <Narrowing shown={shown} store={store} now={now} filters={{ isOpen, onOpen }} />
        <div className="toolbar__end">
          {adding !== null && <MapEditing shown={shown} store={store} adding={adding} />}
          {hasForms && <Forms shown={shown} store={store} now={now} />}
        </div>
      </div>
      <div id="map-filters">
        {isOpen && (
          <MapFilterRow
            index={index}
            audit={audit}
            filters={now.map.filters}
            item={view.item ?? ''}
            hasItem={now.choice.kind !== 'item' && now.choice.kind !== 'none'}
            onFilters={(change, isTyped) => store.goTo(withMapFilters(view, change), isTyped ? 'replace' : 'push')}
            onItem={(item) => store.show({ item: item === '' ? null : itemId(item) })}
          />
        )}
      </div>
      <MapChips shown={shown} store={store} now={now} />
    </div>
  );
}
