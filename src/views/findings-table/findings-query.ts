import type { FindingKind, Severity } from '#model/finding.ts';
import { DECISIONS, type DecisionWord } from '#model/words.ts';

/** What the list can be grouped by. */
export const GROUPINGS = ['kind', 'topic', 'severity', 'step', 'form', 'fact', 'item', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const SORTINGS = ['severity', 'kind', 'step', 'decision'] as const;
export type Sorting = (typeof SORTINGS)[number];

export const CERTAINTY_CHOICES = ['every-route', 'some-routes', 'none'] as const;
export type CertaintyChoice = (typeof CERTAINTY_CHOICES)[number];

/** `to-decide` leaves suggestions out, `undecided` does not; `gone` are decisions without a finding. */
export const DECIDED_CHOICES = ['to-decide', 'undecided', 'decided', 'gone', ...DECISIONS] as const;
export type DecidedChoice = 'to-decide' | 'undecided' | 'decided' | 'gone' | DecisionWord;

/** Which findings are listed. An empty word lets everything through. */
export interface FindingsFilters {
  readonly text: string;
  readonly topic: string;
  readonly kind: FindingKind | '';
  readonly severity: Severity | '';
  readonly certainty: CertaintyChoice | '';
  readonly decided: DecidedChoice | '';
  readonly lane: string;
  readonly team: string;
  readonly step: string;
  readonly item: string;
  readonly fact: string;
}

export const NO_FILTERS: FindingsFilters = {
  text: '',
  topic: '',
  kind: '',
  severity: '',
  certainty: '',
  decided: '',
  lane: '',
  team: '',
  step: '',
  item: '',
  fact: '',
};

/** How many of the filters let not everything through. */
export const countFilters = (filters: FindingsFilters): number =>
  Object.values(filters).filter((word) => word !== '').length;
