import { createContext, use } from 'react';
import type { ItemOverlay } from '#diagram/item-overlay.ts';
import type { RouteOnMap } from '#diagram/route.ts';
import type { StepTypeId } from '#model/ids.ts';

/** What is shown on top of the map: the chosen item, the lit route, the chosen step. */
export interface Highlight {
  readonly overlay: ItemOverlay | null;
  readonly route: RouteOnMap | null;
  /** Steps that a finding without a route is about. */
  readonly named: ReadonlySet<StepTypeId>;
  readonly selected: StepTypeId | null;
  /** The step that the keyboard stands on; null while the map has no focus. */
  readonly active: StepTypeId | null;
}

export const NO_HIGHLIGHT: Highlight = { overlay: null, route: null, named: new Set(), selected: null, active: null };

/** Steps and lines read the highlight from here, so that their own values stay the same while it changes. */
export const HighlightContext = createContext<Highlight>(NO_HIGHLIGHT);
export const useHighlight = (): Highlight => use(HighlightContext);
