import type { MapOverlay, Tone } from '#diagram/overlays/overlay.ts';
import { TONE_SIGNS } from '#diagram/overlays/overlay.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { Tone as CanvasTone, StepBadge } from '#views/map-canvas/highlight.ts';

/** The bands of an amount are drawn with the first three tones, which the styles colour as bands where an overlay has them. */
const ON_CANVAS: Readonly<Record<Tone, CanvasTone>> = {
  always: 'good',
  sometimes: 'partly',
  never: 'bad',
  records: 'records',
  high: 'bad',
  medium: 'partly',
  low: 'good',
  none: 'quiet',
};

/** True where an overlay tells of amounts, not of good and bad. */
export const hasBands = ({ key }: MapOverlay): boolean => key.some(({ tone }) => tone === 'high' || tone === 'low');

export const badgesOf = ({ steps }: MapOverlay): ReadonlyMap<StepTypeId, StepBadge> =>
  new Map(
    [...steps].map(([step, { tone, badge, words }]) => [
      step,
      { text: `${TONE_SIGNS[tone]} ${badge}`, title: words, tone: ON_CANVAS[tone] },
    ]),
  );

export const tonesOf = ({ steps }: MapOverlay): ReadonlyMap<StepTypeId, CanvasTone> =>
  new Map([...steps].map(([step, { tone }]) => [step, ON_CANVAS[tone]]));
