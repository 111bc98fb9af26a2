import type { BrokenRule } from '#model/choices.ts';
import type { FactId, FormId, NextActionId, QuestionCode, StepTypeId } from '#model/ids.ts';
import type { Scope, SourceKind } from '#model/words.ts';

/** An answer as given: several texts where several may be chosen. */
export type AnswerValue = string | readonly string[];

/** What was answered, and the ISO date on which it was. */
export interface Answer {
  readonly value: AnswerValue;
  readonly on: string;
}

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
  readonly started: string | null;
  readonly completed: string | null;
  /** The source chosen when the step began, in the words of the screen; empty when none was said. */
  readonly stepSource: string;
  /** By `form/user code`. */
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
      readonly pulled?: Readonly<Record<string, AnswerValue>>;
    })
  | (OnStep & {
      readonly type: 'fill';
      readonly form: FormId;
      readonly question: QuestionCode;
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
