import { count } from '#diagram/describe-step.ts';
import type { StepTypeId } from '#model/ids.ts';
import { groupBy } from '#model/index-workspace.ts';
import { belowMap, type NumberedParts, notDrawn } from './below-map.ts';
import { oneLine } from './fit-text.ts';
import { evenly, type MapPart, numbered } from './map-parts.ts';
import { drawMapBoxes, type MapBox } from './map-picture.ts';
import { MOST_BOXES } from './place-boxes.ts';
import type { Slide } from './slide.ts';
import { type Leading, leadingFrom, linksBetween, type MapLink } from './step-links.ts';

type Lane = readonly [name: string, parts: readonly MapPart[]];

function boxOfLane({ parts, from }: NumberedParts, [name, own]: Lane): MapBox {
  const steps = own.reduce((sum, part) => sum + part.steps.length, 0);
  const [first, last] = [own[0], own.at(-1)].map((part) => from + (part === undefined ? 0 : parts.indexOf(part)));
  const slides = first === last ? `slide ${first ?? ''}` : `slides ${first ?? ''}–${last ?? ''}`;
  return { id: name, name: `${name}: ${count(steps, 'step')}, ${slides}`, mark: null, says: '' };
}

const ELSEWHERE = 'Where work goes on to a workflow of another slide is said on the slides of each workflow.';

function noteOf({ from, to, words, wordsBack }: MapLink): string {
  const back = wordsBack.length === 0 ? '' : `, and ${wordsBack.length} back`;
  return `${oneLine(from)} to ${oneLine(to)}: ${count(words.length, 'next action')}${back}.`;
}

/** The lanes of a map and how work goes from one to another, on as many slides as they need; `from` is of the parts. */
export function laneSlides(of: NumberedParts): readonly Slide[] {
  const lanes = [...groupBy(of.parts, ({ lane }) => lane)];
  const laneOfStep = new Map<StepTypeId, string>(
    of.parts.flatMap(({ lane, steps }) => steps.map((step) => [step, lane] as const)),
  );
  const leading: readonly Leading[] = leadingFrom(of.index, laneOfStep.keys());
  const groups = evenly(lanes, MOST_BOXES);
  return groups.map((group, position) => {
    const names = group.map(([name]) => name);
    const links = linksBetween(leading, names, (step) => names.find((name) => name === laneOfStep.get(step)));
    const picture = drawMapBoxes(
      group.map((lane) => boxOfLane(of, lane)),
      links,
    );
    return {
      title: numbered(`The work runs through ${count(lanes.length, 'workflow')}`, position, groups.length),
      shapes: [
        ...picture.shapes,
        ...belowMap(picture, [notDrawn(picture.left, oneLine), groups.length === 1 ? '' : ELSEWHERE]),
      ],
      notes: [
        'An arrow stands for one or more next actions from a step of one workflow to a step of another; its alt text names them. Each workflow has slides of its own.',
        ...links.map(noteOf),
      ],
    };
  });
}
