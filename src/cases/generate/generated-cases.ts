import type { CaseScript } from '#cases/case-script.ts';
import type { FormId, NextActionId, QuestionCode, ReturnId, StepTypeId } from '#model/ids.ts';

/** Something that made-up cases are to do once: take a next action, or answer a question that feeds the return. */
export type Goal =
  | { readonly kind: 'next-action'; readonly nextAction: NextActionId }
  | {
      readonly kind: 'question';
      readonly form: FormId;
      readonly question: QuestionCode;
      /** The step in which the return reads it; null: any step with the form. */
      readonly stepType: StepTypeId | null;
    };

/** A goal that no case reaches, and why, as a whole sentence. */
export interface NotCovered {
  readonly goal: Goal;
  readonly says: string;
}

/** One made-up case. */
export interface GeneratedCase {
  readonly script: CaseScript;
  /** Every goal that it reaches. */
  readonly covers: readonly Goal[];
  /** Those that no case before it reaches. */
  readonly adds: readonly Goal[];
  /** How many steps it has. */
  readonly steps: number;
  /** Names of steps that stay open, as nothing leads out of them. */
  readonly staysOpen: readonly string[];
}

/** Made-up cases that between them take every next action and answer every question that feeds a return. */
export interface GeneratedCases {
  readonly returnId: ReturnId | null;
  readonly cases: readonly GeneratedCase[];
  /** Goals in the order of the files: next actions, then questions. */
  readonly goals: readonly Goal[];
  readonly notCovered: readonly NotCovered[];
}

/** How far the making of cases has come: each goal counts once when it is planned, and once when it is played. */
export interface GeneratingProgress {
  readonly done: number;
  readonly of: number;
}

/** A text that is the same for the same goal. */
export const goalKey = (goal: Goal): string =>
  goal.kind === 'next-action'
    ? `next-action ${goal.nextAction}`
    : `question ${goal.stepType ?? ''} ${goal.form}/${goal.question}`;
