import { returnsOf, type Shown } from '#app/use-shown.ts';
import { ITEM_STATUS_WORDS } from '#diagram/status-words.ts';
import type { Audit } from '#model/audit.ts';
import type { Item } from '#model/data-return.ts';
import { itemId, returnId } from '#model/ids.ts';
import { groupBy } from '#model/index-workspace.ts';
import type { AppStore } from '#store/create-store.ts';
import { withOwn } from '#store/view.ts';
import { type MapForm, mapViewOf } from './map-view.ts';

interface ToolbarProps {
  /** Where there is room for the list alone, there is nothing to choose. */
  readonly hasForms: boolean;
  readonly shown: Shown;
  readonly store: AppStore;
}

function optionText(audit: Audit | null, item: Item): string {
  const status = audit?.coverage.find((coverage) => coverage.item === item.id)?.status;
  const sign = status === undefined ? '' : `${ITEM_STATUS_WORDS[status].sign} `;
  const word = status === undefined ? '' : ` – ${ITEM_STATUS_WORDS[status].word.toLowerCase()}`;
  return `${sign}${item.name}${item.cbds === '' ? '' : ` · ${item.cbds}`}${word}`;
}

function ItemSelect({ shown, store }: Pick<ToolbarProps, 'shown' | 'store'>): React.JSX.Element {
  const { index, audit, item } = shown;
  const modules = groupBy(index.dataReturn?.items ?? [], (one) => one.module);
  return (
    <select
      id="item"
      className="field toolbar__item"
      value={item?.id ?? ''}
      onChange={(event) => {
        const chosen = event.target.value === '' ? null : itemId(event.target.value);
        store.goTo(withOwn({ ...shown.view, item: chosen, finding: null }, { panel: chosen === null ? '' : 'item' }));
      }}
    >
      <option value="">No item: the workflow alone</option>
      {[...modules].map(([module, items]) => (
        <optgroup key={module} label={module}>
          {items.map((one) => (
            <option key={one.id} value={one.id}>
              {optionText(audit, one)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

const FORMS: readonly (readonly [MapForm, string])[] = [
  ['diagram', 'Diagram'],
  ['outline', 'Outline'],
];

/** What is shown on the map: one item of one return at a time, as a diagram or as a list. */
export function Toolbar({ shown, store, hasForms }: ToolbarProps): React.JSX.Element {
  const { index, view } = shown;
  return (
    <div className="toolbar">
      <div className="toolbar__choice">
        <label htmlFor="return">Return</label>
        <select
          id="return"
          className="field"
          value={index.dataReturn?.id ?? ''}
          onChange={(event) =>
            store.goTo(
              withOwn({ ...view, dataReturn: returnId(event.target.value), item: null, finding: null }, { panel: '' }),
            )
          }
        >
          {index.dataReturn === null && <option value="">None</option>}
          {returnsOf(index).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="toolbar__choice toolbar__choice--item">
        <label htmlFor="item">Item</label>
        <ItemSelect shown={shown} store={store} />
      </div>
      {hasForms && (
        <fieldset className="toolbar__forms">
          <legend className="visually-hidden">Show the map as</legend>
          {FORMS.map(([form, words]) => (
            <button
              key={form}
              type="button"
              className="toggle"
              aria-pressed={mapViewOf(view).form === form}
              onClick={() => store.goTo(withOwn(view, { form: form === 'diagram' ? '' : form }))}
            >
              {words}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
