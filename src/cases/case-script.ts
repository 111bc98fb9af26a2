import type { AnswerValue } from '#machine/step-values.ts';

/** The word by which a file tells that it is a case. */
export const CASE_FORMAT = 'throughline-case/1';

/** Answers by user code. */
export type ScriptAnswers = Readonly<Record<string, AnswerValue>>;

/** What somebody did about one step on one day, in this order; a step that is not open yet is begun or started first. */
export interface ScriptWork {
  /** The step type. */
  readonly step: string;
  /** Which of the case's steps of this type, from 1, in the order in which they came in; left out: the first that is open. */
  readonly which?: number;
  /** ISO date. */
  readonly on: string;
  /** The source chosen when the step starts. */
  readonly source?: string;
  /** Why a completed step is opened again. */
  readonly reopened?: string;
  /** Forms added, by key. */
  readonly add?: readonly string[];
  /** By form. Answers to questions in a repeating table or asked per child are those of the first row, of the child itself. */
  readonly answers?: Readonly<Record<string, ScriptAnswers>>;
  /** By form and repeating table: the rows after the first. */
  readonly rows?: Readonly<Record<string, Readonly<Record<string, readonly ScriptAnswers[]>>>>;
  /** By form: what is answered for each brother or sister, in the order of the case's `siblings`. */
  readonly siblings?: Readonly<Record<string, readonly ScriptAnswers[]>>;
  /** What is recorded on screens outside forms, by `kind:ref`, such as `register-field:CATEGORY`. */
  readonly screens?: Readonly<Record<string, AnswerValue>>;
  /** Immediate next actions taken while the step is open. */
  readonly take?: readonly string[];
  /** The day the step is completed; left out: it stays open. */
  readonly completed?: string;
  /** The next actions chosen then. */
  readonly next?: readonly string[];
  /** Why the step is cancelled. */
  readonly cancelled?: string;
}

/** The case's date is moved to a day. */
export interface ScriptDate {
  readonly on: string;
}

/** One case as a file: the child's person record, then what was done, in order. */
export interface CaseScript {
  readonly format: typeof CASE_FORMAT;
  readonly name: string;
  /** What it shows, in a sentence. */
  readonly about: string;
  /** The day on which the case begins, ISO. */
  readonly on: string;
  /** What screens outside forms hold before the first step, by `kind:ref`, such as `person-field:DATE_OF_BIRTH`. */
  readonly person: Readonly<Record<string, AnswerValue>>;
  /** Brothers and sisters whom steps for a group are about too, by any name. */
  readonly siblings: readonly string[];
  readonly steps: readonly (ScriptWork | ScriptDate)[];
}
