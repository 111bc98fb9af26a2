import { useCallback } from 'react';
import type { Shown } from '#app/use-shown.ts';
import type { Finding } from '#model/finding.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { AppStore } from '#store/create-store.ts';
import { type View, withOwn } from '#store/view.ts';
import { FindingsList } from '#views/findings-list/findings-list.tsx';
import { ItemPanel } from '#views/item-panel/item-panel.tsx';
import { describeProblems, ProblemsList } from '#views/problems-list/problems-list.tsx';
import { StepPanel } from '#views/step-panel/step-panel.tsx';
import { mapViewOf, type Panel } from './map-view.ts';

interface SidePanelProps {
  readonly shown: Shown;
  readonly onView: (change: Partial<View>) => void;
  readonly onPanel: (panel: Panel, change?: Partial<View>) => void;
}

interface Tab {
  readonly panel: Panel;
  readonly words: string;
  readonly count: number | null;
}

/** The panels that have something to show. */
function tabsOf({ item, view, audit, opened, index }: Shown): readonly Tab[] {
  const problems = opened.problems.length;
  const hasStep = view.step !== null && index.stepTypes.has(view.step);
  return [
    { panel: 'findings', words: 'Findings', count: audit?.findings.length ?? null },
    ...(item === null ? [] : [{ panel: 'item', words: 'Item', count: null } as const]),
    ...(hasStep ? [{ panel: 'step', words: 'Step', count: null } as const] : []),
    ...(problems === 0 ? [] : [{ panel: 'files', words: 'Files', count: problems } as const]),
  ];
}

/** What a finding about coverage is best seen with: its item on the map. */
function viewOfFinding(finding: Finding | null): Partial<View> {
  if (finding === null) return { finding: null };
  const [item] = finding.items;
  const isCoverage = finding.kind.startsWith('coverage/');
  return { finding: finding.id, ...(isCoverage && item !== undefined ? { item } : {}) };
}

function Findings({ shown, onView }: Pick<SidePanelProps, 'shown' | 'onView'>): React.JSX.Element {
  const { index, audit, finding } = shown;
  const choose = useCallback((chosen: Finding | null) => onView(viewOfFinding(chosen)), [onView]);
  if (audit === null) return <p className="panel__note">Asking what the routes say…</p>;
  return (
    <FindingsList
      index={index}
      findings={audit.findings}
      chosen={finding}
      onChoose={choose}
      onStep={(step) => onView({ step })}
    />
  );
}

function PanelBody({
  shown,
  onView,
  onPanel,
  panel,
}: SidePanelProps & { readonly panel: Panel }): React.JSX.Element | null {
  const { index, audit, item, view } = shown;
  const onStep = (step: StepTypeId): void => onPanel('step', { step });
  const step = view.step === null ? undefined : index.stepTypes.get(view.step);
  if (panel === 'item' && item !== null && audit !== null) {
    return (
      <ItemPanel
        index={index}
        audit={audit}
        item={item}
        onStep={onStep}
        onPlace={(step) => onView({ step })}
        onFinding={(finding) => onView({ finding: finding.id })}
      />
    );
  }
  if (panel === 'step' && step !== undefined) {
    const sets = audit?.steps.find((candidate) => candidate.stepType === step.id) ?? null;
    return <StepPanel index={index} step={step} sets={sets} item={item} onStep={onStep} />;
  }
  if (panel === 'files') {
    const { problems } = shown.opened;
    return (
      <section aria-label="Problems in the files">
        <h2 className="panel__title">Problems in the files</h2>
        <p className="panel__note">{describeProblems(problems)}. Everything that could be understood is open.</p>
        <ProblemsList problems={problems} />
      </section>
    );
  }
  return <Findings shown={shown} onView={onView} />;
}

/** Beside the map: the findings, the chosen item, the chosen step, or the problems of the files. */
export function SidePanel({ shown, store }: { readonly shown: Shown; readonly store: AppStore }): React.JSX.Element {
  const tabs = tabsOf(shown);
  const wanted = mapViewOf(shown.view).panel;
  const panel = tabs.some((tab) => tab.panel === wanted) ? wanted : 'findings';
  const onView = (change: Partial<View>): void => store.show(change);
  const onPanel = (next: Panel, change: Partial<View> = {}): void =>
    store.goTo(withOwn({ ...shown.view, ...change }, { panel: next }));
  return (
    <aside className="panel" aria-label="Beside the map">
      <nav className="tabs" aria-label="Beside the map">
        {tabs.map((tab) => (
          <button
            key={tab.panel}
            type="button"
            className="tab"
            aria-current={tab.panel === panel ? 'true' : undefined}
            onClick={() => onPanel(tab.panel)}
          >
            {tab.words}
            {tab.count !== null && <span className="tab__count">{tab.count.toLocaleString('en-GB')}</span>}
          </button>
        ))}
      </nav>
      <div className="panel__body" key={panel}>
        <PanelBody shown={shown} onView={onView} onPanel={onPanel} panel={panel} />
      </div>
    </aside>
  );
}
