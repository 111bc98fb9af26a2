import { useMemo } from 'react';
import type { Shown } from '#app/use-shown.ts';
import { overlayItem } from '#diagram/item-overlay.ts';
import { routeOnMap, stepsOfFinding } from '#diagram/route.ts';
import { type Highlight, NO_HIGHLIGHT } from '#views/map-canvas/highlight.ts';

const NOTHING_NAMED: Highlight['named'] = new Set();

/** What is lit on the map: the chosen item, the route of the chosen finding, the chosen step. */
export function useMapHighlight({ index, audit, item, finding, view }: Shown): Highlight {
  const overlay = useMemo(
    () => (audit === null || item === null ? null : overlayItem(index, audit, item)),
    [index, audit, item],
  );
  const route = useMemo(() => (finding?.route ? routeOnMap(finding.route) : null), [finding]);
  const named = useMemo(
    () => (finding === null || finding.route !== null ? NOTHING_NAMED : new Set(stepsOfFinding(finding))),
    [finding],
  );
  return useMemo(
    () => ({ ...NO_HIGHLIGHT, overlay, route, named, selected: view.step }),
    [overlay, route, named, view.step],
  );
}
