import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useMapNow } from '#app/map/use-map-now.ts';
import { useRoute } from '#app/map/use-route.ts';
import type { ScreenProps, Shown } from '#app/use-shown.ts';
import { laneOf } from '#diagram/order-steps.ts';
import { matterFor } from '#diagram/overlays/matter-for.ts';
import { overlayOf } from '#diagram/overlays/overlay-of.ts';
import { threadOf } from '#diagram/thread/thread-of.ts';
import type { Audit } from '#model/audit.ts';
import type { Item } from '#model/data-return.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { FileWanted } from '#pipeline/background.ts';
import type { ShareView } from './share-view.ts';

/** The picture that goes into files: what of the map, and what lies on it. */
export type Picture = Pick<FileWanted, 'drawn' | 'overlay' | 'numbers'>;

const NO_NUMBERS: ReadonlyMap<StepTypeId, readonly number[]> = new Map();

/** Every step, with nothing on the map. */
export const WHOLE: Picture = { drawn: { kind: 'anew', drawing: {} }, overlay: null, numbers: NO_NUMBERS };

function pictureOfLane({ workspace }: WorkspaceIndex, lane: string): Picture {
  const steps = workspace.stepTypes.filter((step) => laneOf(step) === lane).map(({ id }) => id);
  return { ...WHOLE, drawn: { kind: 'anew', drawing: { only: new Set(steps) } } };
}

/** The steps of an item's thread with their numbers, and its coverage on them. */
function pictureOfItem(index: WorkspaceIndex, audit: Audit, { id }: Item): Picture {
  const thread = threadOf(index, audit, { kind: 'item', item: id });
  const steps = new Set(matterFor(index, audit, { kind: 'thread', thread }));
  return {
    // An item that nothing records is shown as missing on the whole map.
    drawn: { kind: 'anew', drawing: steps.size === 0 ? {} : { only: steps } },
    overlay: overlayOf(index, audit, { kind: 'item', item: id }),
    numbers: thread.numbers,
  };
}

/** The map as it was looked at last: what is open, what is left out, what lies on it. */
function usePictureOfMap(shown: Shown, own: Readonly<Record<string, string>> | undefined): Picture | null {
  const view = useMemo(() => ({ ...shown.view, screen: 'map', own: own ?? {} }) as const, [shown.view, own]);
  const now = useMapNow({ ...shown, view });
  const route = useRoute(shown, now, '');
  const { diagram } = shown.shown;
  const { overlay } = now;
  return useMemo(
    () =>
      diagram === null
        ? null
        : { drawn: { kind: 'laid-out', diagram }, overlay, numbers: route?.numbers ?? NO_NUMBERS },
    [diagram, overlay, route],
  );
}

/** The picture that is chosen; null while it cannot be said yet. */
export function useDrawn({ store, shown }: ScreenProps, { drawn, lane, item }: ShareView): Picture | null {
  const { index, audit } = shown;
  const lastMap = useStore(store, ({ lasts }) => lasts.map);
  const ofMap = usePictureOfMap(shown, lastMap?.own);
  // Each by itself, so that what comes in for another does not have this one drawn again.
  const ofLane = useMemo(() => pictureOfLane(index, lane), [index, lane]);
  const wanted = drawn === 'item' ? item : null;
  const ofItem = useMemo(
    () => (wanted === null || audit === null ? null : pictureOfItem(index, audit, wanted)),
    [index, audit, wanted],
  );
  if (drawn === 'map') return ofMap;
  if (drawn === 'lane') return ofLane;
  return wanted === null ? WHOLE : ofItem;
}
