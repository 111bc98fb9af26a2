import type { NextActionId, StepTypeId } from '#model/ids.ts';

/** All measures are CSS pixels at 100 %; y grows downwards. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}
export type Box = Point & Size;

/** How a next action may be chosen, and whether it comes round again. The order is the order of the key. */
export const MARKS = ['one-of', 'with-others', 'again', 'immediate'] as const;
export type Mark = (typeof MARKS)[number];

/** One next action as a label shows it: its marks in front of its words, which are already broken into lines. */
export interface ActionRow {
  readonly nextAction: NextActionId;
  readonly marks: readonly Mark[];
  readonly lines: readonly string[];
}

/** The words on a line. Next actions with the same two ends share one line and one label, a row each. */
export interface ActionLabel {
  readonly rows: readonly ActionRow[];
  readonly size: Size;
}

/** Next actions that lead out of the picture: to the end, or to a place nobody has said. Drawn beside their step. */
export interface DiagramEnd {
  readonly kind: 'end' | 'unknown';
  readonly label: ActionLabel;
}

export interface DiagramStep {
  readonly stepType: StepTypeId;
  readonly lane: string;
  readonly nameLines: readonly string[];
  /** Such as "2 forms · 38 questions". */
  readonly formsText: string;
  /** Such as "45 working days", or empty. */
  readonly clockText: string;
  readonly starts: boolean;
  readonly ends: readonly DiagramEnd[];
  readonly size: Size;
}

/** One or more next actions from one step to another. */
export interface DiagramLine {
  readonly id: string;
  readonly from: StepTypeId;
  readonly to: StepTypeId;
  /** True when it leads to a step that stands before its own in the picture. */
  readonly back: boolean;
  /** How much of what leaves its step takes this line, 0 to 1: what is often taken is drawn straight. 0: not counted. */
  readonly share: number;
  readonly label: ActionLabel;
}

/** What a map contains, not yet where. Steps stand in the order in which the picture reads, lane after lane. */
export interface Diagram {
  readonly lanes: readonly string[];
  readonly steps: readonly DiagramStep[];
  readonly lines: readonly DiagramLine[];
}

export interface PlacedEnd {
  readonly end: DiagramEnd;
  readonly label: Box;
  /** Where the end marker's middle is. */
  readonly marker: Point;
}

export interface PlacedStep {
  readonly step: DiagramStep;
  readonly box: Box;
  /** The entry marker to the left of the step; null when no work starts here. */
  readonly start: Box | null;
  readonly ends: readonly PlacedEnd[];
}

export interface PlacedLine {
  readonly line: DiagramLine;
  /** Start, bends and end, as the layout routed them. */
  readonly points: readonly Point[];
  readonly label: Box;
}

/** A lane is a band over the whole width of the map. */
export interface PlacedLane {
  readonly name: string;
  readonly box: Box;
}

export interface LaidOutDiagram {
  readonly size: Size;
  readonly lanes: readonly PlacedLane[];
  readonly steps: readonly PlacedStep[];
  readonly lines: readonly PlacedLine[];
}

/** The port through which a picture gets its places. */
export type LayOut = (diagram: Diagram) => Promise<LaidOutDiagram>;
