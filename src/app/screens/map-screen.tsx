import { useState } from 'react';
import { useStore } from 'zustand';
import { AddStep } from '#app/map/add-step.tsx';
import { MapDiagram } from '#app/map/map-diagram.tsx';
import { MapOutline } from '#app/map/map-outline.tsx';
import { SidePanel } from '#app/map/side-panel.tsx';
import { Toolbar } from '#app/map/toolbar.tsx';
import { useDrawing } from '#app/map/use-drawing.ts';
import { useMapActions } from '#app/map/use-map-actions.ts';
import { useMapKeys } from '#app/map/use-map-keys.ts';
import { useMapNow } from '#app/map/use-map-now.ts';
import { useEscape } from '#app/use-escape.ts';
import { useNarrow } from '#app/use-narrow.ts';
import type { ScreenProps } from '#app/use-shown.ts';
import './map.scss';

/** The screen Map: the workflows as a diagram or an outline, what lies on them, and what stands beside. */
export function MapScreen({ shown, store }: ScreenProps): React.JSX.Element {
  const isNarrow = useNarrow();
  const now = useMapNow(shown);
  const doing = useMapActions(store);
  const canEdit = useStore(store, ({ readOnly, lookedFrom }) => readOnly === null && lookedFrom === null);
  const [isAdding, onAdding] = useState(false);
  useDrawing(store, shown, now);
  useEscape(() => (isAdding ? onAdding(false) : doing.onClear()));
  const isOutline = isNarrow || now.map.form === 'outline';
  // The outline has ways of its own to add and to take away.
  const isEditing = canEdit && !isOutline;
  useMapKeys(isEditing ? { a: () => onAdding(true), Delete: doing.onRemove } : {});
  const shut = now.map.isPanelShut ? ' workbench--shut' : '';
  return (
    <>
      <Toolbar
        shown={shown}
        store={store}
        now={now}
        hasForms={!isNarrow}
        adding={isEditing ? { isAdding, onAdding } : null}
      />
      {isAdding && isEditing && <AddStep shown={shown} doing={doing} onDone={() => onAdding(false)} />}
      <div className={`workbench map-workbench${shut}`}>
        <main className="workbench__map" id="main" tabIndex={-1}>
          {isOutline ? (
            <MapOutline shown={shown} store={store} now={now} />
          ) : (
            <MapDiagram
              key={shown.shown.openedAs}
              shown={shown}
              store={store}
              now={now}
              doing={doing}
              canEdit={canEdit}
            />
          )}
        </main>
        <SidePanel shown={shown} store={store} now={now} />
      </div>
    </>
  );
}
