import { clockLength, count, describeForms, formsOfStep, nameOfStep } from '#diagram/describe-step.ts';
import { laneOf } from '#diagram/order-steps.ts';
import { listOf } from '#diagram/thread/thread-words.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { belowMap, comesAndGoes, type NumberedParts, notDrawn } from './below-map.ts';
import { oneLine } from './fit-text.ts';
import type { MapPart } from './map-parts.ts';
import { type BoxMark, drawMapBoxes, type MapBox } from './map-picture.ts';
import type { Slide } from './slide.ts';
import { leadingFrom, leadingWords, linksBetween } from './step-links.ts';

/** What is said of a step beside its name; null: nothing. */
export type MarkOf = (step: StepTypeId) => BoxMark | null;

/** Parts of a map to be shown, one slide each. */
export interface MapStory extends NumberedParts {
  readonly markOf?: MarkOf;
  /** The title of each part; left out: what leads on from it. */
  readonly titleOf?: (part: MapPart) => string;
  /** True where the steps are chosen for something else than where they lead: then that is not said. */
  readonly isExtract?: boolean;
}

const AGAIN: BoxMark = { tone: 'none', words: '↻ again', says: 'May come round again' };

function boxOfStep({ index, markOf }: MapStory, step: StepTypeId): MapBox {
  const stepType = index.stepTypes.get(step);
  const isAgain = leadingFrom(index, [step]).some(({ to }) => to === step);
  const clock = stepType === undefined || stepType.clock === null ? '' : `, ${clockLength(stepType.clock)}`;
  const starts = stepType?.mayStart === true ? '. Work may start here' : '';
  return {
    id: step,
    name: nameOfStep(index, step),
    mark: markOf?.(step) ?? (isAgain ? AGAIN : null),
    says: `${describeForms(formsOfStep(index, step))}${clock}${starts}`,
  };
}

const MOST_NAMED = 4;

/** Some names, those beyond the first few as a number. */
function fewOf(names: readonly string[]): string {
  if (names.length <= MOST_NAMED) return listOf(names);
  const shown = names.slice(0, MOST_NAMED - 1);
  return listOf([...shown, `${names.length - shown.length} other workflows`]);
}

function whatLeadsOn({ index }: MapStory, { name, lane, steps }: MapPart): string {
  const lanes = leadingFrom(index, steps).flatMap(({ to }) => {
    const step = index.stepTypes.get(to);
    return step === undefined || laneOf(step) === lane ? [] : [oneLine(laneOf(step))];
  });
  const counted = `${oneLine(name)}: ${count(steps.length, 'step')}`;
  const lead = steps.length === 1 ? 'leads' : 'lead';
  if (lanes.length === 0) return `${counted} that ${lead} to no other workflow`;
  return `${counted} ${lead} on to ${fewOf([...new Set(lanes)])}`;
}

/** Every next action of some steps, in words. */
function actionNotes(index: WorkspaceIndex, steps: readonly StepTypeId[]): readonly string[] {
  const out = steps.flatMap((step) =>
    (index.nextActionsFrom.get(step) ?? []).flatMap(({ label, id, to }) => {
      if (to.kind === 'step') return [];
      const where = to.kind === 'end' ? 'to the end' : 'where nobody has said';
      return [`${nameOfStep(index, step)}: “${label || id}” leads ${where}.`];
    }),
  );
  return [
    'Steps and next actions as in workflows/step-types.csv and workflows/next-actions.csv. The next actions of these steps:',
    ...leadingFrom(index, steps).map((one) => leadingWords(index, one)),
    ...out,
  ];
}

function mapSlide(story: MapStory, part: MapPart): Slide {
  const { index } = story;
  const here = new Set<string>(part.steps);
  const names = new Map<string, string>(part.steps.map((step) => [step, oneLine(nameOfStep(index, step))]));
  const links = linksBetween(leadingFrom(index, part.steps), part.steps, (step) => (here.has(step) ? step : undefined));
  const picture = drawMapBoxes(
    part.steps.map((step) => boxOfStep(story, step)),
    links,
  );
  const said = [
    ...(story.isExtract === true ? [] : comesAndGoes(story, part)),
    notDrawn(picture.left, (id) => names.get(id) ?? id),
  ];
  return {
    title: story.titleOf?.(part) ?? whatLeadsOn(story, part),
    shapes: [...picture.shapes, ...belowMap(picture, said)],
    notes: actionNotes(index, part.steps),
  };
}

/** A slide for each part of a map. */
export const mapSlides = (story: MapStory): readonly Slide[] => story.parts.map((part) => mapSlide(story, part));
