import type { StepTypeId } from '#model/ids.ts';
import type { SourceKind } from '#model/words.ts';
import type { RecordEntry } from './recordings.ts';
import type { AnswerValue, Refusal, StepEvent, StepState } from './step-values.ts';

/** What a screen outside forms holds about the child before the first step. */
export interface HeldValue {
  readonly kind: SourceKind;
  readonly ref: string;
  readonly value: AnswerValue;
}

/** What is known when the case begins. `on` is an ISO date. */
export interface CaseInput {
  readonly held: readonly HeldValue[];
  readonly on: string;
  /** The brothers and sisters whom a step for a group is about too, by the names the case has for them. */
  readonly siblings?: readonly string[];
}

/** A first step is begun and started at once by whoever begins it. */
export interface BeginEvent {
  readonly type: 'begin';
  readonly stepType: StepTypeId;
  readonly on: string;
  readonly stepSource?: string;
}

/** What may be asked of a case. */
export type CaseEvent = BeginEvent | StepEvent;

/** One line of the history: a step came into being, did what was asked, or a request was refused. */
export type HistoryEntry =
  | { readonly kind: 'came-in'; readonly step: string; readonly on: string }
  | { readonly kind: 'done'; readonly step: string; readonly event: StepEvent; readonly on: string }
  | { readonly kind: 'refused'; readonly event: CaseEvent; readonly reasons: readonly Refusal[]; readonly on: string };

/** One child's case. Plain JSON. */
export interface CaseState {
  readonly input: CaseInput;
  /** In the order in which they came in. */
  readonly steps: readonly StepState[];
  /** What was held, then step by step what was recorded. */
  readonly record: readonly RecordEntry[];
  readonly history: readonly HistoryEntry[];
}

/** Steps that somebody still has to do something about. */
export const openSteps = ({ steps }: CaseState): readonly StepState[] =>
  steps.filter(({ status }) => status === 'incoming' || status === 'started' || status === 'reopened');

/** The step with the key, if the case has one. */
export const findStep = ({ steps }: CaseState, key: string): StepState | undefined =>
  steps.find((step) => step.key === key);

/** What was recorded in a step. */
export const recordedIn = ({ record }: CaseState, key: string | null): readonly RecordEntry[] =>
  record.filter((entry) => entry.step === key);
