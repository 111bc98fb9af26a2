import type { FactId, FormId, ItemId, NextActionId, StepTypeId } from '#model/ids.ts';

/** What a result of the search leads to. */
export type Found =
  | { readonly kind: 'command'; readonly id: string }
  | { readonly kind: 'step'; readonly step: StepTypeId }
  | { readonly kind: 'next-action'; readonly nextAction: NextActionId }
  | { readonly kind: 'form'; readonly form: FormId }
  | { readonly kind: 'question'; readonly question: string }
  | { readonly kind: 'fact'; readonly fact: FactId }
  | { readonly kind: 'item'; readonly item: ItemId }
  | { readonly kind: 'finding'; readonly finding: string };

export type FoundKind = Found['kind'];

/** The kinds of things that can be found, in the order in which groups equally good are shown: few before many. */
export const FOUND_KINDS: readonly FoundKind[] = [
  'command',
  'step',
  'next-action',
  'form',
  'fact',
  'item',
  'question',
  'finding',
];

/** One thing that can be found. */
export interface SearchEntry {
  readonly found: Found;
  readonly title: string;
  /** What tells it from others of the same title. */
  readonly detail: string;
  /** Its name and its codes, as they are compared: a query that is one of them comes first. */
  readonly exact: readonly string[];
  /** Everything that is looked through, as it is compared. */
  readonly text: string;
}
