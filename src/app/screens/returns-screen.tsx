import { ChangesTab } from '#app/returns/changes-tab.tsx';
import { CoverageTab } from '#app/returns/coverage-tab.tsx';
import { EventsTab } from '#app/returns/events-tab.tsx';
import { ReturnsTab } from '#app/returns/returns-tab.tsx';
import { ReturnsBar } from '#app/returns/returns-toolbar.tsx';
import { returnsViewOf, type ReturnsTab as TabName } from '#app/returns/returns-view.ts';
import type { ScreenProps } from '#app/use-shown.ts';
import './returns.scss';

const TABS: Readonly<Record<TabName, (props: ScreenProps) => React.JSX.Element>> = {
  items: CoverageTab,
  changes: ChangesTab,
  events: EventsTab,
  returns: ReturnsTab,
};

/** The screen Returns: what a national return asks for, and how recording reaches it. */
export function ReturnsScreen({ store, shown }: ScreenProps): React.JSX.Element {
  const { tab } = returnsViewOf(shown.view);
  const hasReturn = shown.index.dataReturn !== null;
  const Tab = TABS[tab];
  return (
    <main className="screen returns" id="main" tabIndex={-1}>
      <h2 className="visually-hidden">Returns</h2>
      <ReturnsBar store={store} shown={shown} />
      {!hasReturn && tab !== 'returns' && (
        <p className="inset returns__none">
          This workspace names no return that is known. Choose one above, or add one under “All returns”.
        </p>
      )}
      {(hasReturn || tab === 'returns') && <Tab store={store} shown={shown} />}
    </main>
  );
}
