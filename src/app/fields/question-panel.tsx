import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Shown } from '#app/use-shown.ts';
import { codeMapsOf } from '#diagram/fields/code-map.ts';
import type { QuestionRow } from '#diagram/fields/question-row.ts';
import type { Suggestions } from '#model/suggestion.ts';
import type { Source } from '#model/workspace.ts';
import type { AppStore } from '#store/create-store.ts';
import { ManyPanel } from '#views/mapping-panel/many-panel.tsx';
import { MappingPanel } from '#views/mapping-panel/mapping-panel.tsx';
import { Codes, unmappedIn } from './codes-panel.tsx';
import type { FieldPanel } from './fields-view.ts';
import {
  acceptSuggested,
  assessRows,
  createAndMap,
  flagRows,
  ignoreRows,
  mapTo,
  proposalsFor,
  refuseFact,
  rejectProposal,
  sourceActions,
  whyAddress,
} from './mapping-work.ts';
import { PanelTabs } from './panel-tabs.tsx';

interface QuestionPanelProps {
  readonly store: AppStore;
  readonly shown: Shown;
  readonly row: QuestionRow | null;
  readonly suggestions: Suggestions | null;
  readonly chosen: readonly QuestionRow[];
  readonly panel: FieldPanel;
  readonly isFlagging: boolean;
  readonly onFlagging: (isFlagging: boolean) => void;
  readonly onNone: () => void;
  readonly onRemove: (rows: readonly QuestionRow[]) => void;
}

interface OneProps extends QuestionPanelProps {
  readonly row: QuestionRow;
  readonly isReadOnly: boolean;
}

function One({ store, shown, row, suggestions, isReadOnly, isFlagging, onFlagging }: OneProps): React.JSX.Element {
  const { index, view } = shown;
  const proposals = useMemo(() => proposalsFor(index, row, suggestions), [index, row, suggestions]);
  return (
    <MappingPanel
      key={row.key}
      index={index}
      row={row}
      proposals={proposals}
      whyAddress={whyAddress(view, row.key)}
      isReadOnly={isReadOnly}
      isFlagging={isFlagging}
      actions={{
        ...sourceActions(store),
        onMap: (fact, why) => mapTo(store, [row], fact.id, why),
        onReject: (proposal) => rejectProposal(store, row, proposal),
        onFlag: (why) => {
          flagRows(store, [row], why);
          onFlagging(false);
        },
        onCancelFlag: () => onFlagging(false),
        onCreate: (fact) => createAndMap(store, [row], fact),
        refuseFact: (key) => refuseFact(store, key),
        onAssess: (...said) => assessRows(store, [row], said),
        onFinding: (finding) => store.goTo({ ...view, screen: 'findings', finding, own: {} }),
      }}
    />
  );
}

function Many({ store, shown, chosen, onNone, onRemove }: QuestionPanelProps): React.JSX.Element {
  return (
    <ManyPanel
      rows={chosen}
      facts={shown.index.workspace.facts}
      onMapAll={(fact) => mapTo(store, chosen, fact.id, '')}
      onAccept={(rows) => acceptSuggested(store, rows)}
      onFlag={(why) => flagRows(store, chosen, why)}
      onIgnore={() => ignoreRows(store, chosen)}
      onAssess={(...said) => assessRows(store, chosen, said)}
      onRemove={() => onRemove(chosen)}
      onNone={onNone}
    />
  );
}

const NONE: readonly Source[] = [];

/** Beside the questions: the mapping of the one that is stood on, its codes, or all that are ticked. */
export function QuestionPanel(props: QuestionPanelProps): React.JSX.Element {
  const { store, shown, row, chosen, panel } = props;
  const isReadOnly = useStore(store, (state) => state.readOnly !== null);
  const { index } = shown;
  const sources = row?.sources ?? NONE;
  const maps = useMemo(() => codeMapsOf(index, sources), [index, sources]);
  const now = panel === 'chosen' && chosen.length === 0 ? 'mapping' : panel;
  const unmapped = unmappedIn(maps);
  function body(): React.ReactNode {
    if (now === 'chosen') return <Many {...props} />;
    if (row === null) return <p className="panel__note">Stand on a question to see its mapping.</p>;
    if (now === 'codes') return <Codes store={store} index={index} maps={maps} isReadOnly={isReadOnly} />;
    return <One {...props} row={row} isReadOnly={isReadOnly} />;
  }
  return (
    <PanelTabs
      store={store}
      panel={now}
      tabs={[
        { panel: 'mapping', words: 'Mapping', count: null },
        { panel: 'codes', words: 'Codes', count: unmapped === 0 ? null : unmapped },
        ...(chosen.length === 0 ? [] : [{ panel: 'chosen', words: 'Ticked', count: chosen.length } as const]),
      ]}
    >
      {body()}
    </PanelTabs>
  );
}
