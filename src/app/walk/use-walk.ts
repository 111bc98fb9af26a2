import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { ScreenProps } from '#app/use-shown.ts';
import { dateOf, type PlayedCase, type WalkEvent } from '#cases/played-case.ts';
import { openSteps } from '#machine/case-values.ts';
import type { Refusal } from '#machine/step-values.ts';
import { walkRulesOf } from '#pipeline/walk-case.ts';
import { withOwn } from '#store/view.ts';
import { createWalkStore } from '#store/walking/walk-store.ts';
import { type Lit, NOTHING_LIT } from '#walk/lit.ts';
import type { WalkNow } from './walk-now.ts';

/** The case of this tab: it stays while other screens are looked at. */
export const WALKING = createWalkStore();

const NONE: readonly Refusal[] = [];

/** The case as it stands; null while none has been begun. */
export function useWalk({ store, shown }: ScreenProps): WalkNow | null {
  const played = useStore(WALKING, (state) => state.played);
  const [lit, light] = useState<Lit>(NOTHING_LIT);
  const rules = useMemo(() => walkRulesOf(shown.index), [shown.index]);
  const chosen = shown.view.own['work'] ?? null;
  const moment = useMemo(() => (played === null ? null : rules.player.momentOf(played)), [rules, played]);
  const choose = useCallback(
    (step: string) => store.show({ own: withOwn(store.getState().view, { work: step }).own }, 'replace'),
    [store],
  );
  const change = useCallback((by: (now: PlayedCase) => PlayedCase) => {
    const now = WALKING.getState().played;
    if (now !== null) WALKING.setState({ played: by(now) });
  }, []);
  const ask = useCallback(
    (event: WalkEvent) => {
      const now = WALKING.getState().played;
      if (now === null) return NONE;
      const asked = rules.player.ask(now, event);
      if (asked.kind === 'refused') return asked.reasons;
      WALKING.setState({ played: asked.played });
      return NONE;
    },
    [rules],
  );
  return useMemo(() => {
    if (played === null || moment === null) return null;
    const { steps } = moment.state;
    const step = steps.find(({ key }) => key === chosen) ?? openSteps(moment.state)[0] ?? steps.at(-1) ?? null;
    return { store, shown, rules, played, moment, on: dateOf(played), step, choose, ask, change, lit, light };
  }, [store, shown, rules, played, moment, chosen, choose, ask, change, lit]);
}
