import { createContext, use } from 'react';
import type { ItemOverlay } from '#diagram/item-overlay.ts';
import type { RouteOnMap } from '#diagram/route.ts';
import type { NextActionId, StepTypeId } from '#model/ids.ts';

/** What a colour says, always beside a sign or a word: well, in part, not at all, recorded, worth a look, nothing. */
export type Tone = 'good' | 'partly' | 'bad' | 'records' | 'notice' | 'quiet';

/** A few characters at the corner of a step: "×3", "12 min". `title` says them in full. */
export interface StepBadge {
  readonly text: string;
  readonly title: string;
  readonly tone: Tone;
}

/** What stands beside a question inside an open step. */
export interface QuestionMark {
  readonly sign: string;
  readonly word: string;
  readonly tone: Tone;
}

/** What is shown on top of the map: the chosen item, the lit route, what the overlay says of each step, what is chosen. */
export interface Highlight {
  readonly overlay: ItemOverlay | null;
  readonly route: RouteOnMap | null;
  /** Steps that a finding without a route is about. */
  readonly named: ReadonlySet<StepTypeId>;
  readonly selected: StepTypeId | null;
  /** The step that the keyboard stands on; null while the map has no focus. */
  readonly active: StepTypeId | null;
  readonly badges: ReadonlyMap<StepTypeId, StepBadge>;
  /** The stripe at the left edge of each step. */
  readonly tones: ReadonlyMap<StepTypeId, Tone>;
  /** By the question's whole key. */
  readonly questionMarks: ReadonlyMap<string, QuestionMark>;
  /** The whole key of the chosen question. */
  readonly selectedQuestion: string | null;
  readonly selectedNextAction: NextActionId | null;
  /** Steps that the map goes to whenever they change, in place of all that is lit. */
  readonly follow?: ReadonlySet<StepTypeId>;
}

export const NO_HIGHLIGHT: Highlight = {
  overlay: null,
  route: null,
  named: new Set(),
  selected: null,
  active: null,
  badges: new Map(),
  tones: new Map(),
  questionMarks: new Map(),
  selectedQuestion: null,
  selectedNextAction: null,
};

/** Steps and lines read the highlight from here, so that their own values stay the same while it changes. */
export const HighlightContext = createContext<Highlight>(NO_HIGHLIGHT);
export const useHighlight = (): Highlight => use(HighlightContext);
