import type { FormId, QuestionCode, StepTypeId } from '#model/ids.ts';
import type { SourceKind, Use } from '#model/words.ts';

/** A recording place as it is being named. Members that its kind has no use for are null or empty. */
export interface SourceDraft {
  readonly kind: SourceKind;
  readonly stepType: StepTypeId | null;
  readonly form: FormId | null;
  readonly question: QuestionCode | null;
  readonly ref: string;
  readonly use: Use;
  readonly order: string;
  readonly why: string;
}

/** The kinds that can be named here, in words. Calculated facts and chains of steps are said on the screen Fields. */
export const KIND_WORDS: readonly (readonly [SourceKind, string])[] = [
  ['question', 'A question on a form'],
  ['step-date', 'The step’s own date'],
  ['next-action', 'The next action that is chosen'],
  ['step-source', 'The source chosen when a step begins'],
  ['person-field', 'A field of the person record'],
  ['register-field', 'A field of a register'],
  ['legal-status', 'The legal status'],
  ['service-user-group', 'The service user group'],
  ['generated', 'Made by the return itself'],
  ['outside', 'Outside Mosaic: a document, a spreadsheet'],
];

const NEEDS_REF: ReadonlyMap<SourceKind, string> = new Map([
  ['next-action', 'Choose the next action.'],
  ['person-field', 'Write the name of the field.'],
  ['register-field', 'Write the name of the field.'],
  ['outside', 'Write where it is kept.'],
]);

/** What a draft still lacks, in words; null where it can be added. */
export function lacksOf(draft: SourceDraft): string | null {
  if (draft.kind === 'question' && draft.question === null) return 'Choose the question.';
  const needed = NEEDS_REF.get(draft.kind);
  if (needed !== undefined && draft.ref.trim() === '') return needed;
  const isAtStep = draft.kind === 'step-date' || draft.kind === 'step-source';
  if (isAtStep && draft.stepType === null) return 'Choose the step.';
  return /^\s*\d*(?:\.\d+)?\s*$/u.test(draft.order) ? null : 'The order is a number, or empty.';
}
