import { branchOf, type CasePlayer, type PlayedCase, type WalkEvent } from '#cases/played-case.ts';
import type { Refusal } from '#machine/step-values.ts';

/** The first event of a case's history that its workspace refuses now. */
export interface FirstRefused {
  /** How many events come before it. */
  readonly at: number;
  readonly event: WalkEvent;
  readonly reasons: readonly Refusal[];
}

/** Where a history stops being possible, as after an edit of the workspace; null where all of it can be played. */
export function firstRefused(player: CasePlayer, played: PlayedCase): FirstRefused | null {
  const { events } = branchOf(played);
  const end = player.momentOf({ ...played, at: events.length });
  if (end.state.history.every(({ kind }) => kind !== 'refused')) return null;
  for (const [at, event] of events.entries()) {
    const asked = player.ask({ ...played, at }, event);
    if (asked.kind === 'refused') return { at, event, reasons: asked.reasons };
  }
  return null;
}
