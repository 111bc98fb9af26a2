import type { AppStore } from '#store/create-store.ts';
import { withOwn } from '#store/view.ts';
import type { FieldPanel } from './fields-view.ts';

export interface PanelTab {
  readonly panel: FieldPanel;
  readonly words: string;
  readonly count: number | null;
}

interface PanelTabsProps {
  readonly store: AppStore;
  readonly tabs: readonly PanelTab[];
  readonly panel: FieldPanel;
  readonly children: React.ReactNode;
}

/** What stands beside the grid, one part at a time. */
export function PanelTabs({ store, tabs, panel, children }: PanelTabsProps): React.JSX.Element {
  const show = (next: FieldPanel): void => store.goTo(withOwn(store.getState().view, { panel: next }), 'replace');
  return (
    <aside className="panel fields__panel" aria-label="Beside the fields">
      <nav className="tabs" aria-label="Beside the fields">
        {tabs.map((tab) => (
          <button
            key={tab.panel}
            type="button"
            className="tab"
            aria-current={tab.panel === panel ? 'true' : undefined}
            onClick={() => show(tab.panel)}
          >
            {tab.words}
            {tab.count !== null && <span className="tab__count">{tab.count.toLocaleString('en-GB')}</span>}
          </button>
        ))}
        <button type="button" className="tab tab--end" onClick={() => show('none')}>
          Hide
        </button>
      </nav>
      {/* The panel scrolls, so the keyboard has to be able to come to it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="panel__body" key={panel} tabIndex={0} role="region" aria-label="About what is chosen">
        {children}
      </div>
    </aside>
  );
}
