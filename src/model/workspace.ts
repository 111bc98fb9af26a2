import type { DataReturn } from './data-return.ts';
import type { EventId, FactId, FormId, LookupId, NextActionId, QuestionCode, ReturnId, StepTypeId } from './ids.ts';
import type {
  ActivityKind,
  ClockBasis,
  ClockUnit,
  DecisionWord,
  Entry,
  FactKind,
  MappingStatus,
  Moment,
  Per,
  Purpose,
  QuestionType,
  Scope,
  SourceKind,
  Subject,
  Use,
} from './words.ts';

/** Where a value was written: the file, and the row as a spreadsheet numbers it (the header is row 1). */
export interface RowRef {
  readonly file: string;
  readonly row: number;
}

/** A count of records. `<6` is a suppressed count of 1 to 5; null is not said. Never read `<6` as zero. */
export type Count = number | '<6' | null;

/** A list that people fill in: not yet looked at, or looked at with what was found (empty: looked at, none). */
export interface Assessed<Word> {
  readonly assessed: boolean;
  readonly values: readonly Word[];
}

/** `workspace.json`. `asAt` is an ISO date or empty. */
export interface Manifest {
  readonly authority: string;
  readonly title: string;
  readonly returns: readonly ReturnId[];
  readonly asAt: string;
}

/** How long a step may take, and from the start of which role's work that is counted. */
export interface Clock {
  readonly length: number;
  readonly unit: ClockUnit;
  readonly from: string;
  readonly basis: ClockBasis;
}

/** Mosaic's template of a unit of work. `roles` may hold words the product does not know (they were warned about). */
export interface StepType {
  readonly id: StepTypeId;
  readonly name: string;
  /** The lane it is drawn in. */
  readonly workflow: string;
  readonly roles: readonly string[];
  readonly mayStart: boolean;
  readonly mayEnd: boolean;
  /** Scopes of which a new instance begins when this step starts. */
  readonly opens: readonly Scope[];
  readonly per: Per;
  readonly team: string;
  readonly clock: Clock | null;
  readonly completedPerYear: number | null;
  readonly notes: string;
  readonly at: RowRef;
}

export type Target =
  | { readonly kind: 'step'; readonly stepType: StepTypeId }
  | { readonly kind: 'end' }
  | { readonly kind: 'unknown' };

export type NextActionRule =
  | { readonly kind: 'always' }
  | { readonly kind: 'immediate' }
  | { readonly kind: 'one-of'; readonly group: string }
  | { readonly kind: 'requires'; readonly nextAction: NextActionId }
  | {
      readonly kind: 'mandatory-if';
      readonly form: FormId;
      readonly question: QuestionCode;
      readonly answer: string;
    };

/** The labelled transition from a step type to another, to the end, or to a place nobody has said. */
export interface NextAction {
  readonly id: NextActionId;
  readonly label: string;
  readonly from: StepTypeId;
  readonly to: Target;
  readonly rules: readonly NextActionRule[];
  readonly delayDays: number | null;
  readonly isNfa: boolean;
  readonly timesUsed: number | null;
  readonly notes: string;
  readonly at: RowRef;
}

/** An activity: a form (letter, schedule) that a step carries. */
export interface StepForm {
  readonly stepType: StepTypeId;
  readonly form: FormId;
  readonly mandatory: boolean;
  readonly kind: ActivityKind;
  readonly at: RowRef;
}

export interface Form {
  readonly id: FormId;
  readonly title: string;
  readonly version: string;
  readonly notes: string;
  readonly at: RowRef;
}

/** One clause of a condition: the named question of the same form has been answered, or has one of these answers. */
export type Clause =
  | { readonly kind: 'answered'; readonly question: QuestionCode }
  | { readonly kind: 'one-of'; readonly question: QuestionCode; readonly answers: readonly string[] };

export type PulledFrom =
  | { readonly kind: 'person'; readonly field: string }
  | { readonly kind: 'question'; readonly form: FormId; readonly question: QuestionCode };

export interface Question {
  readonly form: FormId;
  readonly code: QuestionCode;
  readonly order: number | null;
  readonly section: string;
  readonly text: string;
  readonly type: QuestionType;
  readonly mandatory: boolean;
  /** True where `shown_if` says anything, even what could not be read. */
  readonly conditional: boolean;
  /** All clauses must hold. */
  readonly shownIf: readonly Clause[];
  readonly entry: Entry;
  readonly pulledFrom: PulledFrom | null;
  readonly perChild: boolean;
  /** The repeating table it stands in, or empty. */
  readonly collection: string;
  readonly lookup: LookupId | null;
  readonly enteredBy: string;
  readonly typicalWords: number | null;
  readonly purposes: Assessed<Purpose>;
  readonly readers: Assessed<string>;
  readonly tags: readonly string[];
  readonly notes: string;
  readonly at: RowRef;
}

export interface LookupAnswer {
  readonly lookup: LookupId;
  readonly order: number | null;
  readonly answer: string;
  readonly timesChosen: Count;
  readonly at: RowRef;
}

/** Aggregate evidence of how a question is used: never a person's data. `topShare` runs from 0 to 1. */
export interface QuestionUsage {
  readonly form: FormId;
  readonly question: QuestionCode;
  readonly stepType: StepTypeId | null;
  readonly from: string;
  readonly to: string;
  readonly shown: Count;
  readonly answered: Count;
  readonly distinct: Count;
  readonly topShare: number | null;
  readonly avgChars: number | null;
  readonly compared: Count;
  readonly unchanged: Count;
  readonly notHelpful: number | null;
  readonly hardToAnswer: number | null;
  readonly helpful: number | null;
  readonly dataUserNeeds: number | null;
  readonly at: RowRef;
}

/** Measured seconds for a question type, or for one question. */
export interface Timing {
  readonly type: QuestionType | null;
  readonly form: FormId | null;
  readonly question: QuestionCode | null;
  readonly low: number;
  readonly usual: number;
  readonly high: number;
  readonly measured: number | null;
  readonly source: string;
  readonly at: RowRef;
}

/**
 * Where a person has put a step on the map: its top left corner from that of its lane, in px at 100 %, y downwards, as if
 * no step were open.
 */
export interface Position {
  readonly stepType: StepTypeId;
  readonly x: number;
  readonly y: number;
  readonly at: RowRef;
}

/** Something worth knowing once. `protected` says why it is never a removal candidate, or is empty. */
export interface Fact {
  readonly id: FactId;
  readonly name: string;
  readonly subject: Subject;
  readonly scope: Scope;
  readonly kind: FactKind;
  readonly protected: string;
  readonly definition: string;
  /** True for a fact that the product ships. */
  readonly shipped: boolean;
  readonly at: RowRef;
}

/** A place where a fact is recorded or made. Which of the fields apply follows from `kind`. */
export interface Source {
  readonly fact: FactId;
  readonly kind: SourceKind;
  readonly stepType: StepTypeId | null;
  readonly form: FormId | null;
  readonly question: QuestionCode | null;
  readonly ref: string;
  /** Resolved: an empty cell means `feeds` when the fact belongs to an item of any known return, otherwise `records`. */
  readonly use: Use;
  readonly order: number | null;
  /** Y or N of the file; null: worked out. */
  readonly assured: boolean | null;
  readonly status: MappingStatus;
  readonly by: string;
  readonly on: string;
  readonly why: string;
  readonly at: RowRef;
}

/** Where a return event happens: at a moment of a step type, perhaps only when one next action was chosen. */
export interface EventPlace {
  readonly event: EventId;
  readonly stepType: StepTypeId;
  readonly moment: Moment;
  readonly nextAction: NextActionId | null;
  readonly at: RowRef;
}

/** An answer's code. `lookup` is a lookup's key, `KIND:REF`, or `question:FORM/QUESTION`; `code` may be empty. */
export interface CodeMapping {
  readonly lookup: string;
  readonly answer: string;
  readonly codeSet: string;
  readonly code: string;
  readonly status: MappingStatus;
  readonly by: string;
  readonly on: string;
  readonly why: string;
  readonly at: RowRef;
}

/** What a person decided about a finding, whose id is `finding`. */
export interface Review {
  readonly finding: string;
  readonly decision: DecisionWord;
  readonly reason: string;
  readonly by: string;
  readonly on: string;
  readonly at: RowRef;
}

/** One council's model. Every list stands in the order of its file; references that point nowhere were left out. */
export interface Workspace {
  readonly manifest: Manifest;
  readonly stepTypes: readonly StepType[];
  readonly nextActions: readonly NextAction[];
  readonly stepForms: readonly StepForm[];
  readonly forms: readonly Form[];
  readonly questions: readonly Question[];
  readonly lookupAnswers: readonly LookupAnswer[];
  readonly usage: readonly QuestionUsage[];
  readonly timings: readonly Timing[];
  readonly positions: readonly Position[];
  /** Shipped facts, then the council's own; a local fact with a shipped key stands in for it. */
  readonly facts: readonly Fact[];
  readonly sources: readonly Source[];
  readonly eventPlaces: readonly EventPlace[];
  readonly codeMappings: readonly CodeMapping[];
  readonly reviews: readonly Review[];
  readonly returns: readonly DataReturn[];
}
