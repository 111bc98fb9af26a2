import type { ScreenProps } from '#app/use-shown.ts';
import type { StepTypeId } from '#model/ids.ts';
import { withOwn } from '#store/view.ts';
import { ItemPanel } from '#views/item-panel/item-panel.tsx';
import { describeProblems, ProblemsList } from '#views/problems-list/problems-list.tsx';
import { FindingsTab } from './findings-tab.tsx';
import { tabsOf } from './map-tabs.ts';
import { type Panel, withPanel } from './map-view.ts';
import { StepTab } from './step-tab.tsx';
import { ThreadTab } from './thread-tab.tsx';
import type { MapNow } from './use-map-now.ts';

type SidePanelProps = ScreenProps & { readonly now: MapNow };

function ItemTab({ shown, store }: ScreenProps): React.JSX.Element | null {
  const { index, audit, item, finding, view } = shown;
  if (audit === null) return <p className="panel__note">Asking what the routes say…</p>;
  if (item === null) return null;
  return (
    <ItemPanel
      index={index}
      audit={audit}
      item={item}
      chosen={finding?.id ?? null}
      onStep={(step) => store.goTo(withPanel({ ...view, step, nextAction: null }, 'step'))}
      onPlace={(step: StepTypeId) => store.show({ step, nextAction: null })}
      onFinding={(chosen) => store.show({ finding: chosen?.id ?? null })}
    />
  );
}

function FilesTab({ shown }: Pick<ScreenProps, 'shown'>): React.JSX.Element {
  const { problems } = shown.opened;
  return (
    <section aria-label="Problems in the files">
      <h2 className="panel__title">Problems in the files</h2>
      <p className="panel__note">{describeProblems(problems)}. Everything that could be understood is open.</p>
      <ProblemsList problems={problems} />
    </section>
  );
}

function PanelBody({ panel, now, ...props }: SidePanelProps & { readonly panel: Panel }): React.JSX.Element {
  const bodies: Readonly<Record<Panel, () => React.JSX.Element>> = {
    thread: () => <ThreadTab {...props} now={now} />,
    item: () => <ItemTab {...props} />,
    step: () => <StepTab {...props} />,
    findings: () => <FindingsTab {...props} />,
    files: () => <FilesTab {...props} />,
  };
  return bodies[panel]();
}

/** Beside the map: the thread that is followed, the chosen item, step or next action, the findings, the problems of the files. */
export function SidePanel({ shown, store, now }: SidePanelProps): React.JSX.Element {
  const tabs = tabsOf(shown);
  const panel = tabs.some((tab) => tab.panel === now.panel) ? now.panel : 'findings';
  const { isPanelShut } = now.map;
  const shut = (
    <button
      type="button"
      className="tab panel__shut"
      aria-expanded={!isPanelShut}
      onClick={() => store.goTo(withOwn(shown.view, { aside: isPanelShut ? '' : 'shut' }), 'replace')}
    >
      <span aria-hidden="true">{isPanelShut ? '«' : '»'}</span>
      <span className="visually-hidden">{isPanelShut ? 'Show the panel' : 'Hide the panel'}</span>
    </button>
  );
  if (isPanelShut)
    return (
      <aside className="panel panel--shut" aria-label="Beside the map">
        {shut}
      </aside>
    );
  return (
    <aside className="panel" aria-label="Beside the map">
      <nav className="tabs" aria-label="Beside the map">
        {tabs.map((tab) => (
          <button
            key={tab.panel}
            type="button"
            className="tab"
            aria-current={tab.panel === panel ? 'true' : undefined}
            onClick={() => store.goTo(withPanel(shown.view, tab.panel))}
          >
            {tab.words}
            {tab.count !== null && <span className="tab__count">{tab.count.toLocaleString('en-GB')}</span>}
          </button>
        ))}
        {shut}
      </nav>
      <div className="panel__body" key={panel}>
        <PanelBody shown={shown} store={store} now={now} panel={panel} />
      </div>
    </aside>
  );
}
