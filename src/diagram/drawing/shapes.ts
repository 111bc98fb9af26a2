import type { Box, Point, Size } from '#diagram/diagram.ts';
import type { Lettering } from '#diagram/measure-text.ts';
import type { Paint } from '#diagram/theme.ts';
import { assertNever } from '#model/assert.ts';

/*
 * A finished drawing as plain shapes: every picture format is written from these, so that all of them show the same.
 * CSS pixels at 100 %, y downwards. Later shapes lie on earlier ones.
 */

export interface BoxShape {
  readonly kind: 'box';
  readonly box: Box;
  readonly radius: number;
  readonly fill: Paint | null;
  readonly edge: Paint | null;
  readonly edgeWidth: number;
}

export interface LineShape {
  readonly kind: 'line';
  readonly points: readonly Point[];
  /** How far its corners are rounded. */
  readonly corner: number;
  readonly paint: Paint;
  readonly width: number;
}

/** A filled area with straight sides, such as an arrow head. */
export interface AreaShape {
  readonly kind: 'area';
  readonly points: readonly Point[];
  readonly fill: Paint;
}

export interface CircleShape {
  readonly kind: 'circle';
  readonly middle: Point;
  readonly radius: number;
  readonly fill: Paint;
  readonly edge: Paint | null;
  readonly isDashed: boolean;
}

/** One line of text. */
export interface TextShape {
  readonly kind: 'text';
  /** On its baseline. */
  readonly at: Point;
  readonly text: string;
  readonly lettering: Lettering;
  readonly fill: Paint;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Read from bottom to top. */
  readonly isUpright: boolean;
}

/** Shapes that are one thing, with what it is in words. */
export interface GroupShape {
  readonly kind: 'group';
  /** What it stands for: `step:CFA`, `line:…`. */
  readonly id: string;
  readonly says: string;
  readonly shapes: readonly Shape[];
}

export type Shape = BoxShape | LineShape | AreaShape | CircleShape | TextShape | GroupShape;

/** One page or picture. */
export interface Drawing {
  readonly size: Size;
  readonly title: string;
  /** The picture in a few sentences, for who cannot see it. */
  readonly description: string;
  readonly shapes: readonly Shape[];
}

interface TextLook {
  readonly lettering: Lettering;
  readonly fill?: Paint;
  readonly anchor?: TextShape['anchor'];
}

export const textAt = (at: Point, text: string, { lettering, fill, anchor }: TextLook): TextShape => ({
  kind: 'text',
  at,
  text,
  lettering,
  fill: fill ?? 'text',
  anchor: anchor ?? 'start',
  isUpright: false,
});

interface BoxLook {
  readonly fill?: Paint;
  readonly edge?: Paint;
  readonly edgeWidth?: number;
  readonly radius?: number;
}

export const boxAt = (box: Box, { fill, edge, edgeWidth, radius }: BoxLook): BoxShape => ({
  kind: 'box',
  box,
  radius: radius ?? 0,
  fill: fill ?? null,
  edge: edge ?? null,
  edgeWidth: edgeWidth ?? 1,
});

/** Lines of text, one below the other, from the baseline of the first. */
export const textLines = (
  lines: readonly string[],
  at: Point,
  lineHeight: number,
  look: TextLook,
): readonly TextShape[] => lines.map((line, index) => textAt({ x: at.x, y: at.y + index * lineHeight }, line, look));

/** A shape moved. */
export function movedBy(shape: Shape, x: number, y: number): Shape {
  const move = (point: Point): Point => ({ x: point.x + x, y: point.y + y });
  switch (shape.kind) {
    case 'box':
      return { ...shape, box: { ...shape.box, ...move(shape.box) } };
    case 'line':
    case 'area':
      return { ...shape, points: shape.points.map(move) };
    case 'circle':
      return { ...shape, middle: move(shape.middle) };
    case 'text':
      return { ...shape, at: move(shape.at) };
    case 'group':
      return { ...shape, shapes: shape.shapes.map((inner) => movedBy(inner, x, y)) };
    default:
      return assertNever(shape);
  }
}
