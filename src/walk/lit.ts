import type { WalkEvent } from '#cases/played-case.ts';
import type { RecordEntry } from '#machine/recordings.ts';
import { answerKey, screenKey } from '#machine/step-values.ts';
import type { FormId, QuestionCode } from '#model/ids.ts';

/**
 * A place of one case where something was recorded: the key of the step (`held` before the first), and the place in it.
 * A field of a form, an entry of the record and the elements of the return that it fed meet by it.
 */
export type CasePlace = string;

export const questionPlace = (step: string, form: FormId, question: QuestionCode, copy = 0): CasePlace =>
  `${step} question ${answerKey(form, question, copy)}`;

/** Where an entry of the record was made. */
export function placeOfEntry({ step, source, copy }: RecordEntry): CasePlace {
  const at = step ?? 'held';
  return source.kind === 'question' && source.form !== null && source.question !== null
    ? questionPlace(at, source.form, source.question, copy)
    : `${at} ${screenKey(source.kind, source.ref)}`;
}

/** Where an answer of a case's history was given; nowhere where an event was no answer. */
export function placesOfEvent(event: WalkEvent | undefined): readonly CasePlace[] {
  if (event?.type === 'fill') return [questionPlace(event.step, event.form, event.question, event.copy)];
  return event?.type === 'record' ? [`${event.step} ${screenKey(event.kind, event.ref)}`] : [];
}

/** What is pointed at on the screen: the places, and the element of the return (its path and instance), if it was one. */
export interface Lit {
  readonly places: readonly CasePlace[];
  readonly element: string | null;
}

export const NOTHING_LIT: Lit = { places: [], element: null };

/** The key of an element of the return in `Lit`. */
export const elementKey = (element: { readonly path: string; readonly instance: string }): string =>
  `${element.path} ${element.instance}`;
