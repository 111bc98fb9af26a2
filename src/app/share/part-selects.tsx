import { itemId } from '#model/ids.ts';
import { groupBy } from '#model/index-workspace.ts';
import { withOwn } from '#store/view.ts';
import { lanesOf } from './share-view.ts';
import type { Sharing } from './use-sharing.ts';

/** Chooses one workflow, wherever one is asked for. */
export function LaneSelect({ store, shown, chosen }: Pick<Sharing, 'store' | 'shown' | 'chosen'>): React.JSX.Element {
  return (
    <label className="share-choice">
      Workflow
      <select
        className="field"
        value={chosen.view.lane}
        onChange={({ target }) => store.goTo(withOwn(shown.view, { lane: target.value }), 'replace')}
      >
        {lanesOf(shown.index).map((lane) => (
          <option key={lane}>{lane}</option>
        ))}
      </select>
    </label>
  );
}

/** Chooses one item of the return, wherever one is asked for. */
export function ItemSelect({ store, shown, chosen }: Pick<Sharing, 'store' | 'shown' | 'chosen'>): React.JSX.Element {
  const items = shown.index.dataReturn?.items ?? [];
  return (
    <label className="share-choice">
      Item
      <select
        className="field"
        value={chosen.view.item?.id ?? ''}
        onChange={({ target }) => store.show({ item: itemId(target.value) }, 'replace')}
      >
        {[...groupBy(items, ({ module }) => module)].map(([module, own]) => (
          <optgroup key={module} label={module}>
            {own.map(({ id, name, tag }) => (
              <option key={id} value={id}>
                {name} ({tag})
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
