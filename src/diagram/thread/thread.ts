import type { Tone } from '#diagram/overlays/overlay.ts';
import type { RouteOnMap } from '#diagram/route.ts';
import type { ItemStatus, PlaceStatus } from '#model/audit.ts';
import type { Certainty } from '#model/finding.ts';
import type { FactId, FormId, ItemId, NextActionId, QuestionCode, StepTypeId } from '#model/ids.ts';
import type { MappingStatus, SourceKind, Use } from '#model/words.ts';

/** What a thread is asked for. */
export type ThreadSubject =
  | { readonly kind: 'question'; readonly form: FormId; readonly question: QuestionCode }
  | { readonly kind: 'fact'; readonly fact: FactId }
  | { readonly kind: 'item'; readonly item: ItemId };

/** Words with the tone in which they stand. */
export interface ThreadTag {
  readonly tone: Tone;
  readonly words: string;
}

/** That a place records its fact again, as the audit says. */
export interface ThreadDuplicate extends ThreadTag {
  readonly finding: string;
  readonly certainty: Certainty;
  readonly decided: boolean;
}

/** A code map at work: how the answers of a place become the codes of an item. */
export interface ThreadCodes {
  readonly codeSet: string;
  readonly lookup: string;
  readonly rows: readonly { readonly answer: string; readonly code: string; readonly label: string }[];
  /** Answers that have no code. */
  readonly unmapped: readonly string[];
  readonly words: string;
}

/** One place where the fact is recorded or made, in one step. */
export interface ThreadEntry {
  readonly key: string;
  /** The number of its step on the map; null where it stands in no step. */
  readonly number: number | null;
  readonly step: StepTypeId | null;
  /** The step's name, or where the place stands instead. */
  readonly stepName: string;
  readonly fact: FactId;
  /** The name of the fact where it is not the thread's own, but one that it is worked out from. */
  readonly inputName: string;
  readonly kind: SourceKind;
  readonly form: FormId | null;
  readonly question: QuestionCode | null;
  readonly nextAction: NextActionId | null;
  /** The place in words, without its step. */
  readonly place: string;
  readonly by: string;
  readonly how: string;
  /** True where a person types it on a form. */
  readonly typed: boolean;
  readonly use: Use;
  readonly status: MappingStatus;
  /** What it does for the return, with the order of precedence: "feeds, first choice · confirmed". */
  readonly does: ThreadTag;
  /** Whether people have said so, who and when: "Confirmed by Data lead on 2 June 2026". */
  readonly statusWords: string;
  /** What they wrote beside it; may be empty. */
  readonly why: string;
  /** True where a route can come to this step without the fact having been recorded. */
  readonly first: boolean;
  readonly duplicates: readonly ThreadDuplicate[];
  /** True where the value is surely known already, so that it could be shown instead of asked. */
  readonly couldPull: boolean;
  readonly codes: readonly ThreadCodes[];
}

/** A place where an item is due. */
export interface ThreadDue {
  readonly step: StepTypeId;
  readonly words: string;
  readonly status: PlaceStatus;
}

/** An item of the return that the fact is for. */
export interface ThreadItem {
  readonly item: ItemId;
  readonly name: string;
  readonly tag: string;
  readonly cbds: string;
  readonly format: string;
  readonly dueWhen: string;
  readonly status: ItemStatus | null;
  readonly due: readonly ThreadDue[];
}

/** A fact's whole life: every place of it in route order, what is due when, and its numbers and next actions on the map. */
export interface Thread extends RouteOnMap {
  readonly title: string;
  /** null where nobody has said which fact the question records, or the item asks for. */
  readonly fact: FactId | null;
  /** Other facts of the same question, each with a thread of its own. */
  readonly otherFacts: readonly { readonly fact: FactId; readonly name: string }[];
  readonly items: readonly ThreadItem[];
  readonly status: ThreadTag;
  /** "4 entries, 2 could be pulled forward, about 14–50 seconds": what people type on forms. */
  readonly tally: string;
  /** Status and tally in sentences: "Covered on every route. 4 entries, 2 could be pulled forward, about 14–50 seconds." */
  readonly summary: string;
  readonly entries: readonly ThreadEntry[];
  readonly note: string;
}
