import { useCallback } from 'react';
import { useStore } from 'zustand';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceInput } from '#pipeline/background.ts';
import type { AppStore } from '#store/create-store.ts';
import type { View } from '#store/view.ts';
import { MapCanvas } from '#views/map-canvas/map-canvas.tsx';
import { MapKey } from '#views/map-key/map-key.tsx';
import { MapList } from '#views/map-list/map-list.tsx';
import { Header } from './header.tsx';
import { Progress, RefusalNotice } from './notices.tsx';
import { SidePanel } from './side-panel.tsx';
import { Toolbar } from './toolbar.tsx';
import { useDrop } from './use-drop.ts';
import { useEscape } from './use-escape.ts';
import { useNarrow } from './use-narrow.ts';
import { type Shown, useShown } from './use-shown.ts';

interface MapProps {
  readonly shown: Shown;
  readonly onView: (change: Partial<View>) => void;
}

function MapDiagram({ shown, onView }: MapProps): React.JSX.Element {
  const { diagram } = shown.shown;
  const select = useCallback(
    (step: StepTypeId | null) => onView(step === null ? { step } : { step, panel: 'step' }),
    [onView],
  );
  const clear = useCallback(() => onView({ finding: null, step: null }), [onView]);
  if (diagram === null) return <p className="waiting">Drawing the map…</p>;
  if (diagram.steps.length === 0)
    return <p className="waiting">This workspace has no step types, so there is nothing to draw.</p>;
  return (
    <div className="map-area">
      <MapCanvas diagram={diagram} highlight={shown.highlight} onSelect={select} onClear={clear} />
      <MapKey hasItem={shown.item !== null} />
    </div>
  );
}

/** The map and what stands beside it. */
function MapScreen({ shown, onView }: MapProps): React.JSX.Element {
  const isNarrow = useNarrow();
  const { index, highlight, view } = shown;
  const asList = isNarrow || view.form === 'list';
  return (
    <>
      <Toolbar shown={shown} onView={onView} hasForms={!isNarrow} />
      <div className="workbench">
        <main className="workbench__map" id="map">
          {asList ? (
            <MapList
              index={index}
              overlay={highlight.overlay}
              route={highlight.route}
              selected={view.step}
              onSelect={(step) => onView({ step, panel: 'step' })}
            />
          ) : (
            <MapDiagram key={shown.shown.name ?? ''} shown={shown} onView={onView} />
          )}
        </main>
        <SidePanel shown={shown} onView={onView} />
      </div>
    </>
  );
}

/** The whole page. */
export function App({ store }: { readonly store: AppStore }): React.JSX.Element {
  const shown = useShown(store);
  const busy = useStore(store, (state) => state.busy);
  const refusal = useStore(store, (state) => state.refusal);
  const open = useCallback((input: WorkspaceInput) => store.open(input), [store]);
  const fail = useCallback(
    (message: string) => {
      const problem = { severity: 'error', file: 'What was dropped', row: 0, column: '', message } as const;
      store.refuse({ name: 'What was dropped', problems: [problem] });
    },
    [store],
  );
  const isOver = useDrop(open, fail);
  const onView = useCallback((change: Partial<View>) => store.show(change), [store]);
  useEscape(() => onView({ finding: null }));
  const workspace = shown?.shown.opened.workspace ?? null;
  return (
    <div className="page">
      <a
        className="skip-link"
        href="#map"
        onClick={(event) => {
          event.preventDefault();
          document.querySelector<HTMLElement>('#map [tabindex="0"], #map button')?.focus();
        }}
      >
        Skip to the map
      </a>
      <Header authority={workspace?.manifest.authority ?? ''} name={shown?.shown.name ?? null} onOpen={open} />
      <RefusalNotice refusal={refusal} onDismiss={store.dismissRefusal} />
      {shown === null ? (
        <main className="waiting">Opening the worked example…</main>
      ) : (
        <MapScreen shown={shown} onView={onView} />
      )}
      <Progress busy={busy} onCancel={shown === null ? null : store.cancel} />
      {isOver && <div className="drop-hint">Drop a workspace folder or zip to open it. It stays in this browser.</div>}
    </div>
  );
}
