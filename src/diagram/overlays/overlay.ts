import { nameOfStep } from '#diagram/describe-step.ts';
import { laneOf, orderSteps } from '#diagram/order-steps.ts';
import type { ItemId, StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { StepType } from '#model/workspace.ts';

/** Which one overlay lies on the map. */
export type OverlayChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'item'; readonly item: ItemId }
  | { readonly kind: 'module'; readonly module: string }
  | { readonly kind: 'return' }
  | { readonly kind: 'duplicates' }
  | { readonly kind: 'review' }
  | { readonly kind: 'time' }
  | { readonly kind: 'usage' };

/** How a mark is coloured. `high`, `medium` and `low` are bands of an amount, not good and bad: the key says which. */
export type Tone = 'always' | 'sometimes' | 'never' | 'records' | 'high' | 'medium' | 'low' | 'none';

/** The sign that stands for a tone wherever its colour does. */
export const TONE_SIGNS: Readonly<Record<Tone, string>> = {
  always: '●',
  sometimes: '◐',
  never: '○',
  records: '■',
  high: '▲',
  medium: '◆',
  low: '▽',
  none: '–',
};

/** What an overlay says of one step. */
export interface StepMark {
  readonly tone: Tone;
  /** A number with a unit or sign: "×3", "2 gaps", "35–80 min". */
  readonly badge: string;
  /** The whole sentence, for hover and screen readers. */
  readonly words: string;
  /** The number behind the badge, to sort by. */
  readonly count: number;
}

/** One line of the key. `steps` says how many steps have the tone; null for lines that explain the number. */
export interface KeyLine {
  readonly tone: Tone;
  readonly sign: string;
  readonly words: string;
  readonly steps: number | null;
}

/** One step in the table that says what the overlay says. `cells` stand below the columns after the step. */
export interface OverlayRow {
  readonly step: StepTypeId;
  readonly name: string;
  readonly lane: string;
  readonly mark: StepMark;
  readonly cells: readonly string[];
}

/** One overlay of the map: a mark on each step that it says something of, its key, and the equal table. */
export interface MapOverlay {
  readonly title: string;
  readonly steps: ReadonlyMap<StepTypeId, StepMark>;
  readonly key: readonly KeyLine[];
  readonly columns: readonly string[];
  readonly table: readonly OverlayRow[];
  /** What is modelled, and what is not verified. */
  readonly note: string;
}

/** A step's mark with what the table says of it. */
export interface MarkedStep {
  readonly mark: StepMark;
  readonly cells: readonly string[];
}

/** What an overlay has to say, before it is put in order. */
export interface OverlayDraft {
  readonly title: string;
  readonly marked: ReadonlyMap<StepTypeId, MarkedStep>;
  /** What each tone means here, in the order of the key. */
  readonly tones: readonly (readonly [tone: Tone, words: string])[];
  /** What the number on a step means: a sample and its words. */
  readonly badge: readonly [sample: string, words: string] | null;
  readonly columns: readonly string[];
  readonly note: string;
}

function keyOf({ marked, tones, badge }: OverlayDraft): readonly KeyLine[] {
  const steps = new Map<Tone, number>();
  for (const { mark } of marked.values()) steps.set(mark.tone, (steps.get(mark.tone) ?? 0) + 1);
  const explained: readonly KeyLine[] =
    badge === null ? [] : [{ tone: 'none', sign: badge[0], words: badge[1], steps: null }];
  return [
    ...tones.map(([tone, words]) => ({ tone, sign: TONE_SIGNS[tone], words, steps: steps.get(tone) ?? 0 })),
    ...explained,
  ];
}

const orderStanding = new WeakMap<WorkspaceIndex['choices'], readonly StepType[]>();

/** The steps in the reading order of the map, worked out once for as long as steps and next actions stay the same. */
function inReadingOrder({ choices, workspace }: WorkspaceIndex): readonly StepType[] {
  const known =
    orderStanding.get(choices) ?? [...orderSteps(workspace.stepTypes, workspace.nextActions).values()].flat();
  orderStanding.set(choices, known);
  return known;
}

/** Puts an overlay together: the table stands in the reading order of the map. */
export function toOverlay(index: WorkspaceIndex, draft: OverlayDraft): MapOverlay {
  const table = inReadingOrder(index).flatMap((step): readonly OverlayRow[] => {
    const marked = draft.marked.get(step.id);
    return marked === undefined
      ? []
      : [{ step: step.id, name: nameOfStep(index, step.id), lane: laneOf(step), ...marked }];
  });
  return {
    title: draft.title,
    steps: new Map(table.map(({ step, mark }) => [step, mark])),
    key: keyOf(draft),
    columns: draft.columns,
    table,
    note: draft.note,
  };
}
