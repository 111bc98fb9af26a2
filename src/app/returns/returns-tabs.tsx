import type { ScreenProps } from '#app/use-shown.ts';
import type { DataReturn } from '#model/data-return.ts';
import { withOwn } from '#store/view.ts';
import { RETURNS_TABS, type ReturnsTab, returnsViewOf } from './returns-view.ts';

/** What each tab is called; empty: there is nothing to show in it. */
function namesOf(shown: ScreenProps['shown'], before: DataReturn | null): Readonly<Record<ReturnsTab, string>> {
  const { dataReturn, workspace } = shown.index;
  const named = new Set<string>(workspace.eventPlaces.map(({ event }) => event));
  const lacking = (dataReturn?.events ?? []).filter(({ id }) => !named.has(id)).length;
  const isFamily = before?.shipped === true && before.family === dataReturn?.family;
  return {
    items: 'Coverage',
    changes: before === null ? '' : `Changes from ${(isFamily ? before.year : before.name) || before.id}`,
    events: lacking === 0 ? 'Event places' : `Event places (${lacking} lacking)`,
    returns: 'All returns',
  };
}

/** The parts of the screen. */
export function ReturnsTabs({
  store,
  shown,
  before,
}: ScreenProps & { readonly before: DataReturn | null }): React.JSX.Element {
  const { view } = shown;
  const { tab } = returnsViewOf(view);
  const names = namesOf(shown, before);
  return (
    <nav className="returns-tabs" aria-label="Parts of this screen">
      {RETURNS_TABS.filter((one) => names[one] !== '').map((one) => (
        <button
          key={one}
          type="button"
          className="tab"
          aria-current={one === tab ? 'true' : undefined}
          onClick={() => store.goTo(withOwn(view, { tab: one === 'items' ? '' : one }))}
        >
          {names[one]}
        </button>
      ))}
    </nav>
  );
}
