declare const brand: unique symbol;

/** A key of one kind of thing: plain text at run time, never interchangeable with another kind's key when compiled. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type StepTypeId = Id<'StepType'>;
export type NextActionId = Id<'NextAction'>;
export type FormId = Id<'Form'>;
/** A question's user code. It is a key only together with its form. */
export type QuestionCode = Id<'QuestionCode'>;
export type LookupId = Id<'Lookup'>;
export type FactId = Id<'Fact'>;
export type ItemId = Id<'Item'>;
export type EventId = Id<'Event'>;
export type CodeSetId = Id<'CodeSet'>;
export type ReturnId = Id<'Return'>;

export const stepTypeId = (raw: string): StepTypeId => raw as StepTypeId;
export const nextActionId = (raw: string): NextActionId => raw as NextActionId;
export const formId = (raw: string): FormId => raw as FormId;
export const questionCode = (raw: string): QuestionCode => raw as QuestionCode;
export const lookupId = (raw: string): LookupId => raw as LookupId;
export const factId = (raw: string): FactId => raw as FactId;
export const itemId = (raw: string): ItemId => raw as ItemId;
export const eventId = (raw: string): EventId => raw as EventId;
export const codeSetId = (raw: string): CodeSetId => raw as CodeSetId;
export const returnId = (raw: string): ReturnId => raw as ReturnId;

/** Narrows a text to one of a closed list of words; undefined when the list does not hold it. */
export function asWord<Word extends string>(words: readonly Word[], raw: string): Word | undefined {
  return (words as readonly string[]).includes(raw) ? (raw as Word) : undefined;
}
