import type { ItemStatus } from '#model/audit.ts';
import type { Finding, FindingKind } from '#model/finding.ts';
import type { FactId, ItemId } from '#model/ids.ts';

/** Which findings a figure counts; an empty word lets everything through. */
export interface FindingsBehind {
  readonly topic?: string;
  readonly kind?: FindingKind;
  readonly item?: ItemId;
  readonly undecided?: boolean;
}

/** What stands behind a figure: where whoever doubts it can look. */
export type PlaceBehind =
  | { readonly kind: 'items'; readonly module?: string; readonly status?: ItemStatus }
  | { readonly kind: 'item'; readonly item: ItemId }
  | { readonly kind: 'gap'; readonly item: ItemId; readonly finding: Finding['id'] | null }
  | { readonly kind: 'findings'; readonly which: FindingsBehind }
  | { readonly kind: 'questions'; readonly filter: 'not-assessed' }
  | { readonly kind: 'fact'; readonly fact: FactId }
  | { readonly kind: 'time' }
  | { readonly kind: 'files' }
  | { readonly kind: 'file'; readonly file: string };

/** The address of what stands behind a figure. */
export type HrefOf = (place: PlaceBehind) => string;
