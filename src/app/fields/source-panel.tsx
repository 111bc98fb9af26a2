import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Shown } from '#app/use-shown.ts';
import { codeMapsOf } from '#diagram/fields/code-map.ts';
import type { SourceRow } from '#diagram/fields/source-rows.ts';
import type { AppStore } from '#store/create-store.ts';
import { SourceCard } from '#views/mapping-panel/source-card.tsx';
import { Codes, unmappedIn } from './codes-panel.tsx';
import type { FieldPanel } from './fields-view.ts';
import { sourceActions, whyAddress } from './mapping-work.ts';
import { PanelTabs } from './panel-tabs.tsx';

interface SourcePanelProps {
  readonly store: AppStore;
  readonly shown: Shown;
  readonly row: SourceRow | null;
  readonly panel: FieldPanel;
}

function About({
  store,
  shown,
  row,
  isReadOnly,
}: SourcePanelProps & { readonly row: SourceRow; readonly isReadOnly: boolean }): React.JSX.Element {
  const { source, fact, place, items, problems } = row;
  const question = source.form === null || source.question === null ? null : `${source.form}/${source.question}`;
  return (
    <>
      <h2 className="panel__title">{fact?.name ?? source.fact}</h2>
      <p className="panel__note">{fact?.definition}</p>
      {question !== null && (
        <p className="panel__note">
          <a href={whyAddress(shown.view, question)}>Why is this asked?</a>
        </p>
      )}
      {problems.map((problem) => (
        <p key={problem.column + problem.message} className="refused">
          <b>{problem.column === '' ? 'Row' : problem.column}:</b> {problem.message}
        </p>
      ))}
      <ul className="plain-list">
        <SourceCard
          source={source}
          fact={fact}
          place={`${source.kind.replaceAll('-', ' ')} · ${place}`}
          isReadOnly={isReadOnly}
          actions={sourceActions(store)}
        />
      </ul>
      {items.length > 0 && (
        <p className="panel__note">Feeds {items.map(({ tag, cbds }) => `${tag} (${cbds})`).join(', ')}.</p>
      )}
    </>
  );
}

/** Beside the sources: what is said of the one that is stood on, and its codes. */
export function SourcePanel(props: SourcePanelProps): React.JSX.Element {
  const { store, shown, row, panel } = props;
  const isReadOnly = useStore(store, (state) => state.readOnly !== null);
  const { index } = shown;
  const maps = useMemo(() => (row === null ? [] : codeMapsOf(index, [row.source])), [index, row]);
  const now = panel === 'codes' ? 'codes' : 'mapping';
  const unmapped = unmappedIn(maps);
  return (
    <PanelTabs
      store={store}
      panel={now}
      tabs={[
        { panel: 'mapping', words: 'Source', count: null },
        { panel: 'codes', words: 'Codes', count: unmapped === 0 ? null : unmapped },
      ]}
    >
      {row === null && <p className="panel__note">Stand on a source to see what is said of it.</p>}
      {row !== null && now === 'mapping' && <About {...props} row={row} isReadOnly={isReadOnly} />}
      {row !== null && now === 'codes' && <Codes store={store} index={index} maps={maps} isReadOnly={isReadOnly} />}
    </PanelTabs>
  );
}
