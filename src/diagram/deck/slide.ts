import type { Box, Size } from '#diagram/diagram.ts';
import type { Paint } from '#diagram/theme.ts';

/** A slide of 16 to 9. All measures of slides are points; y grows downwards. */
export const SLIDE: Size = { width: 960, height: 540 };

/** Where things stand on every slide but the first. */
export const AREA = {
  left: 36,
  width: 888,
  title: { x: 36, y: 22, width: 888, height: 80 },
  top: 114,
  bottom: 494,
  foot: { x: 36, y: 502, width: 888, height: 28 },
} as const;

/** The first slide has its title in the middle. */
export const COVER_TITLE: Box = { x: 36, y: 130, width: 888, height: 130 };

/** No text on a slide is smaller than this. */
export const TEXT = 18;
export const TITLE = { size: 28, bold: true } as const;
/** The height of a line of text, of its size. */
export const LINE = 1.2;
/** The room between the edge of a box and its text. */
export const INSET = { x: 7, y: 4 } as const;

/** One paragraph of a box. */
export interface SlideLine {
  readonly text: string;
  readonly bold?: boolean;
  /** Left out: the smallest. */
  readonly size?: number;
  readonly paint?: Paint;
}

/** A box with or without a frame, and the words in it. */
export interface SlideBox {
  readonly kind: 'box';
  /** Unique on its slide. */
  readonly id: string;
  readonly box: Box;
  readonly lines: readonly SlideLine[];
  readonly fill: Paint | null;
  readonly edge: Paint | null;
  readonly isDashed: boolean;
  readonly align: 'start' | 'middle';
  readonly anchor: 'top' | 'middle' | 'bottom';
  /** What it is, in full, for whoever does not see it. */
  readonly says: string;
}

/** The middle of a side of a box. */
export type Side = 'top' | 'left' | 'bottom' | 'right';

/** An arrow that stays joined to two boxes of its slide. */
export interface SlideLink {
  readonly kind: 'link';
  readonly id: string;
  readonly from: string;
  readonly fromSide: Side;
  readonly to: string;
  readonly toSide: Side;
  /** True where it leads back too: an arrow head at both ends. */
  readonly isBothWays: boolean;
  readonly says: string;
}

export interface SlideCell {
  readonly text: string;
  readonly bold?: boolean;
  readonly fill?: Paint;
}

export interface SlideTable {
  readonly kind: 'table';
  readonly id: string;
  readonly at: { readonly x: number; readonly y: number };
  readonly widths: readonly number[];
  /** The first row holds the heads. */
  readonly rows: readonly { readonly height: number; readonly cells: readonly SlideCell[] }[];
  readonly says: string;
}

export type SlideShape = SlideBox | SlideLink | SlideTable;

/** One message: its title is a sentence, what stands below shows it, the notes say where it comes from. */
export interface Slide {
  readonly title: string;
  readonly isCover?: boolean;
  readonly shapes: readonly SlideShape[];
  /** A paragraph each. */
  readonly notes: readonly string[];
}

/** Slides to be shown to people. */
export interface Deck {
  readonly title: string;
  /** At the foot of every slide, before its number: whose it is and of when. */
  readonly foot: string;
  readonly slides: readonly Slide[];
}
