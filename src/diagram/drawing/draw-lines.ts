import type { ActionLabel, ActionRow, Box, PlacedEnd, PlacedLine, PlacedStep, Point } from '#diagram/diagram.ts';
import { BESIDE, LABEL } from '#diagram/lettering.ts';
import { MARK_WORDS, signsOf } from '#diagram/marks.ts';
import { measureText } from '#diagram/measure-text.ts';
import type { StepTypeId } from '#model/ids.ts';
import { arrowHead, CORNER } from './rounded-path.ts';
import { boxAt, type GroupShape, type LineShape, type Shape, textAt, textLines } from './shapes.ts';

const SIGN = { size: LABEL.text.size, bold: true } as const;
/** From the top of a row to the baseline of its first line. */
const BASELINE = LABEL.lineHeight - 4;

const lineThrough = (points: readonly Point[]): LineShape => ({
  kind: 'line',
  points,
  corner: CORNER,
  paint: 'line',
  width: 1.25,
});

const heightOf = (row: ActionRow): number => row.lines.length * LABEL.lineHeight;

/** The words of the next actions of one line: marks in front, each next action on lines of its own. */
export function drawLabel(label: ActionLabel, box: Box): readonly Shape[] {
  const indent = LABEL.signGap + Math.max(0, ...label.rows.map((row) => measureText(signsOf(row.marks), LABEL.text)));
  const left = box.x + LABEL.paddingX;
  let top = box.y + LABEL.paddingY;
  const rows = label.rows.flatMap((row) => {
    const baseline = top + BASELINE;
    top += heightOf(row) + LABEL.rowGap;
    return [
      textAt({ x: left, y: baseline }, signsOf(row.marks), { lettering: SIGN, fill: 'records' }),
      ...textLines(row.lines, { x: left + indent, y: baseline }, LABEL.lineHeight, { lettering: LABEL.text }),
    ];
  });
  return [boxAt(box, { fill: 'surface', edge: 'rule', radius: 4 }), ...rows];
}

const describeRow = ({ lines, marks }: ActionRow): string =>
  `“${lines.join(' ')}” (${marks.map((mark) => MARK_WORDS[mark].words).join('; ')})`;

/** A line on the layout's own route, with its arrow and its label. */
export const drawLine = ({ line, points, label }: PlacedLine): GroupShape => ({
  kind: 'group',
  id: `line:${line.id}`,
  says: `${line.from} to ${line.to}: ${line.label.rows.map(describeRow).join(', ')}`,
  shapes: [
    lineThrough(points),
    { kind: 'area', points: arrowHead(points), fill: 'line' },
    ...drawLabel(line.label, label),
  ],
});

/** From the step's right edge to the marker; ends that reach above or below their step start from its edge all the same. */
function pathToEnd(step: Box, { label, marker }: PlacedEnd): readonly Point[] {
  const inset = Math.min(10, step.height / 2);
  const start = Math.min(step.y + step.height - inset, Math.max(step.y + inset, marker.y));
  const bend = (step.x + step.width + label.x) / 2;
  const points = [
    { x: step.x + step.width, y: start },
    { x: bend, y: start },
    { x: bend, y: marker.y },
    { x: marker.x - BESIDE.markerRadius, y: marker.y },
  ];
  return start === marker.y ? [points[0], points[3]].filter((point) => point !== undefined) : points;
}

/** On which page each step stands that this page leaves out. */
export type PageNumbers = ReadonlyMap<StepTypeId, number>;

/** The number of a page in a ring, where the line goes on. */
const drawPageNumber = (marker: Point, page: number): readonly Shape[] => [
  { kind: 'circle', middle: marker, radius: 10, fill: 'records-fill', edge: 'records-edge', isDashed: false },
  textAt({ x: marker.x, y: marker.y + 4 }, String(page), {
    lettering: { size: 12, bold: true },
    fill: 'records',
    anchor: 'middle',
  }),
];

function drawMarker({ end, marker }: PlacedEnd, pages: PageNumbers): readonly Shape[] {
  const radius = BESIDE.markerRadius;
  const page = end.to === null ? undefined : pages.get(end.to);
  if (page !== undefined) return drawPageNumber(marker, page);
  if (end.kind === 'left-out') {
    const points = [
      { x: marker.x - radius, y: marker.y - 5 },
      { x: marker.x + radius - 2, y: marker.y },
      { x: marker.x - radius, y: marker.y + 5 },
    ];
    return [{ kind: 'area', points, fill: 'text' }];
  }
  const isKnown = end.kind === 'end';
  const ring: Shape = { kind: 'circle', middle: marker, radius, fill: 'surface', edge: 'text', isDashed: !isKnown };
  if (!isKnown)
    return [ring, textAt({ x: marker.x, y: marker.y + 4 }, '?', { lettering: LABEL.text, anchor: 'middle' })];
  return [ring, { kind: 'circle', middle: marker, radius: radius - 3.5, fill: 'text', edge: null, isDashed: false }];
}

const END_WORDS = { end: 'the end of this branch', unknown: 'a place nobody has said', 'left-out': '' } as const;

const drawEnd = (placed: PlacedEnd, step: PlacedStep, pages: PageNumbers): GroupShape => ({
  kind: 'group',
  id: `end:${step.step.stepType} ${placed.end.kind} ${placed.end.to ?? ''}`.trim(),
  says: `${step.step.stepType} to ${placed.end.to ?? END_WORDS[placed.end.kind]}: ${placed.end.label.rows.map(describeRow).join(', ')}`,
  shapes: [
    lineThrough(pathToEnd(step.box, placed)),
    ...drawLabel(placed.end.label, placed.label),
    ...drawMarker(placed, pages),
  ],
});

const START = { size: LABEL.text.size, bold: true } as const;

function drawStart({ start, box, step }: PlacedStep): readonly GroupShape[] {
  if (start === null) return [];
  const y = start.y + start.height / 2;
  const dot = { x: box.x - 22, y };
  const tip = { x: box.x, y };
  return [
    {
      kind: 'group',
      id: `start:${step.stepType}`,
      says: `Work may start at ${step.stepType}`,
      shapes: [
        textAt({ x: dot.x - 10, y: y + 4.5 }, 'Start', { lettering: START, anchor: 'end' }),
        { kind: 'circle', middle: dot, radius: 5, fill: 'text', edge: null, isDashed: false },
        { kind: 'line', points: [dot, { x: box.x - 4, y }], corner: 0, paint: 'text', width: 2 },
        { kind: 'area', points: arrowHead([dot, tip]), fill: 'text' },
      ],
    },
  ];
}

/** What stands beside a step: that work may start here, and the next actions that end it or lead nobody knows where. */
export const drawBeside = (placed: PlacedStep, pages: PageNumbers): readonly GroupShape[] => [
  ...drawStart(placed),
  ...placed.ends.map((end) => drawEnd(end, placed, pages)),
];
