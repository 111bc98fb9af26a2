import { nameOfStep } from '#diagram/describe-step.ts';
import type { Box } from '#diagram/diagram.ts';
import type { Route } from '#model/finding.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { fitLine, oneLine, shareRoom, wordsAt } from './fit-text.ts';
import { type BoxMark, drawMapBox } from './map-picture.ts';
import { AREA, INSET, LINE, type Slide, type SlideShape, TEXT } from './slide.ts';

/** A route with what is to be said of it, before it is cut into slides. */
export interface RouteStory {
  readonly title: string;
  readonly route: Route;
  /** What is said of a step on the way; null: nothing. */
  readonly markOf: (position: number, step: StepTypeId) => BoxMark | null;
  /** Paragraphs below the route. */
  readonly words: readonly string[];
  readonly notes: readonly string[];
}

const COLUMNS = 3;
const MOST = 6;
const WIDTH = 192;
const HEIGHT = 96;
const GAP = (AREA.width - COLUMNS * WIDTH) / (COLUMNS - 1);
const TOP = AREA.top + 20;
const ROW_GAP = 64;
const LABEL_LINES = 3;

function placeOf(position: number): Box {
  const [column, row] = [position % COLUMNS, Math.floor(position / COLUMNS)];
  return { x: AREA.left + column * (WIDTH + GAP), y: TOP + row * (HEIGHT + ROW_GAP), width: WIDTH, height: HEIGHT };
}

/** Where the words of a next action stand: above its arrow, in the gap between two boxes or between two rows. */
function labelPlace(position: number): Box {
  const { x, y } = placeOf(position);
  if (position % COLUMNS === COLUMNS - 1) {
    const left = AREA.left + WIDTH / 2 + 8;
    return { x: left, y: y + HEIGHT + 1, width: x + WIDTH / 2 - 8 - left, height: ROW_GAP / 2 - 1.5 };
  }
  const height = LABEL_LINES * TEXT * LINE + 2 * INSET.y;
  return { x: x + WIDTH, y: y + HEIGHT / 2 - height - 1, width: GAP, height };
}

/** The part of a route that one slide shows: its last step is the first of the next. */
interface RoutePart {
  readonly first: number;
  readonly steps: Route;
}

function partsOf(route: Route): readonly RoutePart[] {
  const parts: RoutePart[] = [];
  for (let first = 0; first === 0 || first < route.length - 1; first += MOST - 1)
    parts.push({ first, steps: route.slice(first, first + MOST) });
  return parts;
}

function drawStepOf(index: WorkspaceIndex, story: RouteStory, number: number, position: number): SlideShape {
  const step = story.route[number];
  const name = step === undefined ? '' : nameOfStep(index, step.stepType);
  const mark = step === undefined ? null : story.markOf(number, step.stepType);
  return drawMapBox(
    { id: `step${number}`, name: `${number + 1}. ${name}`, mark, says: `Step ${number + 1} of the route` },
    placeOf(position),
  );
}

/** The arrow out of a step of a route, with the words of its next action. */
function drawTaken(index: WorkspaceIndex, story: RouteStory, number: number, position: number): readonly SlideShape[] {
  const step = story.route[number];
  const action = step?.nextAction == null ? undefined : index.nextActions.get(step.nextAction);
  const words = oneLine(action?.label ?? step?.nextAction ?? '');
  const isTurn = position % COLUMNS === COLUMNS - 1;
  const place = labelPlace(position);
  const line = fitLine({ text: words, paint: 'quiet' }, place.width, isTurn ? 1 : LABEL_LINES);
  const link: SlideShape = {
    kind: 'link',
    id: `taken${number}`,
    from: `step${number}`,
    fromSide: isTurn ? 'bottom' : 'right',
    to: `step${number + 1}`,
    toSide: isTurn ? 'top' : 'left',
    isBothWays: false,
    says: words === '' ? 'The next step' : `By the next action “${words}”`,
  };
  if (words === '') return [link];
  const label = { ...wordsAt(`label${number}`, place, [line]), align: 'middle', anchor: 'bottom' } as const;
  return [link, { ...label, says: words }];
}

function drawPart(index: WorkspaceIndex, story: RouteStory, part: RoutePart): readonly SlideShape[] {
  const last = part.steps.length - 1;
  return part.steps.flatMap((_, position) => {
    const number = part.first + position;
    const taken = position === last ? [] : drawTaken(index, story, number, position);
    return [drawStepOf(index, story, number, position), ...taken];
  });
}

/** The words below a route; those that there is no room for stand in the notes. */
function wordsBelow(story: RouteStory, part: RoutePart, isLast: boolean): SlideShape {
  const rows = Math.ceil(part.steps.length / COLUMNS);
  const top = part.steps.length === 0 ? AREA.top : TOP + rows * HEIGHT + (rows - 1) * ROW_GAP + 4;
  const box = { x: AREA.left, y: top, width: AREA.width, height: AREA.bottom - top };
  const on = isLast
    ? []
    : [{ text: 'The route goes on on the next slide, from the last step shown here.', bold: true }];
  return wordsAt('below', box, shareRoom([...on, ...story.words.map((text) => ({ text }))], box));
}

/** The slides of a route: boxes with numbers, joined by arrows with the words of the next actions. */
export function routeSlides(index: WorkspaceIndex, story: RouteStory): readonly Slide[] {
  const parts = partsOf(story.route);
  return parts.map((part, position) => ({
    title: parts.length === 1 ? story.title : `${story.title} (${position + 1} of ${parts.length})`,
    shapes: [...drawPart(index, story, part), wordsBelow(story, part, position === parts.length - 1)],
    notes: [...story.words, ...story.notes],
  }));
}
