import './outline.scss';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useDraft } from '#app/fields/use-draft.ts';
import type { ScreenProps } from '#app/use-shown.ts';
import type { LinesFrom } from '#diagram/outline/table-lines.ts';
import type { MapOverlay } from '#diagram/overlays/overlay.ts';
import type { RouteOnMap } from '#diagram/route.ts';
import type { StepTypeId } from '#model/ids.ts';
import { cellTextsAt } from '#pipeline/cell-text.ts';
import { withOwn } from '#store/view.ts';
import { OutlineTree } from '#views/outline/outline-tree.tsx';
import { OutlineTables } from './outline-tables.tsx';
import { OUTLINE_WORDS, outlineViewOf } from './outline-view.ts';
import { useOutline } from './use-outline.ts';

interface OutlinePanelProps extends ScreenProps {
  /** The one that lies on the map. */
  readonly overlay?: MapOverlay | null;
  /** The route that is lit. */
  readonly route?: RouteOnMap | null;
  /** Steps that pass the map's filters; null: every one. */
  readonly only?: ReadonlySet<StepTypeId> | null;
}

function Find({ store, shown }: ScreenProps): React.JSX.Element {
  const [text, write] = useDraft(outlineViewOf(shown.view).find, (value) =>
    store.goTo(withOwn(store.getState().view, { [OUTLINE_WORDS.find]: value }), 'replace'),
  );
  return (
    <search className="outline__find">
      <input
        className="field"
        type="search"
        aria-label="Find in the outline"
        placeholder="Find steps, next actions, forms, questions"
        value={text}
        onChange={(event) => write(event.target.value)}
      />
    </search>
  );
}

/** The map as a tree and as tables: everything that the diagram shows, to be read and changed without it. */
export function OutlinePanel({
  store,
  shown,
  overlay = null,
  route = null,
  only = null,
}: OutlinePanelProps): React.JSX.Element {
  const isReadOnly = useStore(store, ({ readOnly, lookedFrom }) => readOnly !== null || lookedFrom !== null);
  const tree = useOutline({ store, shown }, only);
  const { index, opened } = shown;
  const from = useMemo<LinesFrom>(
    () => ({ index, problems: opened.problems, textsAt: (at) => cellTextsAt(opened, at), overlay, route, only }),
    [index, opened, overlay, route, only],
  );
  return (
    <div className="outline" data-layout-ready="true">
      <div className="outline__sides">
        <section className="outline__tree" aria-label="Outline">
          <Find store={store} shown={shown} />
          <OutlineTree {...tree} label="Outline of the map" overlay={overlay} route={route} />
        </section>
        <OutlineTables store={store} shown={shown} isReadOnly={isReadOnly} from={from} />
      </div>
    </div>
  );
}
