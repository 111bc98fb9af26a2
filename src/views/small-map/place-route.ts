import { measureText, wrapText } from '#diagram/measure-text.ts';
import type { RouteLine } from '#diagram/route.ts';
import type { StepTypeId } from '#model/ids.ts';

/** Measures of the small map, in CSS pixels. */
const NAME = { size: 13, bold: true } as const;
const ACTION = { size: 12, bold: false } as const;
export const SMALL = {
  name: NAME,
  action: ACTION,
  width: 158,
  gap: 34,
  nameLine: 16,
  actionLine: 15,
  padding: 8,
  /** Room for the number at the corner, and for the line round it. */
  edge: 22,
  between: 28,
} as const;

/** A step of the route, where it stands. */
export interface SmallStep {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly name: readonly string[];
  /** The next action taken out of it, below the box. */
  readonly action: readonly string[];
  /** The finding is about this step. */
  readonly isNamed: boolean;
  /** The line from it to the next step, as SVG has it; empty at the last. */
  readonly line: string;
}

export interface SmallDrawing {
  readonly steps: readonly SmallStep[];
  readonly width: number;
  readonly height: number;
}

interface Row {
  readonly lines: readonly RouteLine[];
  readonly y: number;
  readonly box: number;
  readonly height: number;
}

const nameLines = (line: RouteLine): readonly string[] =>
  wrapText(line.name, SMALL.width - 2 * SMALL.padding, SMALL.name, 3);

const actionLines = (line: RouteLine): readonly string[] =>
  line.nextAction === '' ? [] : wrapText(line.nextAction, SMALL.width, SMALL.action, 3);

function rowsOf(lines: readonly RouteLine[], across: number): readonly Row[] {
  const rows: Row[] = [];
  let y: number = FIRST_Y;
  for (let from = 0; from < lines.length; from += across) {
    const row = lines.slice(from, from + across);
    const box = Math.max(...row.map((line) => nameLines(line).length)) * SMALL.nameLine + 2 * SMALL.padding;
    const below = Math.max(...row.map((line) => actionLines(line).length)) * SMALL.actionLine;
    rows.push({ lines: row, y, box, height: box + below + 4 });
    y += box + below + 4 + SMALL.between;
  }
  return rows;
}

/** Half a number's height. */
const FIRST_Y = 12;

const xOf = (place: number): number => SMALL.edge + place * (SMALL.width + SMALL.gap);

function lineOut(row: Row, place: number, next: Row | undefined): string {
  const start = xOf(place) + SMALL.width;
  const middle = row.y + row.box / 2;
  if (place < row.lines.length - 1) return `M${start} ${middle}H${xOf(place + 1) - 2}`;
  if (next === undefined) return '';
  const gutter = next.y - SMALL.between * 0.6;
  return `M${start} ${middle}H${start + SMALL.gap / 3}V${gutter}H5V${next.y + next.box / 2}H${SMALL.edge - 2}`;
}

/** Where the steps of a route stand in a width: from left to right, and on in the next row. */
export function placeRoute(lines: readonly RouteLine[], named: ReadonlySet<StepTypeId>, width: number): SmallDrawing {
  const cell = SMALL.width + SMALL.gap;
  const across = Math.max(1, Math.floor((width - SMALL.edge + SMALL.gap / 2) / cell));
  const rows = rowsOf(lines, across);
  const steps = rows.flatMap((row, at) =>
    row.lines.map((line, place) => ({
      number: line.number,
      x: xOf(place),
      y: row.y,
      height: row.box,
      name: nameLines(line),
      action: actionLines(line),
      isNamed: named.has(line.stepType),
      line: lineOut(row, place, rows[at + 1]),
    })),
  );
  const last = rows.at(-1);
  const most = Math.min(across, lines.length);
  return {
    steps,
    width: xOf(most - 1) + SMALL.width + SMALL.gap / 2,
    height: last === undefined ? 0 : last.y + last.height + 2,
  };
}

/** Half the width of a number in its circle, never too small for one of two figures. */
export const radiusOf = (number: number): number =>
  Math.max(10, measureText(String(number), { size: 12, bold: true }) / 2 + 4);
