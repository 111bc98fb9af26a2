import type { Place } from './finding.ts';
import type { Purpose } from './words.ts';

/*
 * Every figure is rounded when it is written, never before: shares to 4 decimal places, visits per case to 4, visits per
 * year to 1, seconds to 1, minutes and hours to 2. So a rounded total may differ from the sum of rounded parts.
 * `null` always means "not known", never zero. All times are modelled entry time: see the page `time.md`.
 */

/** A modelled amount, always as a range: low ≤ usual ≤ high. */
export interface Range {
  readonly low: number;
  readonly usual: number;
  readonly high: number;
}

/** How often facts are recorded again. Judgements, facts of one step only, and what people ruled out as duplicates are left out. */
export interface DuplicateFigures {
  /** Typed places that record a fact: one per fact, step, form and question (on a form alone: per fact and question). */
  readonly typedEntries: number;
  /** For each fact, how many times over it is typed: Σ max(0, typed entries − 1). */
  readonly duplicateEntries: number;
  /** Duplicate entries ÷ typed entries, 0 to 1; null where nothing is typed. */
  readonly duplicateRate: number | null;
  /** Places on forms that hold a fact, whatever their entry: typed, pulled or filled by the system. */
  readonly factEntries: number;
  /** How many different facts those places hold. */
  readonly distinctFacts: number;
  /** 1 − distinct facts ÷ fact entries, 0 to 1; null where no fact is held. */
  readonly factRedundancy: number | null;
  /** Places on forms to which a fact is pulled instead of being typed again. */
  readonly pulledRepeats: number;
  /** Pulled repeats ÷ (pulled repeats + duplicate entries), 0 to 1; null where nothing is repeated. */
  readonly pullForwardRate: number | null;
}

/** One share, counted in two ways, each 0 to 1; null where no question has been assessed. */
export interface ReturnShare {
  /** Of the questions assessed. */
  readonly ofQuestions: number | null;
  /** Of the usual seconds that the questions assessed take when each form is filled in once. */
  readonly ofSeconds: number | null;
}

/** How much of what is asked the national returns account for. Only questions whose purposes somebody has looked at take part. */
export interface ReturnFigures {
  /** Different questions (form and user code). */
  readonly questions: number;
  /** Those whose purposes somebody has looked at. */
  readonly assessed: number;
  /** Assessed ÷ questions, 0 to 1; null where there are no questions. Belongs beside every share. */
  readonly assessedShare: number | null;
  /** Questions whose only purpose is a return: the lowest of the three. */
  readonly onlyForReturns: ReturnShare;
  /** Questions with the purpose return, each counted as 1 ÷ the number of its purposes. */
  readonly shared: ReturnShare;
  /** Questions that feed or record an item, or have the purpose return: the highest of the three. */
  readonly touched: ReturnShare;
}

/** What the hours of a year are spent on, by the purposes of the questions. */
export const HOUR_KINDS = [
  'returnOnly',
  'shared',
  'practice',
  'noPurposeRecorded',
  'noKnownUse',
  'stepItself',
] as const;
export type HourKind = (typeof HOUR_KINDS)[number];

/** Hours of entry in a year, over the steps whose visits are known. The parts add up to the total. */
export interface HoursPerYear {
  readonly total: Range;
  /** Questions whose only purpose is a return. */
  readonly returnOnly: Range;
  /** Questions that serve a return and something else. */
  readonly shared: Range;
  /** Questions that serve practice or any other purpose, and no return. */
  readonly practice: Range;
  /** Questions whose purposes nobody has looked at. */
  readonly noPurposeRecorded: Range;
  /** Questions that somebody has looked at and found no known use for. */
  readonly noKnownUse: Range;
  /** Opening, saving and finishing the steps themselves. */
  readonly stepItself: Range;
  /** Reachable steps whose visits a year are not known, so that their hours are missing here. */
  readonly stepsNotCounted: number;
}

/** The figures that every part of a workspace has. */
export interface AreaFigures {
  readonly duplicates: DuplicateFigures;
  readonly returns: ReturnFigures;
  /** null where no visits a year are known. */
  readonly hoursPerYear: HoursPerYear | null;
}

/** All reachable steps of one lane, or of one team. */
export interface GroupFigures extends AreaFigures {
  /** The lane or the team, as step-types.csv names it; empty where it names none. */
  readonly name: string;
  readonly stepTypes: readonly string[];
}

export interface Visits {
  /** Expected number of times that a case comes to the step; null where shares are missing or the loops have no finite solution. */
  readonly perCase: number | null;
  /** Times a year: `completed_per_year` where it is given, otherwise from the shares of next actions. */
  readonly perYear: number | null;
  /** Where `perYear` comes from. */
  readonly perYearFrom: 'file' | 'shares' | null;
}

/** One reachable step type. */
export interface StepFigures extends AreaFigures {
  readonly stepType: string;
  /** Minutes of entry for one visit: the step itself and its forms, each question weighed by how often it is answered. */
  readonly minutes: Range;
  readonly visits: Visits;
}

/** Measured seconds that stand in for the default table: “calibrated, n = …”. */
export interface Calibration {
  /** Usual seconds with the measured rows ÷ usual seconds by the default table alone. */
  readonly factor: number;
  /** How many completions were measured; where several rows take part, the fewest of them. */
  readonly measured: number;
  /** Share of the usual seconds that rest on measured rows, 0 to 1. */
  readonly share: number;
}

/** One form that stands on a reachable step. */
export interface FormFigures extends AreaFigures {
  readonly form: string;
  /** Minutes of entry for filling the form in once, each question weighed by how often it is answered. */
  readonly minutes: Range;
  /** Times a year that the form is filled in, over the steps whose visits are known; null where none are. */
  readonly filledPerYear: number | null;
  /** null where no row of timings.csv with 5 or more completions applies to the form. */
  readonly calibrated: Calibration | null;
}

/** One visit of a run: `after` is the place in the list of the visit that started it, null for the first. */
export interface RunVisit {
  readonly stepType: string;
  readonly after: number | null;
  readonly nextAction: string | null;
}

/** One run of the workflow to the end of all its branches. */
export interface RunFigures {
  /** Minutes of entry of all visits of the run together. */
  readonly minutes: Range;
  /** The visits, each after the one that started it. */
  readonly visits: readonly RunVisit[];
  /** Duplicate recording on the run, a new instance of a scope counted afresh. */
  readonly duplicates: DuplicateFigures;
}

/** What begins with one first step. */
export interface FirstStepFigures {
  readonly stepType: string;
  /** Share of cases that begin here, 0 to 1; null where it cannot be worked out. */
  readonly shareOfCases: number | null;
  /** The finite run that takes least time; null where no run comes to an end (or it would have more than 2,000 visits). */
  readonly least: RunFigures | null;
  /** A run that takes most time while no step is done twice: at each step, the next actions behind which most lies. */
  readonly most: RunFigures;
  /** Minutes expected, from the shares of next actions; null where some are missing. */
  readonly expectedMinutes: Range | null;
  /** Visits expected, all steps together. */
  readonly expectedVisits: number | null;
}

/** Figures by route. */
export interface RouteFigures {
  readonly firstSteps: readonly FirstStepFigures[];
  /** Minutes of entry expected for one case, over all first steps by their share of cases. */
  readonly minutesPerCase: Range | null;
}

/** One row of the default table of seconds. */
export interface SecondsRow {
  readonly key: string;
  readonly name: string;
  readonly low: number;
  readonly usual: number;
  readonly high: number;
  readonly unit: 'answer' | 'word' | 'step';
  /** Where the seconds come from. */
  readonly source: string;
  readonly confidence: 'high' | 'medium' | 'low to medium' | 'low';
}

/** Where the seconds of a field come from: the default table, timings.csv, or timings.csv with 5 or more completions measured. */
export type SecondsBasis = 'default' | 'workspace' | 'calibrated';

/** The time of one question. */
export interface FieldTime {
  readonly form: string;
  readonly question: string;
  /** Seconds of one answer. */
  readonly seconds: Range;
  readonly basis: SecondsBasis;
  /** Completions measured, where timings.csv says; null otherwise. */
  readonly measured: number | null;
  /** Answers each time the form is filled in: P(shown) × P(answered) × copies. */
  readonly answers: Range;
  /** Whether the answers come from question-usage.csv or from the rules of the form. */
  readonly answersFrom: 'usage' | 'rules';
  /** Hours of entry in a year; null where the form's visits are not known. */
  readonly hoursPerYear: Range | null;
}

/** How the time was modelled. */
export interface TimeModel {
  /** What has to stand beside every time that is shown. */
  readonly says: string;
  readonly table: readonly SecondsRow[];
  /** What is assumed where the workspace says nothing. */
  readonly assumed: {
    /** Words of a long text whose typical words nobody has said. */
    readonly typicalWords: number;
    /** Share of completions in which a conditional question is shown. */
    readonly shownWhenConditional: number;
    /** Share in which a question that is shown and not mandatory is answered. */
    readonly answeredWhenOptional: number;
    /** Share of visits in which an optional activity is used. */
    readonly optionalActivityUsed: number;
    /** Copies of a question asked for each child, and of one in a repeating table. */
    readonly copies: number;
  };
  /** One per question of a form that stands on a reachable step: form by form, in the order of each form. */
  readonly fields: readonly FieldTime[];
}

/** Where a fact is first captured. Steps stand in route order: nearest to a first step first, then as in the file. */
export interface FactFigures {
  readonly fact: string;
  /** Whether screens outside forms hold it before the first step. */
  readonly heldBefore: 'always' | 'sometimes' | 'never';
  /** Steps in which it can be recorded on a route that could not have recorded it before. */
  readonly firstSteps: readonly string[];
  /** Steps in which it is surely recorded on a route that has not surely recorded it before. */
  readonly firstSureSteps: readonly string[];
}

/** What the figures could not be worked out from, or what in the files does not add up. */
export const FIGURE_NOTE_KINDS = [
  'volume-missing',
  'share-missing',
  'share-too-large',
  'share-not-allowed',
  'shares-below-completions',
  'arrivals-differ',
  'no-finite-solution',
  'not-exact',
  'shown-more-than-filled',
] as const;
export type FigureNoteKind = (typeof FIGURE_NOTE_KINDS)[number];

export interface FigureNote {
  readonly kind: FigureNoteKind;
  /** One or two sentences: what was found with the values received, then what follows or would put it right. */
  readonly message: string;
  readonly places: readonly Place[];
}

/** `figures` of `audit --json`: numbers and time. */
export interface Figures {
  readonly workspace: AreaFigures;
  /** By `workflow` of the step types, in the order of the file. */
  readonly lanes: readonly GroupFigures[];
  /** By `team` of the step types, in the order of the file. */
  readonly teams: readonly GroupFigures[];
  readonly steps: readonly StepFigures[];
  readonly forms: readonly FormFigures[];
  readonly routes: RouteFigures;
  readonly time: TimeModel;
  readonly facts: readonly FactFigures[];
  readonly notes: readonly FigureNote[];
}

/** What the hours of a question with these purposes are spent on. */
export function hourKindOf(purposes: { readonly assessed: boolean; readonly values: readonly Purpose[] }): HourKind {
  if (!purposes.assessed) return 'noPurposeRecorded';
  if (purposes.values.length === 0) return 'noKnownUse';
  if (!purposes.values.includes('return')) return 'practice';
  return purposes.values.every((purpose) => purpose === 'return') ? 'returnOnly' : 'shared';
}
