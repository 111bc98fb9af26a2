import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { ScreenProps } from '#app/use-shown.ts';
import { branchOf, dateOf, type PlayedCase, playedEvents, playedTo, type WalkEvent } from '#cases/played-case.ts';
import { type CaseState, openSteps } from '#machine/case-values.ts';
import type { Refusal, StepState } from '#machine/step-values.ts';
import { type WalkRules, walkRulesOf } from '#pipeline/walk-case.ts';
import { withOwn } from '#store/view.ts';
import { isSameCase } from '#store/walking/walk-store.ts';
import { type FirstRefused, firstRefused } from '#walk/first-refused.ts';
import { useLit } from './use-lit.ts';
import type { WalkNow } from './walk-now.ts';
import { WALKING } from './walking.ts';

const NONE: readonly Refusal[] = [];

interface Playable {
  /** The case, played no further than its workspace allows. */
  readonly played: PlayedCase;
  readonly stops: FirstRefused | null;
}

/** The case as far as the workspace, as it is now, lets it be played. */
function playable({ player }: WalkRules, kept: PlayedCase): Playable {
  const stops = firstRefused(player, kept);
  const isBeyond = stops !== null && kept.at > stops.at;
  return { played: isBeyond ? playedTo(kept, stops.at) : kept, stops };
}

type Doing = Pick<WalkNow, 'ask' | 'change'>;

function useDoing(rules: WalkRules, choose: WalkNow['choose']): Doing {
  const change = useCallback(
    (by: (now: PlayedCase) => PlayedCase) => {
      const { played: kept, script } = WALKING.getState();
      if (kept === null) return;
      const now = playable(rules, kept).played;
      const played = by(now);
      // Going through the history shows the step that each line is about.
      if (played.at !== now.at) choose('');
      WALKING.setState({ played, refused: null, script: isSameCase(played, kept) ? script : '' });
    },
    [rules, choose],
  );
  const ask = useCallback(
    (event: WalkEvent) => {
      const { played: kept } = WALKING.getState();
      if (kept === null) return NONE;
      const asked = rules.player.ask(playable(rules, kept).played, event);
      if (asked.kind === 'refused') {
        WALKING.setState({ refused: { event, reasons: asked.reasons } });
        return asked.reasons;
      }
      WALKING.setState({ played: asked.played, refused: null, script: '' });
      return NONE;
    },
    [rules],
  );
  return { ask, change };
}

/** The step that the last thing that happened was about. */
function lastStep(played: PlayedCase, { steps }: CaseState): StepState | undefined {
  const last = playedEvents(played).findLast(({ type }) => type !== 'date');
  if (last === undefined || !('step' in last)) return steps.at(-1);
  return steps.find(({ key }) => key === last.step);
}

/** The step that is looked at where nobody has chosen one. */
function stepToShow(played: PlayedCase, state: CaseState): StepState | null {
  const isBehind = played.at < branchOf(played).events.length;
  const open = openSteps(state);
  const last = lastStep(played, state);
  // At the end of the history what is open is worked on; what was worked on last, as long as it is open.
  const isShown = last !== undefined && (isBehind || open.includes(last));
  return (isShown ? last : open[0]) ?? state.steps.at(-1) ?? null;
}

/** The case as it stands; null while none has been begun. */
export function useWalk({ store, shown }: ScreenProps): WalkNow | null {
  const kept = useStore(WALKING, (state) => state.played);
  const rules = useMemo(() => walkRulesOf(shown.index), [shown.index]);
  const chosen = shown.view.own['work'] ?? null;
  const now = useMemo(() => (kept === null ? null : playable(rules, kept)), [rules, kept]);
  const { lit, light } = useLit(now === null ? null : now.played);
  const choose = useCallback(
    (step: string) => store.show({ own: withOwn(store.getState().view, { work: step }).own }, 'replace'),
    [store],
  );
  const { ask, change } = useDoing(rules, choose);
  return useMemo(() => {
    if (now === null) return null;
    const { played, stops } = now;
    const moment = rules.player.momentOf(played);
    const step = moment.state.steps.find(({ key }) => key === chosen) ?? stepToShow(played, moment.state);
    return { store, shown, rules, played, moment, stops, on: dateOf(played), step, choose, ask, change, lit, light };
  }, [store, shown, rules, now, chosen, choose, ask, change, lit, light]);
}
