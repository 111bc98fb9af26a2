import { OutlinePanel } from '#app/outline/outline-panel.tsx';
import type { ScreenProps } from '#app/use-shown.ts';
import { OverlayTable } from '#views/overlay-key/overlay-table.tsx';
import { withPanel } from './map-view.ts';
import type { MapNow } from './use-map-now.ts';
import { useRoute } from './use-route.ts';

/** The map without a diagram: what lies on it as a table, and its outline. */
export function MapOutline({ shown, store, now }: ScreenProps & { readonly now: MapNow }): React.JSX.Element {
  const route = useRoute(shown, now, '');
  return (
    <div className="map-outline">
      {now.overlay !== null && (
        <details className="map-outline__table">
          <summary>{now.overlay.title}: the map as a table</summary>
          <OverlayTable
            overlay={now.overlay}
            onStep={(step) => store.goTo(withPanel({ ...shown.view, step, nextAction: null }, 'step'))}
          />
        </details>
      )}
      <OutlinePanel
        shown={shown}
        store={store}
        overlay={now.overlay}
        route={route}
        // What is found is asked for; without a filter, what matters.
        only={now.only ?? now.matching}
      />
    </div>
  );
}
