import type { DiagramForm, PlacedStep, Point } from '#diagram/diagram.ts';
import { heightOfFormRow, heightOfQuestionRow } from '#diagram/draw-inside.ts';
import { INSIDE, STEP } from '#diagram/lettering.ts';
import { measureText } from '#diagram/measure-text.ts';
import { type StepMark, TONE_SIGNS, type Tone } from '#diagram/overlays/overlay.ts';
import type { Paint } from '#diagram/theme.ts';
import { boxAt, type GroupShape, type Shape, textAt, textLines } from './shapes.ts';

const SMALL = { size: 13, bold: false } as const;
const CHIP = { size: 13, bold: true } as const;
const CHIP_HEIGHT = 18;
const BAND = 6;

interface ToneLook {
  readonly text: Paint;
  readonly fill: Paint;
  readonly edge: Paint;
}

/** How a tone looks on paper, as on the screen. */
export const TONE_LOOKS: Readonly<Record<Tone, ToneLook>> = {
  always: { text: 'always', fill: 'always-fill', edge: 'always-edge' },
  sometimes: { text: 'sometimes', fill: 'sometimes-fill', edge: 'sometimes-edge' },
  never: { text: 'never', fill: 'never-fill', edge: 'never-edge' },
  records: { text: 'records', fill: 'records-fill', edge: 'records-edge' },
  high: { text: 'band-high', fill: 'band-high-fill', edge: 'band-edge' },
  medium: { text: 'band-medium', fill: 'band-medium-fill', edge: 'band-edge' },
  low: { text: 'band-low', fill: 'band-low-fill', edge: 'band-edge' },
  none: { text: 'quiet', fill: 'surface', edge: 'rule' },
};

/** A small label with an edge, ending at `right` on the line `baseline`. */
export function drawChip(text: string, tone: Tone, right: Point): readonly Shape[] {
  const width = measureText(text, CHIP) + 12;
  const look = TONE_LOOKS[tone];
  const box = { x: right.x - width, y: right.y - 14, width, height: CHIP_HEIGHT };
  return [
    boxAt(box, { fill: look.fill, edge: look.edge, radius: 9 }),
    textAt({ x: box.x + 6, y: right.y - 0.5 }, text, { lettering: CHIP, fill: look.text }),
  ];
}

/** A form of an open step and its questions, from its top left corner. */
function drawForm(form: DiagramForm, at: Point): { readonly shapes: readonly Shape[]; readonly height: number } {
  const left = at.x + INSIDE.signWidth;
  const shapes: Shape[] = [
    textAt({ x: at.x, y: at.y + INSIDE.formPaddingY + 13 }, form.isOpen ? '▾' : '▸', { lettering: SMALL }),
    ...textLines(form.titleLines, { x: left, y: at.y + INSIDE.formPaddingY + 13 }, INSIDE.titleLineHeight, {
      lettering: INSIDE.title,
    }),
  ];
  const aboutAt = at.y + INSIDE.formPaddingY + form.titleLines.length * INSIDE.titleLineHeight + 12;
  shapes.push(textAt({ x: left, y: aboutAt }, form.about, { lettering: SMALL, fill: 'quiet' }));
  let top = at.y + heightOfFormRow(form);
  for (const question of form.questions) {
    const first = top + INSIDE.questionPaddingY + 12;
    const lines = question.textLines;
    shapes.push(
      ...textLines(lines, { x: left, y: first }, INSIDE.textLineHeight, { lettering: INSIDE.text }),
      textAt({ x: left, y: first + lines.length * INSIDE.textLineHeight }, question.about, {
        lettering: SMALL,
        fill: 'quiet',
      }),
    );
    top += heightOfQuestionRow(question);
  }
  if (form.more > 0) {
    shapes.push(textAt({ x: left, y: top + 18 }, `and ${form.more} more`, { lettering: SMALL, fill: 'quiet' }));
    top += INSIDE.moreHeight;
  }
  return { shapes, height: top - at.y };
}

function drawInside({ step, box }: PlacedStep, top: number): readonly Shape[] {
  let y = top;
  return step.inside.flatMap((form) => {
    const { shapes, height } = drawForm(form, { x: box.x + INSIDE.paddingX, y });
    y += height;
    return shapes;
  });
}

/** What lies on a step beside its own words. */
export interface StepExtras {
  readonly mark: StepMark | undefined;
  /** Its numbers on a route or thread, in order. */
  readonly numbers: readonly number[];
}

function drawNumbers(numbers: readonly number[], { x, y }: Point): readonly Shape[] {
  return numbers.flatMap((number, index): readonly Shape[] => {
    const middle = { x: x - (numbers.length - 1 - index) * 24, y };
    return [
      { kind: 'circle', middle, radius: 11, fill: 'text', edge: 'surface', isDashed: false },
      textAt({ x: middle.x, y: middle.y + 4.5 }, String(number), {
        lettering: CHIP,
        fill: 'surface',
        anchor: 'middle',
      }),
    ];
  });
}

const baselineAfter = (lines: number): number => STEP.paddingY + lines * STEP.nameLineHeight;

/** A step: name, forms counted, clock, its mark, its numbers, and its forms and questions when it is open. */
export function drawStep(placed: PlacedStep, { mark, numbers }: StepExtras): GroupShape {
  const { step, box } = placed;
  const left = box.x + STEP.paddingLeft;
  const formsAt = box.y + baselineAfter(step.nameLines.length) + 13;
  const footAt = formsAt + STEP.formsHeight + 2;
  const look = mark === undefined ? null : TONE_LOOKS[mark.tone];
  const chip =
    mark === undefined
      ? []
      : drawChip(`${TONE_SIGNS[mark.tone]} ${mark.badge}`.trim(), mark.tone, { x: box.x + box.width - 8, y: footAt });
  return {
    kind: 'group',
    id: `step:${step.stepType}`,
    says: [step.nameLines.join(' '), step.formsText, step.clockText, mark?.words ?? '']
      .filter((words) => words !== '')
      .join('. '),
    shapes: [
      boxAt(box, { fill: 'surface', edge: look?.edge ?? 'line' }),
      boxAt({ ...box, width: BAND }, { fill: look?.edge ?? 'line' }),
      ...textLines(step.nameLines, { x: left, y: box.y + STEP.paddingY + 14 }, STEP.nameLineHeight, {
        lettering: STEP.name,
      }),
      textAt({ x: left, y: formsAt }, step.formsText, { lettering: SMALL, fill: 'quiet' }),
      textAt({ x: left, y: footAt }, step.clockText, { lettering: SMALL, fill: 'quiet' }),
      ...chip,
      ...drawInside(placed, box.y + baselineAfter(step.nameLines.length) + STEP.formsHeight + STEP.footHeight),
      ...drawNumbers(numbers, { x: box.x + box.width, y: box.y }),
    ],
  };
}
