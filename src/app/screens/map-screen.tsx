import { useCallback } from 'react';
import { mapViewOf } from '#app/map/map-view.ts';
import { SidePanel } from '#app/map/side-panel.tsx';
import { Toolbar } from '#app/map/toolbar.tsx';
import { useMapHighlight } from '#app/map/use-highlight.ts';
import { useEscape } from '#app/use-escape.ts';
import { useNarrow } from '#app/use-narrow.ts';
import type { ScreenProps } from '#app/use-shown.ts';
import type { StepTypeId } from '#model/ids.ts';
import { withOwn } from '#store/view.ts';
import type { Highlight } from '#views/map-canvas/highlight.ts';
import { MapCanvas } from '#views/map-canvas/map-canvas.tsx';
import { MapKey } from '#views/map-key/map-key.tsx';
import { MapList } from '#views/map-list/map-list.tsx';

function MapDiagram({ shown, store, highlight }: ScreenProps & { readonly highlight: Highlight }): React.JSX.Element {
  const { diagram } = shown.shown;
  const select = useCallback(
    (step: StepTypeId | null) => {
      const { view } = store.getState();
      store.goTo(step === null ? { ...view, step } : withOwn({ ...view, step }, { panel: 'step' }));
    },
    [store],
  );
  const clear = useCallback(() => store.show({ finding: null, step: null }), [store]);
  if (diagram === null) return <p className="waiting">Drawing the map…</p>;
  if (diagram.steps.length === 0)
    return <p className="waiting">This workspace has no step types, so there is nothing to draw.</p>;
  return (
    <div className="map-area">
      <MapCanvas diagram={diagram} highlight={highlight} onSelect={select} onClear={clear} />
      <MapKey hasItem={shown.item !== null} />
    </div>
  );
}

/** The map and what stands beside it. */
export function MapScreen({ shown, store }: ScreenProps): React.JSX.Element {
  const isNarrow = useNarrow();
  const highlight = useMapHighlight(shown);
  useEscape(() => store.show({ finding: null }));
  const { index, view } = shown;
  const isOutline = isNarrow || mapViewOf(view).form === 'outline';
  return (
    <>
      <Toolbar shown={shown} store={store} hasForms={!isNarrow} />
      <div className="workbench">
        <main className="workbench__map" id="main" tabIndex={-1}>
          {isOutline ? (
            <MapList
              index={index}
              overlay={highlight.overlay}
              route={highlight.route}
              selected={view.step}
              onSelect={(step) => store.goTo(withOwn({ ...view, step }, { panel: 'step' }))}
            />
          ) : (
            <MapDiagram key={shown.shown.name ?? ''} shown={shown} store={store} highlight={highlight} />
          )}
        </main>
        <SidePanel shown={shown} store={store} />
      </div>
    </>
  );
}
