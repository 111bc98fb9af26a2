import type { RecordEntry } from '#machine/recordings.ts';
import type { Item, ReturnRule } from '#model/data-return.ts';
import type { EventId } from '#model/ids.ts';
import type { CodeMapping, Source } from '#model/workspace.ts';

/*
 * What one child's record sends to a data return: the message as a tree, each item with what fed it, or why nothing
 * stands there. The tree holds every instance of which something is due or on the record, with what is awaited in it;
 * `write-xml.ts` writes of it what is sent.
 */

/**
 * `sent`: stands in the message · `missing`: due, and nothing can be sent · `conditional`: due, and only some children
 * have it · `waiting`: not due yet · `left-out`: on the record, and by the return's own rules not sent.
 */
export const ELEMENT_STATES = ['sent', 'missing', 'conditional', 'waiting', 'left-out'] as const;
export type ElementState = (typeof ELEMENT_STATES)[number];

/** An entry of the record that a value was made of, and the row of codes.csv that gave its code, if one did. */
export interface Feed {
  readonly entry: RecordEntry;
  readonly code: CodeMapping | null;
}

/** Why an item has no value, or one that cannot be sent. */
export type Lack =
  /** No source that counts feeds the fact. */
  | { readonly kind: 'no-source' }
  /** The only places are outside: case note, document, spreadsheet. */
  | { readonly kind: 'outside'; readonly sources: readonly Source[] }
  /** Places feed it, and none of them says anything in this case; those whose step or form was there stand first. */
  | { readonly kind: 'not-recorded'; readonly sources: readonly Source[] }
  /** An answer has no code, or one that this year does not take (`code` says it). */
  | { readonly kind: 'no-code'; readonly entry: RecordEntry; readonly list: string; readonly code: string }
  /** What was recorded does not fit the item's format. */
  | { readonly kind: 'not-in-format'; readonly entry: RecordEntry; readonly wanted: string }
  /** It is worked out, and what it is worked out from (names of facts) is not on the record, or nobody has said how. */
  | { readonly kind: 'cannot-be-worked-out'; readonly from: readonly string[] };

/** Why an item on the record is not sent. */
export type LeftOut =
  /** `says`, where it is given, is a whole sentence. */
  | { readonly kind: 'outside-year'; readonly says?: string }
  /** By circumstance, such as a referral that led to no further action. `says` is a whole sentence. */
  | { readonly kind: 'circumstance'; readonly says: string };

export interface ItemElement {
  readonly kind: 'item';
  readonly tag: string;
  readonly path: string;
  readonly item: Item;
  /** The instance of its fact's scope, such as `section-47/S47-5`, or a scope alone. */
  readonly instance: string;
  readonly state: ElementState;
  /** As sent; null where there is none. */
  readonly value: string | null;
  readonly fed: readonly Feed[];
  /** Entries of the same fact and instance that the return does not read, or that gave way to another. */
  readonly unread: readonly RecordEntry[];
  readonly lack: Lack | null;
  readonly leftOut: LeftOut | null;
  /** How it was worked out, a whole sentence with the values; empty where it was not. */
  readonly workedOut: string;
  /** What makes it due, and whether that has happened. */
  readonly event: EventId | null;
  readonly isDue: boolean;
  /** The receiver's checks that test it. */
  readonly rules: readonly ReturnRule[];
}

export interface GroupElement {
  readonly kind: 'group';
  readonly tag: string;
  readonly path: string;
  readonly instance: string;
  /** Whether the group falls inside the census year; `notYet`: nothing in it says when it was. */
  readonly year: 'inside' | 'outside' | 'not-yet';
  /** Why it falls inside or outside, a whole sentence; empty where there is nothing to say. */
  readonly says: string;
  /** In message order. */
  readonly children: readonly ReturnElement[];
}

export type ReturnElement = ItemElement | GroupElement;

/** How a return file is written. */
export interface ReturnOptions {
  /** How true and false are written. */
  readonly flags: 'true-false' | '1-0';
  /** The authority's three-digit number. */
  readonly authorityNumber: string;
  readonly softwareCode: string;
  readonly release: string;
  /** At least three digits. */
  readonly serialNumber: string;
  /** ISO date and time: never the clock's own, so that two runs give the same bytes. */
  readonly madeAt: string;
}

export const RETURN_OPTIONS: ReturnOptions = {
  flags: 'true-false',
  authorityNumber: '999',
  softwareCode: 'Throughline',
  release: '1',
  serialNumber: '001',
  madeAt: '2000-01-01T00:00:00',
};

/** One child's part of the message, and the header that any file of it has. */
export interface ChildReturn {
  readonly header: GroupElement;
  readonly child: GroupElement;
  /** Items that are due and missing, in message order. */
  readonly missing: readonly ItemElement[];
  /** Whether the child is in the return: something of it is sent. */
  readonly isIncluded: boolean;
}
