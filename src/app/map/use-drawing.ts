import { useEffect, useEffectEvent } from 'react';
import type { Shown } from '#app/use-shown.ts';
import type { DrawOptions } from '#diagram/draw-map.ts';
import type { AppStore } from '#store/create-store.ts';
import { turnedStep, writeOpen } from './open-steps.ts';
import type { MapNow } from './use-map-now.ts';

/** Two drawings with one key show the same. */
const keyOf = ({ open, only }: DrawOptions): string =>
  `${open === undefined ? '' : writeOpen(open)}\n${only === undefined ? '*' : [...only].toSorted().join(' ')}`;

const NOTHING_OPEN = new Map<never, never>();

/** Has the map drawn as the address says: which steps are open, and which matter. What was turned stays where it is. */
export function useDrawing(store: AppStore, { shown, index, audit }: Shown, { map, only }: MapNow): void {
  const open = new Map([...map.open].filter(([step]) => index.stepTypes.has(step)));
  // Until another audit is there, what was drawn before stays.
  const kept = map.only && audit === null ? (store.getState().drawing.only ?? null) : only;
  const wanted: DrawOptions = { ...(open.size === 0 ? {} : { open }), ...(kept === null ? {} : { only: kept }) };
  const key = keyOf(wanted);
  const draw = useEffectEvent(
    (asked: { readonly openedAs: number; readonly isDrawn: boolean; readonly key: string }) => {
      const { drawing, view } = store.getState();
      if (!asked.isDrawn || keyOf(drawing) === asked.key) return;
      store.draw(wanted, turnedStep(drawing.open ?? NOTHING_OPEN, open) ?? view.step);
    },
  );
  const isDrawn = shown.diagram !== null;
  const { openedAs } = shown;
  useEffect(() => draw({ isDrawn, openedAs, key }), [isDrawn, openedAs, key]);
}
