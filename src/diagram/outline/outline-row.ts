import type { FormId, NextActionId, StepTypeId } from '#model/ids.ts';

/** What a line of the outline stands for. */
export type OutlineThing =
  | { readonly kind: 'lane'; readonly lane: string }
  | { readonly kind: 'step'; readonly step: StepTypeId }
  | {
      readonly kind: 'next-action';
      readonly step: StepTypeId;
      readonly nextAction: NextActionId;
      /** The step that it leads to; null at the end and where nobody has said. */
      readonly to: StepTypeId | null;
    }
  | { readonly kind: 'form'; readonly step: StepTypeId; readonly form: FormId }
  | { readonly kind: 'section'; readonly step: StepTypeId; readonly form: FormId; readonly section: string }
  | {
      readonly kind: 'question';
      readonly step: StepTypeId;
      readonly form: FormId;
      /** The whole key: `form/user code`. */
      readonly question: string;
    };

/** One thing of the map with what can be opened below it. */
export interface OutlineNode {
  /** Its way from the lane down: the same as long as it stands there. */
  readonly key: string;
  readonly thing: OutlineThing;
  readonly words: string;
  /** What is said behind it, quietly. */
  readonly detail: string;
  /** Empty where it cannot be opened. Worked out when it is asked for. */
  readonly children: () => readonly OutlineNode[];
  readonly isOpenable: boolean;
  /** Whether anything below it may hold a word (in small letters): without every word that is looked for, it need not be opened. */
  readonly mayHold?: (word: string) => boolean;
}

/** A line of the outline as it is shown: what is above it is open. */
export interface OutlineRow extends Omit<OutlineNode, 'children' | 'mayHold'> {
  readonly level: number;
  /** The key of the line that it stands below; empty for a lane. */
  readonly parent: string;
  readonly isOpen: boolean;
  /** Its place among those beside it, from 1, and how many they are. */
  readonly at: number;
  readonly of: number;
}
