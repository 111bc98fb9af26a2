import type { CodeSetId, EventId, FactId, ItemId, ReturnId } from './ids.ts';
import type { FormatWord, RuleType } from './words.ts';

export type ItemFormat = { readonly kind: FormatWord } | { readonly kind: 'pattern'; readonly pattern: string };

/** One data item of a return. */
export interface Item {
  /** Unique within the return: the path of its element. */
  readonly id: ItemId;
  readonly tag: string;
  readonly path: string;
  readonly module: string;
  readonly name: string;
  readonly cbds: string;
  readonly format: ItemFormat;
  readonly codeSet: CodeSetId | null;
  readonly min: number;
  readonly max: number | 'n';
  /** What makes it due; null: never due (and warned about). */
  readonly event: EventId | null;
  /** What remains conditional after the event, in words; empty: nothing. */
  readonly condition: string;
  readonly fact: FactId | null;
  readonly childProtection: boolean;
  /** `verified`, or what is not. */
  readonly confidence: string;
  readonly source: string;
}

export interface Code {
  readonly codeSet: CodeSetId;
  readonly code: string;
  readonly label: string;
}

/** A check that the receiver runs on the return, in our own words. */
export interface ReturnRule {
  readonly id: string;
  readonly type: RuleType;
  readonly items: readonly ItemId[];
  readonly says: string;
}

/** What makes items due. Default roles serve to propose places; only a workspace's own rows count. */
export interface ReturnEvent {
  readonly id: EventId;
  readonly name: string;
  readonly defaultRoles: readonly string[];
}

/** A data return of one collection year. */
export interface DataReturn {
  readonly id: ReturnId;
  readonly name: string;
  readonly year: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly source: string;
  readonly notVerified: readonly string[];
  /** Returns of one family are years of the same collection, such as `cin`. */
  readonly family: string;
  readonly items: readonly Item[];
  readonly codes: readonly Code[];
  readonly rules: readonly ReturnRule[];
  readonly events: readonly ReturnEvent[];
  readonly shipped: boolean;
}
