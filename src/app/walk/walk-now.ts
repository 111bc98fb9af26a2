import type { ScreenProps } from '#app/use-shown.ts';
import type { PlayedCase, WalkEvent } from '#cases/played-case.ts';
import type { PlayedMoment } from '#cases/run-case.ts';
import type { Refusal, StepState } from '#machine/step-values.ts';
import type { WalkRules } from '#pipeline/walk-case.ts';
import type { FirstRefused } from '#walk/first-refused.ts';
import type { Lit } from '#walk/lit.ts';

/** The case as it stands on the screen, and what can be done with it. Every part of the screen Walk is given it. */
export interface WalkNow extends ScreenProps {
  readonly rules: WalkRules;
  readonly played: PlayedCase;
  readonly moment: PlayedMoment;
  /** Where the history stops being possible in the workspace as it is now; null where all of it is. */
  readonly stops: FirstRefused | null;
  /** The case's own today, an ISO date. */
  readonly on: string;
  /** The step whose form is looked at; null where the case has none yet. */
  readonly step: StepState | null;
  readonly choose: (step: string) => void;
  /** Asks something of the case; what comes back says why it was refused, and is empty when it was done. */
  readonly ask: (event: WalkEvent) => readonly Refusal[];
  /** Rewinds, branches, renames: any change of the history that asks nothing of the machine. */
  readonly change: (change: (played: PlayedCase) => PlayedCase) => void;
  readonly lit: Lit;
  readonly light: (lit: Lit) => void;
}
