import type { Refusal } from '#machine/step-values.ts';
import type { FormId, QuestionCode, StepTypeId } from '#model/ids.ts';
import type { JsonPath } from './json-tree.ts';

/** Why an entry of a script cannot be played although the case was not asked yet. */
export type EntryRefusal =
  /** No step of the type is open or has come in, and no case may begin with it. */
  | { readonly kind: 'nothing-open'; readonly stepType: StepTypeId }
  /** The entry names the fifth step of the type, and the case has three. */
  | { readonly kind: 'no-such-number'; readonly stepType: StepTypeId; readonly which: number; readonly there: number }
  /** An answer stands as one of a repeating table or of a brother or sister, and the question is none of those. */
  | { readonly kind: 'not-in-table'; readonly form: FormId; readonly question: QuestionCode; readonly table: string }
  | { readonly kind: 'not-per-child'; readonly form: FormId; readonly question: QuestionCode }
  /** Answers for more brothers and sisters than the step is about. */
  | { readonly kind: 'no-such-sibling'; readonly form: FormId; readonly number: number; readonly there: number };

const ENTRY_REFUSALS: ReadonlySet<string> = new Set<EntryRefusal['kind']>([
  'nothing-open',
  'no-such-number',
  'not-in-table',
  'not-per-child',
  'no-such-sibling',
]);

/** Why an entry of a script cannot be played: what the case refuses, and what only a script can ask for. */
export type ScriptRefusal = Refusal | EntryRefusal;

export const isEntryRefusal = (refusal: ScriptRefusal): refusal is EntryRefusal => ENTRY_REFUSALS.has(refusal.kind);

/** The entry at which a script stops, from 0, where in the file that is, and why. */
export interface RefusedEntry {
  readonly entry: number;
  readonly path: JsonPath;
  readonly reasons: readonly ScriptRefusal[];
}
