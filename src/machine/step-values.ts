import type { BrokenRule } from '#model/choices.ts';
import type { FactId, FormId, NextActionId, QuestionCode, StepTypeId } from '#model/ids.ts';
import { questionKey } from '#model/index-workspace.ts';
import type { Scope, SourceKind } from '#model/words.ts';

/** An answer as given: several texts where several may be chosen. */
export type AnswerValue = string | readonly string[];

/** Where a value that a form filled in by itself comes from. `step` null: the person record. `on` is an ISO date. */
export interface PulledOrigin {
  readonly step: string | null;
  readonly on: string;
}

/** What was answered, and the ISO date on which it was. */
export interface Answer {
  readonly value: AnswerValue;
  readonly on: string;
  /** Only where the form filled it in and nobody has typed over it. */
  readonly pulled?: PulledOrigin;
}

/**
 * The key under which a step keeps an answer: `form/user code`, and for the second copy on a number behind it. A question
 * in a repeating table has a copy for each row; one asked per child has one for each child of the group. The first is 0.
 */
export const answerKey = (form: FormId, question: QuestionCode, copy = 0): string =>
  copy === 0 ? questionKey(form, question) : `${questionKey(form, question)}\t${copy + 1}`;

export const STEP_STATUSES = ['incoming', 'started', 'completed', 'reopened', 'cancelled'] as const;
export type StepStatus = (typeof STEP_STATUSES)[number];

/** One step of a child's case. Plain JSON. */
export interface StepState {
  /** Unique in the case: the step type and a number, such as `REVIEW-3`. */
  readonly key: string;
  readonly stepType: StepTypeId;
  readonly status: StepStatus;
  /** The step whose next action began this one; null for a first step. */
  readonly from: string | null;
  readonly by: NextActionId | null;
  /** The facts known along the route to this step when it began, what it dropped left out. */
  readonly before: readonly FactId[];
  /** Which step began the instance of each scope in which this step stands. */
  readonly opened: Readonly<Partial<Record<Scope, string>>>;
  readonly incoming: string;
  /** The day for which the next action put it off, by its delay; null where it has none. */
  readonly scheduled: string | null;
  /** How many children the step is about: those of the group, or one. */
  readonly children: number;
  readonly started: string | null;
  readonly completed: string | null;
  /** The source chosen when the step began, in the words of the screen; empty when none was said. */
  readonly stepSource: string;
  /** By `answerKey`. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** What was recorded on screens outside forms, by `kind:ref`. */
  readonly screens: Readonly<Record<string, Answer>>;
  /** Optional activities that were added. */
  readonly added: readonly FormId[];
  /** Next actions taken so far. What was taken stays taken when the step is opened again. */
  readonly taken: readonly NextActionId[];
  readonly cancelledFor: string;
}

interface OnStep {
  /** Key of the step. */
  readonly step: string;
  /** ISO date. */
  readonly on: string;
}

/** What may be asked of one step. */
export type StepEvent =
  | (OnStep & {
      readonly type: 'start';
      readonly stepSource?: string;
      /** What the form fills in by itself, by `answerKey`; the case adds it. */
      readonly pulled?: Readonly<Record<string, Answer>>;
      /** What screens outside forms hold already, by `screenKey`; the case adds it. */
      readonly screens?: Readonly<Record<string, Answer>>;
    })
  | (OnStep & {
      readonly type: 'fill';
      readonly form: FormId;
      readonly question: QuestionCode;
      /** Which row or child, from 0. */
      readonly copy?: number;
      readonly value: AnswerValue;
    })
  | (OnStep & { readonly type: 'add-activity'; readonly form: FormId })
  | (OnStep & { readonly type: 'record'; readonly kind: SourceKind; readonly ref: string; readonly value: AnswerValue })
  | (OnStep & { readonly type: 'take'; readonly nextAction: NextActionId })
  | (OnStep & { readonly type: 'complete'; readonly choose: readonly NextActionId[] })
  | (OnStep & { readonly type: 'cancel'; readonly reason: string })
  | (OnStep & { readonly type: 'reopen'; readonly reason: string });

/** A question that must be answered before the step can be completed. */
export interface MandatoryQuestion {
  readonly kind: 'mandatory-question';
  readonly form: FormId;
  readonly question: QuestionCode;
  /** Which row or child, from 0; left out for the first. */
  readonly copy?: number;
}

/** Why a step cannot be completed. */
export type HeldBack = MandatoryQuestion | BrokenRule;

/** Why a request was refused: the raw material of a sentence. */
export type Refusal =
  | HeldBack
  | { readonly kind: 'not-in-this-state'; readonly status: StepStatus }
  | { readonly kind: 'no-such-step'; readonly step: string }
  | { readonly kind: 'no-such-step-type' | 'not-a-first-step'; readonly stepType: StepTypeId }
  | { readonly kind: 'no-such-question' | 'question-not-shown'; readonly form: FormId; readonly question: QuestionCode }
  | { readonly kind: 'no-such-activity' | 'activity-not-added' | 'activity-there-already'; readonly form: FormId }
  | {
      readonly kind: 'no-such-next-action' | 'not-immediate' | 'taken-already' | 'in-no-legal-choice';
      readonly nextAction: NextActionId;
    }
  | { readonly kind: 'no-such-screen'; readonly screen: string }
  | { readonly kind: 'not-a-date'; readonly on: string };

/** The key under which a step keeps what was recorded on a screen outside forms. */
export const screenKey = (kind: SourceKind, ref: string): string => `${kind}:${ref}`;

/** True for an answer that says nothing. */
export const isEmpty = (value: AnswerValue): boolean =>
  typeof value === 'string' ? value.trim() === '' : value.every((text) => text.trim() === '');

/** The texts of an answer, one or several. */
export const textsOf = (value: AnswerValue): readonly string[] => (typeof value === 'string' ? [value] : value);
