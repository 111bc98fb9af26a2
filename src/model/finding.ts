import type { FactId, ItemId, NextActionId, StepTypeId } from './ids.ts';
import type { DecisionWord } from './words.ts';

/** Something in the files that could not be understood, located. `row` 0 is the whole file; `column` empty is the whole row. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly message: string;
}

/** Every kind of finding, in the order in which they are listed. */
export const FINDING_KINDS = [
  'coverage/item-missing',
  'coverage/item-gap',
  'coverage/item-late',
  'coverage/optional-source',
  'coverage/no-precedence',
  'coverage/feeds-nothing',
  'duplicate/on-form',
  'duplicate/in-step',
  'duplicate/on-route',
  'duplicate/per-child',
  'duplicate/same-wording',
  'codes/gap',
  'codes/unreachable',
  'codes/retired',
  'codes/type-mismatch',
  'value/no-purpose',
  'value/no-known-use',
  'value/no-reader',
  'value/rarely-answered',
  'value/always-same',
  'value/not-helpful',
  'value/hard-to-answer',
  'value/unchanged',
  'value/review-candidate',
  'workflow/unreachable-step',
  'workflow/dead-end',
  'workflow/unknown-target',
  'workflow/never-used-action',
  'workflow/impossible-choice',
  'workflow/form-not-used',
  'workflow/clock-missing',
  'analysis/crashed',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export const SEVERITIES = ['high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** `every-route`: on each route that comes here. `some-routes`: on at least one. null: not a question of routes. */
export type Certainty = 'every-route' | 'some-routes' | null;

/** What a finding is about. Members that do not apply are left out. */
export interface Place {
  readonly stepType?: string;
  readonly nextAction?: string;
  readonly form?: string;
  readonly question?: string;
  readonly lookup?: string;
  readonly answer?: string;
  readonly codeSet?: string;
  readonly code?: string;
}

/** One step of a route and the next action taken out of it; null where the route stops being of interest. */
export interface RouteStep {
  readonly stepType: StepTypeId;
  readonly nextAction: NextActionId | null;
}
export type Route = readonly RouteStep[];

export interface Decision {
  readonly decision: DecisionWord;
  readonly reason: string;
  readonly by: string;
  readonly on: string;
}

/** Something the analysis says. The first place is its own, the others are what it is about. */
export interface Finding {
  /** Its kind and what it is about, joined by `|`: stable when rows move. */
  readonly id: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly fact: FactId | '';
  readonly items: readonly ItemId[];
  readonly places: readonly Place[];
  /** A shortest route that shows it. */
  readonly route: Route | null;
  readonly message: string;
  readonly decision: Decision | null;
}
