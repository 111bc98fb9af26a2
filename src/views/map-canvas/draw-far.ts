import type { LaidOutDiagram, PlacedLine, PlacedStep } from '#diagram/diagram.ts';
import { wrapText } from '#diagram/measure-text.ts';
import type { PlaceStatus } from '#model/audit.ts';
import { nameSizeAt } from './camera.ts';
import type { Highlight, Tone } from './highlight.ts';

/** The colours of the page that the far picture is drawn in, by the names that the styles have for them. */
export type FarColour =
  | 'surface'
  | 'text'
  | 'quiet'
  | 'line'
  | 'line-strong'
  | 'line-faint'
  | 'rule'
  | 'chosen'
  | 'focus'
  | 'always-edge'
  | 'sometimes-edge'
  | 'never-edge'
  | 'records-edge'
  | 'notice-edge';
export type FarColours = (name: FarColour) => string;

interface FarPicture {
  readonly diagram: LaidOutDiagram;
  readonly highlight: Highlight;
  readonly colours: FarColours;
  readonly zoom: number;
}

const TONE_COLOURS: Readonly<Record<Tone, FarColour>> = {
  good: 'always-edge',
  partly: 'sometimes-edge',
  bad: 'never-edge',
  records: 'records-edge',
  notice: 'notice-edge',
  quiet: 'line',
};
const STATUS_COLOURS: Readonly<Record<PlaceStatus, FarColour>> = {
  always: 'always-edge',
  sometimes: 'sometimes-edge',
  never: 'never-edge',
};

const isShown = ({ route, named, overlay }: Highlight, { step }: PlacedStep): boolean => {
  if (route !== null) return route.numbers.has(step.stepType);
  if (named.size > 0) return named.has(step.stepType);
  return overlay === null || overlay.has(step.stepType);
};

function stripeOf({ overlay, tones }: Highlight, { step }: PlacedStep): FarColour {
  const here = overlay?.get(step.stepType);
  if (here !== undefined) return here.status === null ? 'records-edge' : STATUS_COLOURS[here.status];
  const tone = tones.get(step.stepType);
  return tone === undefined ? 'line' : TONE_COLOURS[tone];
}

function trace(context: CanvasRenderingContext2D, lines: readonly PlacedLine[]): void {
  context.beginPath();
  for (const { points } of lines) {
    for (const [index, point] of points.entries()) {
      if (index === 0) context.moveTo(point.x, point.y);
      else context.lineTo(point.x, point.y);
    }
  }
  context.stroke();
}

function drawLines(context: CanvasRenderingContext2D, { diagram, highlight, colours, zoom }: FarPicture): void {
  const { route, named } = highlight;
  const isLit = ({ line }: PlacedLine): boolean =>
    line.label.rows.some((row) => route?.nextActions.has(row.nextAction) === true);
  const lit = route === null ? [] : diagram.lines.filter(isLit);
  context.lineWidth = 1 / zoom;
  context.strokeStyle = route !== null || named.size > 0 ? colours('line-faint') : colours('line');
  trace(context, lit.length === 0 ? diagram.lines : diagram.lines.filter((placed) => !lit.includes(placed)));
  context.lineWidth = 3 / zoom;
  context.strokeStyle = colours('line-strong');
  trace(context, lit);
}

const NAME_PADDING = 14;

function drawName(context: CanvasRenderingContext2D, placed: PlacedStep, size: number): void {
  const { box, step } = placed;
  const words = step.nameLines.join(' ');
  const most = Math.max(1, Math.floor((box.height - 4) / (size * 1.05)));
  const lines = wrapText(words, box.width - NAME_PADDING - 8, { size, bold: true }, most);
  for (const [index, line] of lines.entries()) {
    context.fillText(line, box.x + NAME_PADDING, box.y + 2 + size * (0.9 + 1.05 * index));
  }
}

function drawStep(context: CanvasRenderingContext2D, placed: PlacedStep, picture: FarPicture): void {
  const { highlight, colours, zoom } = picture;
  const { x, y, width, height } = placed.box;
  const id = placed.step.stepType;
  const isBack = !isShown(highlight, placed);
  context.fillStyle = highlight.selected === id ? colours('chosen') : colours('surface');
  context.fillRect(x, y, width, height);
  context.lineWidth = (highlight.selected === id ? 2.5 : 1) / zoom;
  context.strokeStyle = isBack ? colours('rule') : colours('line-strong');
  context.strokeRect(x, y, width, height);
  context.fillStyle = colours(isBack ? 'rule' : stripeOf(highlight, placed));
  context.fillRect(x, y, Math.max(8, 4 / zoom), height);
  if (highlight.active !== id) return;
  context.lineWidth = 4 / zoom;
  context.strokeStyle = colours('focus');
  context.strokeRect(x - 4 / zoom, y - 4 / zoom, width + 8 / zoom, height + 8 / zoom);
}

/** Where names are too small to be read: beside what is chosen or lit, in letters that can be. */
function drawNamesBeside(context: CanvasRenderingContext2D, { diagram, highlight, colours, zoom }: FarPicture): void {
  const { route, named, selected, active } = highlight;
  const size = 13 / zoom;
  context.font = `bold ${size}px Arial, Helvetica, sans-serif`;
  for (const { step, box } of diagram.steps) {
    const id = step.stepType;
    const isWanted = id === selected || id === active || route?.numbers.has(id) === true || named.has(id);
    if (!isWanted) continue;
    const words = step.nameLines.join(' ');
    const x = box.x + box.width + size / 2;
    context.fillStyle = colours('surface');
    context.fillRect(x - size / 4, box.y, context.measureText(words).width + size / 2, size * 1.25);
    context.fillStyle = colours('text');
    context.fillText(words, x, box.y + size);
  }
}

/** Draws a map as it is seen from afar: boxes with their stripes, names as long as they can be read, and lines. */
export function drawFar(context: CanvasRenderingContext2D, picture: FarPicture): void {
  const { diagram, colours, zoom, highlight } = picture;
  drawLines(context, picture);
  for (const placed of diagram.steps) drawStep(context, placed, picture);
  const size = nameSizeAt(zoom);
  if (size === null) {
    drawNamesBeside(context, picture);
    return;
  }
  context.font = `bold ${size}px Arial, Helvetica, sans-serif`;
  for (const placed of diagram.steps) {
    context.fillStyle = isShown(highlight, placed) ? colours('text') : colours('quiet');
    drawName(context, placed, size);
  }
}
