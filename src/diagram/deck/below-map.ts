import { laneOf } from '#diagram/order-steps.ts';
import { listOf } from '#diagram/thread/thread-words.ts';
import type { StepTypeId } from '#model/ids.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import { oneLine, shareRoom, wordsAt } from './fit-text.ts';
import type { MapPart } from './map-parts.ts';
import type { MapPicture } from './map-picture.ts';
import { AREA, type SlideBox } from './slide.ts';
import { leadingFrom, type MapLink } from './step-links.ts';

/** The parts of a map, and the number of the slide on which the first of them stands. */
export interface NumberedParts {
  readonly index: WorkspaceIndex;
  readonly parts: readonly MapPart[];
  readonly from: number;
}

/** The lanes in which some steps stand, with the numbers of their slides: "Assessment (slide 5)". */
function whereabouts({ index, parts, from }: NumberedParts, steps: readonly StepTypeId[]): readonly string[] {
  const slideOf = new Map(
    parts.flatMap((part, position) => part.steps.map((step) => [step, from + position] as const)),
  );
  const byLane = groupBy([...new Set(steps)], (step) => {
    const stepType = index.stepTypes.get(step);
    return stepType === undefined ? null : laneOf(stepType);
  });
  return [...byLane].map(([lane, inLane]) => {
    const slides = [...new Set(inLane.flatMap((step) => slideOf.get(step) ?? []))].toSorted((a, b) => a - b);
    if (slides.length === 0) return oneLine(lane);
    return `${oneLine(lane)} (${slides.length === 1 ? 'slide' : 'slides'} ${listOf(slides.map(String))})`;
  });
}

const sentence = (start: string, words: readonly string[]): string =>
  words.length === 0 ? '' : `${start} ${listOf(words)}.`;

/** Where a part of a map goes on, and where it comes from. */
export function comesAndGoes(numbered: NumberedParts, { steps }: MapPart): readonly string[] {
  const { index } = numbered;
  const here = new Set(steps);
  const outside = index.workspace.stepTypes.map(({ id }) => id).filter((id) => !here.has(id));
  const on = leadingFrom(index, steps).filter(({ to }) => !here.has(to));
  const into = leadingFrom(index, outside).filter(({ to }) => here.has(to));
  return [
    sentence(
      'Goes on to',
      whereabouts(
        numbered,
        on.map(({ to }) => to),
      ),
    ),
    sentence(
      'Comes from',
      whereabouts(
        numbered,
        into.map(({ from }) => from),
      ),
    ),
  ];
}

/** The links that a map has no arrow for, as nobody could follow it. */
export function notDrawn(left: readonly MapLink[], nameOf: (id: string) => string): string {
  const links = left.map(({ from, to, isBothWays }) => `${nameOf(from)} ${isBothWays ? '↔' : '→'} ${nameOf(to)}`);
  return links.length === 0 ? '' : `Not drawn: ${links.join('; ')}.`;
}

const GAP = 6;

/** Sentences in the room below a map, as far as there is room. */
export function belowMap({ bottom }: MapPicture, sentences: readonly string[]): readonly SlideBox[] {
  const box = { x: AREA.left, y: bottom + GAP, width: AREA.width, height: AREA.bottom - bottom - GAP };
  const texts = sentences.filter((text) => text !== '').map((text) => ({ text }));
  return texts.length === 0 ? [] : [wordsAt('below', box, shareRoom(texts, box))];
}
