import type { Figures } from './figures.ts';
import type { Finding, Problem, Route } from './finding.ts';

/** How surely a fact is known at a place where an item is due. */
export type PlaceStatus = 'always' | 'sometimes' | 'never';
export const ITEM_STATUSES = ['missing', 'gaps', 'unconfirmed', 'covered', 'not-triggered'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** A recording place that can reach a place where the item is due. Members that do not apply are empty. */
export interface CoverageSource {
  readonly kind: string;
  readonly stepType: string;
  readonly form: string;
  readonly question: string;
  readonly ref: string;
  readonly status: string;
}

export interface CoveragePlace {
  readonly stepType: string;
  readonly moment: string;
  readonly nextAction: string | null;
  readonly status: PlaceStatus;
  readonly sources: readonly CoverageSource[];
  /** A shortest route on which the item is not recorded; null where the status is always. */
  readonly gapRoute: Route | null;
}

export interface ItemCoverage {
  readonly item: string;
  readonly tag: string;
  readonly cbds: string;
  readonly event: string;
  readonly status: ItemStatus;
  readonly conditional: boolean;
  readonly places: readonly CoveragePlace[];
}

/** The sets of facts of one reachable step type, as sorted fact keys. The "sometimes" sets hold the "always" ones. */
export interface StepSets {
  readonly stepType: string;
  readonly makesAlways: readonly string[];
  readonly makesSometimes: readonly string[];
  readonly beforeAlways: readonly string[];
  readonly beforeSometimes: readonly string[];
  readonly afterAlways: readonly string[];
  readonly afterSometimes: readonly string[];
  readonly beside: readonly string[];
}

export interface AuditSummary {
  readonly covered: number;
  readonly gaps: number;
  readonly missing: number;
  /** For each fact, how many times over it is typed: Σ max(0, typed places − 1). */
  readonly duplicateEntries: number;
  readonly reviewCandidates: number;
  /** Share of questions whose purposes somebody has looked at, 0 to 1. */
  readonly assessedShare: number;
}

/** What `audit --json` writes, member by member. */
export interface Audit {
  readonly format: 'throughline-audit/1';
  readonly authority: string;
  readonly return: string;
  readonly counts: {
    readonly stepTypes: number;
    readonly nextActions: number;
    readonly forms: number;
    readonly questions: number;
    readonly facts: number;
    readonly sources: number;
    readonly items: number;
  };
  readonly problems: readonly Problem[];
  readonly coverage: readonly ItemCoverage[];
  readonly findings: readonly Finding[];
  readonly steps: readonly StepSets[];
  readonly summary: AuditSummary;
  readonly figures: Figures;
}
