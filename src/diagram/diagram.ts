import type { FormId, NextActionId, QuestionCode, StepTypeId } from '#model/ids.ts';

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

/**
 * Next actions that lead out of the picture: to the end, to a place nobody has said, or to a step that this picture leaves
 * out, which their label names. Drawn beside their step.
 */
export interface DiagramEnd {
  readonly kind: 'end' | 'unknown' | 'left-out';
  /** The step left out; null for the end and for what nobody has said. */
  readonly to: StepTypeId | null;
  readonly label: ActionLabel;
}

/** A question as an open form shows it. */
export interface DiagramQuestion {
  readonly form: FormId;
  readonly question: QuestionCode;
  readonly textLines: readonly string[];
  /** Its user code, its type and whether it must be answered: "REF_DATE · date · mandatory". */
  readonly about: string;
}

/** A form inside an open step. */
export interface DiagramForm {
  readonly form: FormId;
  readonly titleLines: readonly string[];
  /** "Mandatory form · 21 questions". */
  readonly about: string;
  readonly isOpen: boolean;
  /** The questions shown, in the form's order; none unless it is open. */
  readonly questions: readonly DiagramQuestion[];
  /** How many questions of an open form are not shown here. */
  readonly more: number;
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
  readonly isOpen: boolean;
  /** Its forms while it is open. */
  readonly inside: readonly DiagramForm[];
  readonly size: Size;
  /** Its size while it is not open: steps get their places by this one, so that opening one changes no other's. */
  readonly closedSize: Size;
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

/** Room made for an open step: whatever begins at or beyond `at` moved by `by`, to the right or down. */
export interface Stretch {
  readonly at: Point;
  readonly by: Size;
}

/** The first lane begins at the picture's top left corner, which need not be 0, 0. */
export interface LaidOutDiagram {
  readonly size: Size;
  readonly lanes: readonly PlacedLane[];
  readonly steps: readonly PlacedStep[];
  readonly lines: readonly PlacedLine[];
  /** The room made for open steps, in the order in which it was made; absent while none is open. */
  readonly stretches?: readonly Stretch[];
  /** The same picture with no step open and none moved by a person: what the next layout starts from. Absent: this one. */
  readonly plain?: LaidOutDiagram;
}

/** What a new layout should keep of what people are used to. */
export interface LayOutOptions {
  /** The picture as it was before: what is still there stays in its order and close to its place. */
  readonly previous?: LaidOutDiagram;
  /** The step that stays exactly where it was; without one, the step nearest to the middle that was there before. */
  readonly anchor?: StepTypeId;
  /** Places that people have set, from the top left corner of the step's lane. */
  readonly positions?: ReadonlyMap<StepTypeId, Point>;
}

/** The port through which a picture gets its places. */
export type LayOut = (diagram: Diagram, options?: LayOutOptions) => Promise<LaidOutDiagram>;
